package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dial, its answer, and what is told from the first ring to the end (sheet 3.1, 3.2, 5.5, 6, 9.1.5). */
class CallTest extends AtWork {
    private static final String RINGING = "4 RINGING_ON_OTHER_SIDE";

    @Test
    void answerShouldBeEmpty() throws Exception {
        Rest.Reply reply = alice.dial(Quick.NUMBER);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void statusOfTheAnswerShouldBeAsSet(int status) throws Exception {
        restartWith("five9.dialStatus", status);

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(status);
        alice.call("TALKING");
    }

    @Test
    void answerShouldHaveTheCallWhereItHas() throws Exception {
        restartWith("five9.dialBody", true);
        Rest.Reply reply = alice.dial(Quick.NUMBER);

        assertThat(reply.text("/id")).isEqualTo(alice.call("TALKING").path("id").asText());
    }

    @Test
    void callShouldBeToldFromDialToTheEnd() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.operate(call, "disconnect").ok()).isTrue();
        alice.until("4 WRAP_UP");
        assertThat(alice.dispose(call, alice.finalDisposition()).ok()).isTrue();

        assertThat(alice.steps("5")).containsExactly("4 FINISHED", "5");
        alice.until("31");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void firstStateShouldBeOfferedWhereItIs(boolean offered) throws Exception {
        restartWith("five9.offered", offered);
        alice.dial(Quick.NUMBER);
        List<String> steps = alice.steps("4 TALKING");

        if (offered) {
            assertThat(steps).containsExactly("3 OFFERED", RINGING, "4 TALKING");
        } else {
            assertThat(steps)
                    .startsWith("3 RINGING_ON_OTHER_SIDE")
                    .endsWith("4 TALKING")
                    .doesNotContain("3 OFFERED");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void finishedShouldBeToldWhereItIs(boolean finished) throws Exception {
        restartWith("five9.finished", finished);
        JsonNode call = alice.talk();
        alice.dispose(call, alice.finalDisposition());

        assertThat(alice.steps("5").contains("4 FINISHED")).isEqualTo(finished);
    }

    @Test
    void creationShouldBeToldTwice() throws Exception {
        alice.dial(Quick.NUMBER);
        List<JsonNode> frames =
                alice.socket().until(frame -> Worker.brief(frame).equals("4 TALKING"));
        List<JsonNode> created = frames.stream()
                .filter(frame -> Set.of("3", "30").contains(Socket.eventId(frame)))
                .toList();

        assertThat(created).extracting(Socket::eventId).containsExactlyInAnyOrder("3", "30");
        assertThat(created.get(0).path("payLoad")).isEqualTo(created.get(1).path("payLoad"));
    }

    @Test
    void endShouldBeToldTwice() throws Exception {
        JsonNode call = alice.talk();
        alice.dispose(call, alice.finalDisposition());
        List<JsonNode> frames =
                alice.socket().until(frame -> Socket.eventId(frame).equals("31"));
        List<JsonNode> deleted = frames.stream()
                .filter(frame -> Set.of("5", "31").contains(Socket.eventId(frame)))
                .toList();

        assertThat(deleted).extracting(Socket::eventId).containsExactlyInAnyOrder("5", "31");
        assertThat(deleted).allMatch(frame -> frame.at("/payLoad/id").equals(call.path("id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"beforeAnswer", "afterAnswer", "either"})
    void firstEventShouldComeWhateverItsOrder(String order) throws Exception {
        restartWith("five9.firstEvent", order);
        alice.dial(Quick.NUMBER);

        assertThat(alice.steps("4 TALKING")).endsWith(RINGING, "4 TALKING");
    }

    @Test
    void firstEventShouldBeThereWithTheAnswerWhereItComesBefore() throws Exception {
        restartWith("five9.firstEvent", "beforeAnswer");
        alice.dial(Quick.NUMBER);

        assertThat(alice.arrived()).anyMatch(brief -> brief.startsWith("3 "));
    }

    @Test
    void everyEventShouldBeOfTheSameCall() throws Exception {
        alice.dial(Quick.NUMBER);
        List<JsonNode> frames =
                alice.socket().until(frame -> Worker.brief(frame).equals("4 TALKING"));

        assertThat(frames.stream()
                        .filter(frame -> Set.of("3", "30", "4").contains(Socket.eventId(frame)))
                        .map(frame -> frame.at("/payLoad/id").asText())
                        .distinct())
                .hasSize(1)
                .allMatch(id -> id.matches("[0-9A-F]{32}"));
    }

    @Test
    void timesShouldNotRunBackwards() throws Exception {
        alice.dial(Quick.NUMBER);
        List<Long> times = alice.socket().until(frame -> Worker.brief(frame).equals("4 TALKING")).stream()
                .map(frame -> frame.at("/context/timeStamp").asLong())
                .toList();

        assertThat(times).isSorted().allMatch(time -> time > 1_700_000_000_000L);
    }

    @Test
    void connectionShouldHaveItsReason() throws Exception {
        alice.dial(Quick.NUMBER);

        assertThat(alice.frame("4 TALKING").at("/context/eventReason").asText()).isEqualTo("CONNECTED");
    }

    @Test
    void callShouldBeManualAndOfItsCampaign() throws Exception {
        JsonNode call = alice.talk();

        assertThat(call.path("callType").asText()).isEqualTo("MANUAL");
        assertThat(call.path("campaignId").asText()).isEqualTo(alice.campaign());
    }

    @ParameterizedTest
    @CsvSource({
        "minimal,variables,false",
        "minimal,number,false",
        "minimal,ani,false",
        "minimal,dnis,false",
        "observed,variables,true",
        "observed,number,false",
        "full,variables,true",
        "full,number,true",
        "full,ani,true",
        "full,dnis,true",
        "full,agentInitiated,true",
        "full,consult,true"
    })
    void membersBeyondTheConfirmedShouldBeAsSet(String setting, String member, boolean there) throws Exception {
        restartWith("five9.callInfo", setting);

        assertThat(alice.talk().has(member)).isEqualTo(there);
    }

    @Test
    void usuallyOnlyTheConfirmedMembersShouldBeThere() throws Exception {
        JsonNode call = alice.talk();

        assertThat(call.fieldNames())
                .toIterable()
                .contains("id", "state", "callType", "campaignId", "transfer", "userTransferringId")
                .isSubsetOf(
                        "id",
                        "state",
                        "callType",
                        "campaignId",
                        "transfer",
                        "userTransferringId",
                        "activeContact",
                        "addressType");
        assertThat(call.path("transfer").isBoolean()).isTrue();
        assertThat(call.path("userTransferringId").isNull()).isTrue();
        assertThat(call.path("campaignId").isTextual()).isTrue();
    }

    @Test
    void fullCallShouldHaveItsNumbers() throws Exception {
        restartWith("five9.callInfo", "full");
        JsonNode call = alice.talk();

        assertThat(call.path("number").asText()).isEqualTo(Quick.NUMBER);
        assertThat(call.path("dnis").asText()).isEqualTo(Quick.NUMBER);
        assertThat(call.path("agentInitiated").asBoolean()).isTrue();
        assertThat(call.path("consult").asBoolean()).isFalse();
    }

    @Test
    void stubsShouldHaveNoState() throws Exception {
        JsonNode call = alice.talk();
        JsonNode stubs = alice.rest().agent("interactions").json();

        assertThat(stubs.size()).isEqualTo(1);
        assertThat(stubs.at("/0/interactionId")).isEqualTo(call.path("id"));
        assertThat(stubs.at("/0/channelType").asText()).isEqualTo("CALL");
        assertThat(stubs.path(0).has("state")).isFalse();
    }

    @Test
    void callsShouldBeReadAsTheyWereTold() throws Exception {
        JsonNode call = alice.talk();

        assertThat(alice.calls().size()).isEqualTo(1);
        assertThat(alice.calls().path(0)).isEqualTo(call);
        assertThat(alice.rest().agent(Worker.path(call)).json()).isEqualTo(call);
    }

    @Test
    void callsShouldBeNoneBeforeAndAfter() throws Exception {
        assertThat(alice.calls().isArray()).isTrue();
        assertThat(alice.calls().size()).isZero();
        JsonNode call = alice.talk();
        alice.dispose(call, alice.finalDisposition());
        alice.until("31");

        assertThat(alice.calls().size()).isZero();
        assertThat(alice.rest().agent("interactions").json().size()).isZero();
        assertThat(alice.rest().agent(Worker.path(call)).status()).isIn(404, 435);
    }

    @Test
    void callInWrapUpShouldStillBeRead() throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "disconnect");
        alice.until("4 WRAP_UP");

        assertThat(alice.read(call).path("state").asText()).isEqualTo("WRAP_UP");
    }

    @Test
    void secondDialShouldBeRefusedUntilTheFirstIsDisposed() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.dial(Quick.AREA + "0188").status()).isEqualTo(435);
        alice.operate(call, "disconnect");
        alice.until("4 WRAP_UP");
        assertThat(alice.dial(Quick.AREA + "0188").status()).isEqualTo(435);
        alice.dispose(call, alice.finalDisposition());
        alice.until("31");

        assertThat(alice.dial(Quick.AREA + "0188").status()).isEqualTo(200);
        assertThat(alice.call("TALKING").path("id")).isNotEqualTo(call.path("id"));
        assertThat(simulators.books()).hasSize(2);
    }

    @Test
    void wrapUpShouldEndByItselfInTheEnd() throws Exception {
        restart(Quick.options());
        JsonNode call = alice.talk();
        alice.operate(call, "disconnect");

        assertThat(alice.steps("5")).startsWith("4 WRAP_UP").endsWith("5");
        assertThat(alice.read(call).isMissingNode()).isTrue();
    }

    @Test
    void customerShouldBeAbleToHangUp() throws Exception {
        JsonNode call = alice.talk();
        alice.farEnd(call, "hangup");

        assertThat(alice.steps("4 WRAP_UP")).containsExactly("4 WRAP_UP");
        assertThat(simulators.books().get(0).ended()).isTrue();
    }

    @Test
    void callBeforeTheAnswerShouldBeTakenBack() throws Exception {
        restartWith("five9.noAnswer", "60s");
        alice.dial(Quick.AREA + "0102");
        JsonNode call = alice.call("RINGING_ON_OTHER_SIDE");
        alice.operate(call, "disconnect");

        assertThat(alice.steps("4 WRAP_UP")).doesNotContain("4 TALKING");
    }

    @Test
    void disposalShouldEndAndCloseInOneStep() throws Exception {
        JsonNode call = alice.talk();
        alice.dispose(call, alice.finalDisposition());

        assertThat(alice.steps("5")).endsWith("4 FINISHED", "5");
        assertThat(simulators.books().get(0).ended()).isTrue();
    }
}

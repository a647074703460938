package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrap-up, and the channel that is busy until it is done (sheet 4, 6.2, 10). */
class WrapUpTest extends AtWork {
    private Rest.Reply wrapUp(JsonNode call, String body) throws IOException {
        return alice.operate(call, "wrapup", body);
    }

    private String dialFails() throws IOException {
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(201);
        return alice.listener().event("AgentOutboundFailed").path("reason").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sale", "Call back later", "Wrong number"})
    void wrapUpShouldBeAcceptedAndThenTold(String code) throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);
        assertThat(wrapUp(
                                call,
                                "{\"auxCodeId\":\"" + alice.described().wrapUpCode(code) + "\",\"wrapUpReason\":\""
                                        + code + "\"}")
                        .status())
                .isEqualTo(202);
        JsonNode data = alice.listener().event("AgentWrappedUp");

        assertThat(Worker.id(data)).isEqualTo(Worker.id(call));
        assertThat(data.at("/interaction/participants/" + alice.agentId() + "/isWrapUp")
                        .asBoolean())
                .isFalse();
        assertThat(simulators.books().get(0).ended()).isTrue();
    }

    @Test
    void channelShouldBeBusyUntilItIsDone() throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);
        assertThat(dialFails()).isEqualTo("NO_MATCHING_AGENT_CHANNEL_FOUND");
        assertThat(simulators.books()).hasSize(1);
        alice.wrappedUp(call);

        alice.talk();
        assertThat(simulators.books()).hasSize(2);
    }

    @Test
    void refusedDialShouldLeaveNothingToWrapUp() throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);
        dialFails();
        JsonNode session = alice.reloaded();

        assertThat(session.path("interactionIds")).hasSize(1);
        assertThat(session.at("/interactionIds/0").asText()).isEqualTo(Worker.id(call));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"auxCodeId\":\"CODE\"}",
                "{\"wrapUpReason\":\"Sale\"}",
                "{\"auxCodeId\":\"\",\"wrapUpReason\":\"Sale\"}",
                "{\"auxCodeId\":\"1234567890123456789012345678901234567\",\"wrapUpReason\":\"Sale\"}",
                "{"
            })
    void codeAndReasonShouldBeThere(String body) throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);

        assertThat(wrapUp(call, body.replace("CODE", alice.described().wrapUpCode("Sale")))
                        .status())
                .isEqualTo(400);
        assertThat(alice.arrived()).isEmpty();
        alice.wrappedUp(call);
    }

    @Test
    void reasonShouldNotBeTooLong() throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);

        assertThat(wrapUp(
                                call,
                                "{\"auxCodeId\":\"" + alice.described().wrapUpCode("Sale") + "\",\"wrapUpReason\":\""
                                        + "x".repeat(129) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-code", "Break"})
    void codeShouldBeOneOfWrapUp(String code) throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);
        String id = alice.auxCode(code).isEmpty() ? code : alice.auxCode(code);
        assertThat(wrapUp(call, "{\"auxCodeId\":\"" + id + "\",\"wrapUpReason\":\"x\"}")
                        .status())
                .isEqualTo(202);

        assertThat(alice.listener().event("AgentWrapupFailed").path("reason").asText())
                .isNotEmpty();
        alice.wrappedUp(call);
    }

    @Test
    void talkShouldNotBeWrappedUp() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.wrapUp(call).status()).isEqualTo(202);

        alice.listener().event("AgentWrapupFailed");
        alice.hungUp(call);
    }

    @Test
    void wrappedUpCallShouldBeGone() throws Exception {
        JsonNode call = alice.talk();
        alice.wrappedUp(alice.hungUp(call));

        assertThat(alice.wrapUp(call).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"true,Available", "false,Idle"})
    void agentShouldBeAfterAnOutdialWhatHisProfileSays(boolean available, String state) throws Exception {
        restartWith("availableAfterOutdial", available);
        alice.wrappedUp(alice.hungUp(alice.talk()));

        Await.until("he is " + state, () -> state().equals(state));
    }

    private String state() {
        try {
            return alice.reloaded().path("subStatus").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void wrapUpShouldNotEndByItself() throws Exception {
        restartWith("wrapUp", "1ms");
        JsonNode call = alice.talk();
        alice.hungUp(call);
        alice.reload();
        alice.listener().event("AgentContact");

        assertThat(dialFails()).isEqualTo("NO_MATCHING_AGENT_CHANNEL_FOUND");
        alice.wrappedUp(call);
    }

    @Test
    void wrapUpShouldEndByItselfWhereTheServerDoes() throws Exception {
        restart(usual().with("webexcc.serverWrapUp", true).with("webexcc.wrapUp", "1ms"));
        JsonNode call = alice.talk();
        alice.operate(call, "end");

        assertThat(Worker.id(alice.listener().event("AgentWrappedUp"))).isEqualTo(Worker.id(call));
    }

    @ParameterizedTest
    @CsvSource({"both,true,true", "event,true,false", "pending,false,true"})
    void wrapUpShouldBeKnownByWhatIsSet(String setting, boolean event, boolean pending) throws Exception {
        restartWith("wrapUpTold", setting);
        JsonNode call = alice.talk();
        alice.operate(call, "end");
        JsonNode ended = alice.listener().event("ContactEnded");
        if (event) {
            alice.listener().event("AgentWrapup");
        }

        assertThat(ended.path("agentsPendingWrapUp").toString().contains(alice.agentId()))
                .isEqualTo(pending);
        assertThat(alice.arrived()).doesNotContain("AgentWrapup");
        alice.wrappedUp(call);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unansweredCallShouldBeWrappedUpWhereItMust(boolean setting) throws Exception {
        restartWith("wrapUpUnanswered", setting);
        alice.dial(Quick.AREA + "0101");
        JsonNode failed = alice.listener().event("AgentOutboundFailed");
        if (setting) {
            alice.listener().event("AgentWrapup");
            assertThat(dialFails()).isEqualTo("NO_MATCHING_AGENT_CHANNEL_FOUND");
            alice.wrappedUp(failed);
        }

        assertThat(failed.path("agentsPendingWrapUp").toString().contains(alice.agentId()))
                .isEqualTo(setting);
        Await.until("the channel is free", this::free);
        alice.talk();
    }

    private boolean free() {
        try {
            return alice.reloaded().path("interactionIds").isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

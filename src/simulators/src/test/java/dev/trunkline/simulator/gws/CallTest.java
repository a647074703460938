package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Options;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call and all that can be done with it (sheet 3, 4). */
class CallTest extends AtWork {
    @Override
    Options usual() {
        return Quick.unhurried().with("gws.noAnswer", "10s");
    }

    private static List<String> capabilities(JsonNode call) {
        return StreamSupport.stream(call.path("capabilities").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void callShouldBeToldFromDialToTheWorkAfterIt() throws Exception {
        assertThat(alice.dial(Quick.NUMBER).json().toString()).isEqualTo("{\"statusCode\":0}");
        JsonNode call = alice.call("Established");
        alice.operate(call, "Hangup");

        assertThat(alice.until("NotReady AfterCallWork"))
                .containsExactly("Outbound Released", "NotReady AfterCallWork");
        assertThat(call.path("callType").asText()).isEqualTo("Outbound");
        assertThat(call.at("/participants/0/e164Number").asText()).isEqualTo("+13125550142");
        assertThat(call.at("/participants/0/formattedPhoneNumber").asText()).isEqualTo("(312) 555-0142");
        assertThat(call.path("dnis").asText()).isEqualTo(Quick.NUMBER);
    }

    @Test
    void extensionsShouldTellOfBusinessAndWork() throws Exception {
        alice.dial(Quick.NUMBER);
        JsonNode dialing = alice.message("Outbound Dialing").at("/data/extensions");
        JsonNode established = alice.message("Outbound Established").at("/data/extensions");

        assertThat(dialing.toString()).isEqualTo("{\"BusinessCall\":1}");
        assertThat(established.toString()).isEqualTo("{\"BusinessCall\":1,\"WrapUpTime\":60}");
    }

    @Test
    void workShouldBeHiddenWhereTheSwitchDoesNotTellIt() throws Exception {
        restartWith("gws.tellsWrapUpTime", false);
        alice.dial(Quick.NUMBER);

        assertThat(alice.message("Outbound Established").at("/data/extensions").has("WrapUpTime"))
                .isFalse();
    }

    @Test
    void workShouldEndByItselfOrByTheAgent() throws Exception {
        restart(Quick.options());
        alice.operate(alice.talk(), "Hangup");
        assertThat(alice.until("Ready")).endsWith("NotReady AfterCallWork", "Ready");
        restart(Quick.unhurried());
        alice.operate(alice.talk(), "Hangup");
        alice.until("NotReady AfterCallWork");
        alice.state("NotReady");
        assertThat(alice.until("NotReady")).containsExactly("NotReady");
    }

    @Test
    void stateAfterWorkShouldBeTheOneBeforeWhereItIs() throws Exception {
        restart(Quick.options().with("gws.afterWrapUp", "before"));
        alice.operate(alice.talk(), "Hangup");

        assertThat(alice.until("NotReady")).endsWith("NotReady AfterCallWork", "NotReady");
    }

    @Test
    void holdAndRetrieveShouldFollowCapabilities() throws Exception {
        JsonNode call = alice.talk();
        assertThat(capabilities(call)).contains("Hold").doesNotContain("Retrieve");
        assertThat(alice.operate(call, "Retrieve").code()).isEqualTo("400 2");
        assertThat(alice.operate(call, "Hold").code()).isEqualTo("200 0");
        JsonNode held = alice.call("Held");
        assertThat(capabilities(held)).contains("Retrieve").doesNotContain("Hold");
        alice.operate(call, "Retrieve");
        alice.call("Established");
    }

    @Test
    void muteShouldChangeNoState() throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "MuteCall");
        JsonNode muted = alice.call("Established");

        assertThat(muted.path("mute").asText()).isEqualTo("On");
        assertThat(capabilities(muted)).contains("UnmuteCall").doesNotContain("MuteCall");
        alice.operate(call, "UnmuteCall");
        assertThat(alice.call("Established").path("mute").asText()).isEqualTo("Off");
    }

    @ParameterizedTest
    @CsvSource({"all,12*#,200 0", "numbers,12*#,400 10", "numbers,12,200 0", "all,x,400 10", "all,,400 1"})
    void digitsShouldBeThoseThatCanBeSent(String setting, String digits, String code) throws Exception {
        restartWith("gws.digits", setting);
        JsonNode call = alice.talk();
        String more = digits == null ? "" : ",\"digits\":\"" + digits + "\"";

        assertThat(alice.operate(call, "SendDtmf", more).code()).isEqualTo(code);
        if (code.startsWith("200")) {
            alice.until("Outbound Established (DtmfSent)");
        }
    }

    @Test
    void userDataShouldBeTheWholeEachTime() throws Exception {
        alice.rest()
                .post(
                        "me/devices/" + alice.deviceId() + "/calls",
                        "{\"operationName\":\"Dial\",\"destination\":{\"phoneNumber\":\"" + Quick.NUMBER
                                + "\"},\"userData\":{\"a\":\"1\"}}");
        JsonNode call = alice.call("Established");
        assertThat(call.path("userData").toString()).isEqualTo("{\"a\":\"1\"}");
        alice.operate(call, "UpdateUserData", ",\"userData\":{\"a\":\"2\",\"b\":{\"c\":3}}");
        assertThat(data()).isEqualTo("{\"a\":\"2\",\"b\":{\"c\":3}}");
        alice.operate(call, "DeleteUserDataPair", ",\"key\":\"b\"");
        assertThat(data()).isEqualTo("{\"a\":\"2\"}");
        alice.operate(call, "DeleteUserData");
        assertThat(data()).isEmpty();
        assertThat(alice.operate(call, "UpdateUserData").code()).isEqualTo("400 1");
        assertThat(alice.operate(call, "DeleteUserDataPair").code()).isEqualTo("400 1");
    }

    private String data() {
        return alice.message("Outbound Established (AttachedDataChanged)")
                .at("/data/call/userData")
                .toString();
    }

    @Test
    void releasedCallShouldBeGone() throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "Hangup");
        JsonNode released = alice.call("Released");
        alice.until("NotReady AfterCallWork");

        assertThat(capabilities(released)).isEmpty();
        assertThat(alice.operate(call, "UpdateUserData", ",\"userData\":{\"a\":\"1\"}")
                        .code())
                .isEqualTo("404 6");
        assertThat(alice.operate(call, "Hangup").code()).isEqualTo("404 6");
    }

    @Test
    void dataShouldBeTakenDuringTheWorkWhereItIs() throws Exception {
        restartWith("gws.dataAfterRelease", true);
        JsonNode call = alice.talk();
        alice.operate(call, "Hangup");
        alice.until("NotReady AfterCallWork");

        assertThat(alice.operate(call, "UpdateUserData", ",\"userData\":{\"DispositionCode\":\"Sold\"}")
                        .code())
                .isEqualTo("200 0");
        JsonNode told = alice.message("Outbound Released (AttachedDataChanged)").at("/data/call");
        assertThat(told.at("/userData/DispositionCode").asText()).isEqualTo("Sold");
        assertThat(alice.operate(call, "Hold").code()).isEqualTo("400 2");
    }

    @Test
    void secondDialShouldNeedAHeldCall() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.dial(Quick.AREA + "0188").code()).isEqualTo("400 2");
        alice.operate(call, "Hold");
        alice.call("Held");
        assertThat(alice.dial(Quick.AREA + "0188").code()).isEqualTo("200 0");
        alice.call("Established");
        assertThat(alice.operate(call, "Retrieve").code()).isEqualTo("400 2");
    }

    @Test
    void unknownOperationShouldBeNoState() throws Exception {
        JsonNode call = alice.talk();

        assertThat(alice.operate(call, "Sing").code()).isEqualTo("400 10");
        assertThat(alice.operate(call, "Reject").code()).isEqualTo("400 2");
        assertThat(alice.operate(call, "StartCallRecording").code()).isEqualTo("400 2");
    }

    @Test
    void callOfAnotherShouldNotBeFound() throws Exception {
        JsonNode call = alice.talk();
        Worker bob = Worker.atWork(simulators, "bob");

        assertThat(bob.operate(call, "Hangup").code()).isEqualTo("404 6");
        assertThat(bob.arrived()).isEmpty();
    }

    @Test
    void recordingShouldBeOfferedWhereItIs() throws Exception {
        restartWith("gws.recording", true);
        JsonNode call = alice.talk();
        alice.operate(call, "StartCallRecording");
        JsonNode recorded =
                alice.message("Outbound Established (CallRecordingStateChange)").at("/data/call");

        assertThat(recorded.path("recordingState").asText()).isEqualTo("Recording");
        assertThat(capabilities(recorded)).contains("PauseCallRecording");
    }

    @Test
    void colleagueShouldRingAndAnswer() throws Exception {
        Worker bob = Worker.atWork(simulators, "bob");
        alice.dial(bob.extension());
        JsonNode ringing = bob.call("Ringing");
        assertThat(capabilities(ringing)).contains("Answer").doesNotContain("Hangup");
        assertThat(bob.operate(ringing, "Answer").code()).isEqualTo("200 0");
        assertThat(bob.until("Internal Established")).containsExactly("Internal Established");
        JsonNode call = alice.call("Established");
        assertThat(call.path("callType").asText()).isEqualTo("Internal");
        assertThat(bob.operate(ringing, "Hangup").code()).isEqualTo("200 0");
        alice.call("Released");
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void telephoneShouldStayRingingWhereNoRequestAnswersIt() throws Exception {
        restart(usual().with("gws.agentPhones", "byHand").with("gws.noAnswer", "60s"));
        Worker bob = Worker.atWork(simulators, "bob");
        alice.dial(bob.extension());
        JsonNode ringing = bob.call("Ringing");

        assertThat(bob.operate(ringing, "Answer").code()).isEqualTo("200 0");
        assertThat(bob.arrived()).isEmpty();
        assertThat(bob.rest().get("me/calls?fields=*").text("/calls/0/state")).isEqualTo("Ringing");
    }

    @Test
    void telephoneShouldAnswerByItselfWhereItDoes() throws Exception {
        restartWith("gws.agentPhones", "autoAnswer");
        Worker bob = Worker.atWork(simulators, "bob");
        alice.dial(bob.extension());

        assertThat(bob.until("Internal Established")).containsExactly("Internal Ringing", "Internal Established");
    }

    @Test
    void ringingCallShouldGoBackWhereItCan() throws Exception {
        restart(usual().with("gws.reject", true).with("gws.noAnswer", "60s"));
        Worker bob = Worker.atWork(simulators, "bob");
        alice.dial(bob.extension());

        assertThat(bob.operate(bob.call("Ringing"), "Reject").code()).isEqualTo("200 0");
        alice.call("Released");
    }

    @ParameterizedTest
    @ValueSource(strings = {"beforeAnswer", "afterAnswer", "either"})
    void firstEventShouldComeWhateverItsOrder(String order) throws Exception {
        restartWith("gws.firstEvent", order);
        alice.dial(Quick.NUMBER);

        assertThat(alice.until("Outbound Established")).containsExactly("Outbound Dialing", "Outbound Established");
    }

    @Test
    void membersShouldBeThoseOfTheReleaseThatIsSet() throws Exception {
        restart(usual().with("gws.callMembers", "asCaptured")
                .with("gws.participants", "strings")
                .with("gws.callIds", "connId")
                .with("gws.metrics", "never"));
        alice.dial(Quick.NUMBER);
        JsonNode data = alice.message("Outbound Established").path("data");
        JsonNode call = data.path("call");

        assertThat(data.has("metrics")).isFalse();
        assertThat(call.at("/participants/0").asText()).isEqualTo(Quick.NUMBER);
        assertThat(call.at("/participantsInfo/0/country/code").asText()).isEqualTo("US");
        assertThat(call.path("id")).isEqualTo(call.path("connId")).isNotEqualTo(call.path("callUuid"));
        assertThat(call.path("ani").asText()).isEqualTo("1001");
        assertThat(call.path("case").isArray()).isTrue();
        assertThat(alice.operate(call, "Hangup").code()).isEqualTo("200 0");
    }

    @Test
    void metricsShouldTellTheTimeWhereTheyAreThere() throws Exception {
        restartWith("gws.metrics", "always");
        long before = System.currentTimeMillis();
        alice.dial(Quick.NUMBER);
        JsonNode told = alice.message("Outbound Dialing");

        assertThat(told.at("/data/metrics/eventProcessing/serverGenerationTimestamp")
                        .asLong())
                .isBetween(before, System.currentTimeMillis());
    }

    @Test
    void powersShouldBeTakenAway() throws Exception {
        restart(usual().with("gws.mute", false).with("gws.clearCall", false));

        assertThat(capabilities(alice.talk())).doesNotContain("MuteCall", "ClearCall");
    }
}

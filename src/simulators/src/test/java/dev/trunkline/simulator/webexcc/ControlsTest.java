package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hanging up, hold, recording, rejecting, call data (sheet 4). */
class ControlsTest extends AtWork {
    private static boolean held(JsonNode data) {
        return data.at("/interaction/media/" + Worker.id(data) + "/isHold").asBoolean();
    }

    private JsonNode failed(Rest.Reply reply, String event) {
        assertThat(reply.status()).isEqualTo(202);
        JsonNode data = alice.listener().event(event);
        assertThat(data.path("reason").asText()).isNotEmpty();
        assertThat(data.has("reasonCode")).isTrue();
        return data;
    }

    @Test
    void holdShouldBeAcceptedAndThenTold() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.media(call, "hold").status()).isEqualTo(202);
        JsonNode data = alice.listener().event("AgentContactHeld");

        assertThat(Worker.id(data)).isEqualTo(Worker.id(call));
        assertThat(held(data)).isTrue();
        assertThat(data.at("/interaction/state").asText()).isEqualTo("connected");
    }

    @Test
    void resumeShouldBeAcceptedAndThenTold() throws Exception {
        JsonNode call = alice.talk();
        alice.held(call);
        assertThat(alice.media(call, "unhold").status()).isEqualTo(202);

        assertThat(held(alice.listener().event("AgentContactUnheld"))).isFalse();
    }

    @Test
    void heldCallShouldNotBeHeldAgain() throws Exception {
        JsonNode call = alice.talk();
        alice.held(call);

        assertThat(Worker.id(failed(alice.media(call, "hold"), "AgentContactHoldFailed")))
                .isEqualTo(Worker.id(call));
    }

    @Test
    void callThatIsNotHeldShouldNotBeResumed() throws Exception {
        failed(alice.media(alice.talk(), "unhold"), "AgentContactUnHoldFailed");
    }

    @Test
    void ringingCallShouldNotBeHeld() throws Exception {
        failed(alice.media(alice.ringing(), "hold"), "AgentContactHoldFailed");
    }

    @ParameterizedTest
    @CsvSource({"hold,{}", "unhold,{}", "hold,''", "hold,{\"mediaResourceId\":7}", "reject,{}"})
    void mediaShouldBeNamed(String what, String body) throws Exception {
        assertThat(alice.operate(alice.talk(), what, body).status()).isEqualTo(400);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void unknownMediaShouldNotBeHeld() throws Exception {
        JsonNode call = alice.talk();

        failed(alice.operate(call, "hold", "{\"mediaResourceId\":\"none\"}"), "AgentContactHoldFailed");
    }

    @Test
    void endShouldBeToldAndThenWrapUp() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.operate(call, "end").status()).isEqualTo(202);
        List<JsonNode> frames = alice.listener().events("AgentWrapup");

        assertThat(Listener.contacts(frames)).isEqualTo(List.of("ContactEnded", "AgentWrapup"));
        JsonNode ended = frames.get(0).path("data");
        assertThat(Worker.id(ended)).isEqualTo(Worker.id(call));
        assertThat(ended.at("/interaction/isTerminated").asBoolean()).isTrue();
        assertThat(ended.at("/agentsPendingWrapUp/0").asText()).isEqualTo(alice.agentId());
        JsonNode wrapUp = frames.get(1).path("data");
        assertThat(wrapUp.at("/interaction/state").asText()).isEqualTo("wrapUp");
        assertThat(wrapUp.at("/interaction/participants/" + alice.agentId() + "/isWrapUp")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void heldCallShouldBeEnded() throws Exception {
        JsonNode call = alice.talk();
        alice.held(call);

        alice.hungUp(call);
    }

    @Test
    void endedCallShouldNotBeEndedAgain() throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);

        failed(alice.operate(call, "end"), "AgentContactEndFailed");
    }

    @Test
    void ringingCallShouldBeCancelled() throws Exception {
        JsonNode call = alice.ringing();
        assertThat(alice.operate(call, "end").status()).isEqualTo(202);
        JsonNode ended = alice.listener().event("ContactEnded");

        assertThat(Worker.id(ended)).isEqualTo(Worker.id(call));
        assertThat(ended.path("terminatingParty").asText()).isEqualTo("Agent");
    }

    @Test
    void cancelledCallShouldFailWhereItDoes() throws Exception {
        restartWith("cancel", "failed");
        alice.operate(alice.ringing(), "end");
        JsonNode failed = alice.listener().event("AgentOutboundFailed");

        assertThat(failed.path("terminatingParty").asText().equals("Agent")
                        || failed.path("reason").asText().equals("AGENT_ENDS"))
                .isTrue();
    }

    @Test
    void endShouldNotBeEchoedWhereItIsNot() throws Exception {
        restartWith("endEchoed", false);
        JsonNode call = alice.talk();
        assertThat(alice.operate(call, "end").status()).isEqualTo(202);
        alice.reload();
        List<String> contacts = alice.listener().contacts("AgentContact");

        assertThat(contacts).doesNotContain("ContactEnded", "AgentWrapup");
    }

    @Test
    void customersHangingUpShouldBeTold() throws Exception {
        JsonNode call = alice.talk();
        alice.farEnd(call, "hangup");
        List<JsonNode> frames = alice.listener().events("AgentWrapup");

        assertThat(Listener.contacts(frames)).isEqualTo(List.of("ContactEnded", "AgentWrapup"));
        assertThat(frames.get(0).at("/data/terminatingParty").asText()).isEqualTo("Customer");
    }

    @Test
    void recordingShouldPauseAndGoOn() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.operate(call, "record/pause").status()).isEqualTo(202);
        alice.listener().event("ContactRecordingPaused");
        assertThat(alice.operate(call, "record/resume", "{\"autoResumed\":false}")
                        .status())
                .isEqualTo(202);

        assertThat(Worker.id(alice.listener().event("ContactRecordingResumed"))).isEqualTo(Worker.id(call));
    }

    @Test
    void recordingShouldNotPauseTwiceNorResumeUnpaused() throws Exception {
        JsonNode call = alice.talk();
        failed(alice.operate(call, "record/resume", "{\"autoResumed\":false}"), "ContactRecordingResumeFailed");
        alice.operate(call, "record/pause");
        alice.listener().event("ContactRecordingPaused");

        failed(alice.operate(call, "record/pause"), "ContactRecordingPauseFailed");
    }

    @Test
    void recordingThatIsOffShouldNotPause() throws Exception {
        restartWith("recording", false);
        alice.dial(Quick.NUMBER);

        failed(
                alice.operate(alice.listener().event("AgentContactAssigned"), "record/pause"),
                "ContactRecordingPauseFailed");
    }

    @ParameterizedTest
    @CsvSource({"assignFailed,AgentContactAssignFailed", "contactEnded,ContactEnded", "both,ContactEnded"})
    void rejectedOfferShouldBeToldAsSet(String setting, String event) throws Exception {
        restart(usual().with("webexcc.rejectTold", setting).with("webexcc.agentLeg", "120s"));
        JsonNode offer = alice.ringing();
        assertThat(alice.media(offer, "reject").status()).isEqualTo(202);

        assertThat(Worker.id(alice.listener().event(event))).isEqualTo(Worker.id(offer));
    }

    @Test
    void agentShouldBeIdleAfterARejection() throws Exception {
        restart(usual().with("webexcc.agentLeg", "120s"));
        alice.media(alice.ringing(), "reject");

        assertThat(alice.listener()
                        .event("AgentStateChangeSuccess")
                        .path("subStatus")
                        .asText())
                .isEqualTo("Idle");
        assertThat(simulators.books().get(0).ended()).isTrue();
    }

    @Test
    void talkShouldNotBeRejected() throws Exception {
        JsonNode call = alice.talk();
        alice.media(call, "reject");
        alice.reload();

        assertThat(alice.listener()
                        .event("AgentContact")
                        .at("/interaction/state")
                        .asText())
                .isEqualTo("connected");
    }

    @Test
    void telephonyShouldNotBeAcceptedByRest() throws Exception {
        restart(usual().with("webexcc.agentLeg", "120s"));

        assertThat(alice.operate(alice.ringing(), "accept").status()).isEqualTo(400);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void telephonyShouldBeAcceptedWhereItMay() throws Exception {
        restart(usual().with("webexcc.agentLeg", "120s").with("webexcc.acceptTelephony", true));
        alice.dial(Quick.NUMBER);
        alice.operate(alice.listener().event("AgentOfferContact"), "accept");

        alice.talking();
    }

    private Rest.Reply update(JsonNode call, String attributes) throws IOException {
        return alice.rest().patch("/v1/tasks/" + Worker.id(call), "{\"attributes\":" + attributes + "}");
    }

    @Test
    void callDataShouldBeChanged() throws Exception {
        JsonNode call = alice.talk();
        assertThat(update(call, "{\"caseId\":\"C-7\"}").status()).isEqualTo(202);
        JsonNode updated = alice.listener().event("ContactUpdated");

        assertThat(updated.at("/interaction/callAssociatedData/caseId/value").asText())
                .isEqualTo("C-7");
        assertThat(Worker.id(updated)).isEqualTo(Worker.id(call));
    }

    @Test
    void callDataShouldChangeUntoldWhereItDoes() throws Exception {
        restartWith("patchTold", false);
        JsonNode call = alice.talk();
        update(call, "{\"caseId\":\"C-7\"}");
        alice.reload();
        List<JsonNode> frames = alice.listener().events("AgentContact");

        assertThat(Listener.contacts(frames)).isEqualTo(List.of("AgentContact"));
        assertThat(frames.get(frames.size() - 1)
                        .at("/data/interaction/callAssociatedData/caseId/value")
                        .asText())
                .isEqualTo("C-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{\"a\":1}", "[]", "null"})
    void callDataShouldBeText(String attributes) throws Exception {
        assertThat(update(alice.talk(), attributes).status()).isEqualTo(400);
    }

    @Test
    void callDataShouldHaveItsLimits() throws Exception {
        JsonNode call = alice.talk();

        assertThat(update(call, "{\"" + "x".repeat(201) + "\":\"v\"}").status()).isEqualTo(400);
        assertThat(update(call, "{\"name\":\"" + "x".repeat(1025) + "\"}").status())
                .isEqualTo(400);
    }

    @Test
    void endedTaskShouldNotBeWrittenTo() throws Exception {
        JsonNode call = alice.talk();
        alice.hungUp(call);
        assertThat(update(call, "{\"caseId\":\"C-7\"}").status()).isEqualTo(400);
        alice.wrappedUp(call);

        assertThat(update(call, "{\"caseId\":\"C-7\"}").status()).isEqualTo(400);
    }

    @Test
    void endedTaskShouldFailToBeWrittenToWhereItDoes() throws Exception {
        restartWith("patchEnded", "failed");
        JsonNode call = alice.talk();
        alice.hungUp(call);

        failed(update(call, "{\"caseId\":\"C-7\"}"), "ContactUpdateFailed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "end",
                "hold",
                "unhold",
                "wrapup",
                "record/pause",
                "record/resume",
                "transfer",
                "consult",
                "consult/end",
                "consult/transfer",
                "consult/conference",
                "conference/exit"
            })
    void anothersTaskShouldNotBeTouched(String what) throws Exception {
        JsonNode call = alice.talk();
        String body = "{\"mediaResourceId\":\"" + Worker.id(call) + "\",\"auxCodeId\":\""
                + alice.described().wrapUpCode("Sale")
                + "\",\"wrapUpReason\":\"Sale\",\"to\":\"+13125550188\",\"destinationType\":\"dialNumber\"}";

        try (Worker bob = Worker.atWork(simulators, "bob")) {
            assertThat(bob.operate(call, what, body).status()).isEqualTo(400);
        }
        assertThat(alice.rest().post("/v1/tasks/none/" + what, body).status()).isEqualTo(400);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void unknownTaskShouldFailByEventWhereItDoes() throws Exception {
        restartWith("unknownTaskStatus", 0);

        assertThat(alice.rest().post("/v1/tasks/none/end", "{}").status()).isEqualTo(202);
        alice.listener().event("AgentContactEndFailed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mute", "dtmf", "answer", "park"})
    void whatThereIsNotShouldNotBeFound(String what) throws Exception {
        assertThat(alice.operate(alice.talk(), what).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void codesShouldBeNumbersOrTextAsSet(boolean wordy) throws Exception {
        restartWith("wordyCodes", wordy);
        JsonNode call = alice.talk();
        alice.media(call, "unhold");

        assertThat(alice.listener()
                        .event("AgentContactUnHoldFailed")
                        .path("reasonCode")
                        .isTextual())
                .isEqualTo(wordy);
    }
}

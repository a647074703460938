package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with one call (sheet 4, 9.1.8). */
class ControlsTest extends AtWork {
    private static final String NONE = "interactions/calls/0F3C9A1E5B7D4A2C8E6F102938475AB1/";

    @Override
    Options usual() {
        return Quick.unhurried().with("five9.noAnswer", "10s");
    }

    @Test
    void holdShouldAnswerWithNothingAndBeTold() throws Exception {
        JsonNode call = alice.talk();
        Rest.Reply reply = alice.operate(call, "hold");

        assertThat(reply.ok()).isTrue();
        assertThat(alice.call("ON_HOLD").path("id")).isEqualTo(call.path("id"));
        assertThat(alice.read(call).path("state").asText()).isEqualTo("ON_HOLD");
        assertThat(alice.operate(call, "unhold").ok()).isTrue();
        alice.call("TALKING");
    }

    @Test
    void heldCallShouldBeEnded() throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "hold");
        alice.call("ON_HOLD");
        alice.operate(call, "disconnect");

        assertThat(alice.steps("4 WRAP_UP")).doesNotContain("4 TALKING");
    }

    @ParameterizedTest
    @CsvSource({"WRAP_UP,hold", "WRAP_UP,unhold", "TALKING,answer", "TALKING,reject"})
    void controlsOutOfTheirTimeShouldBeRefused(String state, String what) throws Exception {
        JsonNode call = alice.talk();
        bring(call, state);
        Rest.Reply reply = alice.operate(call, what);

        assertThat(reply.status()).isEqualTo(435);
        assertThat(reply.message()).isNotEmpty();
        assertThat(alice.read(call).path("state").asText()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"TALKING,unhold", "ON_HOLD,hold", "WRAP_UP,disconnect"})
    void controlsThatAreDoneShouldChangeNothing(String state, String what) throws Exception {
        JsonNode call = alice.talk();
        bring(call, state);

        assertThat(alice.operate(call, what).status()).isIn(200, 404, 435);
        assertThat(alice.read(call).path("state").asText()).isEqualTo(state);
        assertThat(alice.arrived()).doesNotContain("5", "4 FINISHED");
    }

    private void bring(JsonNode call, String state) throws IOException {
        if (state.equals("ON_HOLD")) {
            alice.operate(call, "hold");
            alice.call("ON_HOLD");
        } else if (state.equals("WRAP_UP")) {
            alice.operate(call, "disconnect");
            alice.call("WRAP_UP");
        }
    }

    @Test
    void secondDisposalShouldFindNothingToClose() throws Exception {
        JsonNode call = alice.talk();
        String disposition = alice.finalDisposition();
        alice.dispose(call, disposition);
        alice.until("31");

        assertThat(alice.dispose(call, disposition).status()).isIn(404, 435);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hold", "unhold", "disconnect", "answer", "reject", "park", "retrieve", "complete_transfer"})
    void callThatIsNoneShouldNotBeFound(String what) throws Exception {
        assertThat(alice.rest().put(NONE + what, "").status()).isIn(404, 435);
    }

    @Test
    void callOfAnotherShouldNotBeFound() throws Exception {
        JsonNode call = alice.talk();
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            assertThat(bob.operate(call, "disconnect").status()).isIn(404, 435);
        }
        assertThat(alice.read(call).path("state").asText()).isEqualTo("TALKING");
    }

    @ParameterizedTest
    @CsvSource({"true,200,WRAP_UP", "false,404,TALKING"})
    void hangUpShouldBeThereWhereItIs(boolean setting, int status, String state) throws Exception {
        restartWith("five9.disconnect", setting);
        JsonNode call = alice.talk();

        assertThat(alice.operate(call, "disconnect").status()).isEqualTo(status);
        if (setting) {
            alice.call("WRAP_UP");
        }
        assertThat(alice.read(call).path("state").asText()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void statusOfControlsShouldBeAsSet(int status) throws Exception {
        restartWith("five9.controlStatus", status);
        Rest.Reply reply = alice.operate(alice.talk(), "hold");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"call,false", "empty,true"})
    void answerToADisposalShouldBeAsSet(String setting, boolean empty) throws Exception {
        restartWith("five9.disposeAnswer", setting);
        JsonNode call = alice.talk();
        Rest.Reply reply = alice.dispose(call, alice.finalDisposition());

        assertThat(reply.ok()).isTrue();
        assertThat(reply.body().isEmpty()).isEqualTo(empty);
        if (!empty) {
            assertThat(reply.json().path("id")).isEqualTo(call.path("id"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"dispositionId\":\"999\"}", "{}", "{", "{\"dispositionId\":null}"})
    void dispositionThatIsNoneShouldBeRefused(String body) throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "disconnect");
        alice.call("WRAP_UP");

        assertThat(alice.operate(call, "dispose", body).status()).isIn(400, 435);
        assertThat(alice.read(call).path("state").asText()).isEqualTo("WRAP_UP");
    }

    @Test
    void redialShouldTakeItsTime() throws Exception {
        JsonNode call = alice.talk();
        String redial = alice.disposition("RedialNumber");

        assertThat(alice.operate(call, "dispose", "{\"dispositionId\":\"" + redial + "\",\"timeout\":3600000}")
                        .ok())
                .isTrue();
        alice.until("31");
    }

    @Test
    void redialShouldNotWaitForMoreThanAYear() throws Exception {
        JsonNode call = alice.talk();
        String redial = alice.disposition("RedialNumber");
        long tooLong = 367L * 24 * 60 * 60 * 1000;

        assertThat(alice.operate(call, "dispose", "{\"dispositionId\":\"" + redial + "\",\"timeout\":" + tooLong + "}")
                        .status())
                .isIn(400, 435);
    }

    @Test
    void parkedCallShouldComeBack() throws Exception {
        JsonNode call = alice.talk();
        assertThat(alice.operate(call, "park").ok()).isTrue();
        alice.socket().event("4");
        assertThat(alice.read(call).path("state").asText()).isNotIn("TALKING", "WRAP_UP", "FINISHED", "");
        assertThat(alice.operate(call, "retrieve").ok()).isTrue();

        alice.call("TALKING");
    }

    @Test
    void recordingShouldBeControlledOnceItIsAllowed() throws Exception {
        JsonNode call = alice.talk();
        for (String what : new String[] {"start_recording", "pause_recording", "resume_recording", "stop_recording"}) {
            assertThat(alice.operate(call, what).ok()).as(what).isTrue();
        }

        assertThat(alice.read(call).path("state").asText()).isEqualTo("TALKING");
    }

    @Test
    void promptShouldBePlayed() throws Exception {
        JsonNode call = alice.talk();
        String prompt = alice.rest().agent("prompts").text("/0/id");

        assertThat(prompt).isNotEmpty();
        assertThat(alice.operate(call, "audio/player/play_prompt", "{\"value\":\"" + prompt + "\"}")
                        .ok())
                .isTrue();
        assertThat(alice.operate(call, "audio/player/play_prompt", "{\"value\":\"999\"}")
                        .ok())
                .isFalse();
    }

    @Test
    void contactShouldBeChanged() throws Exception {
        JsonNode call = alice.talk();

        assertThat(alice.operate(call, "update_contact", "{\"id\":\"9001\",\"fields\":{\"114\":\"Ada\"}}")
                        .ok())
                .isTrue();
    }

    @Test
    void noteShouldBeTaken() throws Exception {
        JsonNode call = alice.talk();

        assertThat(alice.rest()
                        .post(
                                "interactions/" + call.path("id").asText() + "/note",
                                "{\"text\":\"asked for the price\"}")
                        .ok())
                .isTrue();
    }

    private String variable() throws IOException {
        for (JsonNode one : alice.rest().org("call_variables").json()) {
            if (one.path("group").asText().equals("Custom")) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("No variable of one's own");
    }

    @ParameterizedTest
    @CsvSource({"variables,true", "call,true", "empty,false"})
    void variablesShouldBeSetAndAnsweredAsSet(String setting, boolean json) throws Exception {
        restart(usual().with("five9.variablesAnswer", setting).with("five9.callInfo", "observed"));
        JsonNode call = alice.talk();
        String id = variable();
        Rest.Reply reply = alice.operate(call, "variables_2", "{\"" + id + "\":\"A-17\"}");

        assertThat(reply.ok()).isTrue();
        assertThat(reply.json().isObject()).isEqualTo(json);
        JsonNode told = alice.frame("4 TALKING");
        assertThat(told.at("/payLoad/variables").path(id).asText()).isEqualTo("A-17");
        assertThat(alice.read(call).path("variables").path(id).asText()).isEqualTo("A-17");
    }

    @Test
    void variablesShouldBeMergedWithThoseThatAreThere() throws Exception {
        restartWith("five9.callInfo", "observed");
        JsonNode call = alice.talk();
        String id = variable();
        int before = call.path("variables").size();
        alice.operate(call, "variables_2", "{\"" + id + "\":\"1\"}");
        alice.operate(call, "variables_2", "{\"" + id + "\":\"2\"}");

        JsonNode now = alice.read(call).path("variables");
        assertThat(now.path(id).asText()).isEqualTo("2");
        assertThat(now.size()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void changeOfAVariableShouldBeToldAlsoWhereItIsNotShown() throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "variables_2", "{\"" + variable() + "\":\"A-17\"}");

        JsonNode told = alice.frame("4 TALKING");
        assertThat(told.at("/context/eventReason").asText()).isEqualTo("UPDATED");
        assertThat(told.path("payLoad").has("variables")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"999\":\"x\"}", "[]", "{"})
    void variableThatIsNoneShouldBeRefused(String body) throws Exception {
        assertThat(alice.operate(alice.talk(), "variables_2", body).status()).isIn(400, 435);
    }

    @Test
    void variablesShouldBeTakenDuringWrapUp() throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "disconnect");
        alice.call("WRAP_UP");

        assertThat(alice.operate(call, "variables_2", "{\"" + variable() + "\":\"late\"}")
                        .ok())
                .isTrue();
    }

    @Test
    void colleagueShouldBeOfferedTheCallAndAnswer() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            alice.dial(bob.extension());
            JsonNode offered = bob.call("OFFERED");
            assertThat(offered.path("callType").asText()).isEqualTo("AGENT");
            assertThat(bob.operate(offered, "answer").ok()).isTrue();
            bob.call("TALKING");
            JsonNode call = alice.call("TALKING");
            bob.operate(offered, "disconnect");

            alice.call("WRAP_UP", one -> one.path("id").equals(call.path("id")));
        }
    }

    @Test
    void colleagueShouldSayNo() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            alice.dial(bob.extension());
            JsonNode offered = bob.call("OFFERED");
            assertThat(bob.operate(offered, "reject").ok()).isTrue();
            bob.until("31");

            assertThat(bob.calls().size()).isZero();
            assertThat(alice.steps("4 WRAP_UP")).doesNotContain("4 TALKING");
        }
    }

    @Test
    void telephoneShouldAnswerByItselfWhereItDoes() throws Exception {
        restartWith("five9.agentPhones", "autoAnswer");
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            alice.dial(bob.extension());

            bob.call("TALKING");
            alice.call("TALKING");
        }
    }
}

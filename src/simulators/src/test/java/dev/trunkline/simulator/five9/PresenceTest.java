package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ready or not (sheet 2.5). */
class PresenceTest extends AtWork {
    private JsonNode presence() throws IOException {
        return alice.rest().agent("presence").json();
    }

    private String reason() throws IOException {
        for (JsonNode one : alice.rest().org("not_ready_reason_codes").json()) {
            if (one.path("selectable").asBoolean()) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("No reason that can be chosen");
    }

    @Test
    void readyShouldHaveItsChannels() throws Exception {
        JsonNode now = presence();

        assertThat(now.at("/currentState/readyChannels").toString()).contains("CALL");
        assertThat(now.path("pendingState").isNull()).isTrue();
        assertThat(now.path("gracefulModeOn").asBoolean()).isFalse();
        assertThat(now.path("currentStateTime").isNumber()).isTrue();
    }

    @Test
    void notReadyShouldHaveAReasonAndBeTold() throws Exception {
        String reason = reason();
        assertThat(alice.notReady(reason).status()).isEqualTo(200);
        JsonNode told = alice.frame("12").path("payLoad");

        assertThat(told.at("/currentState/readyChannels").isEmpty()).isTrue();
        assertThat(told.at("/currentState/notReadyReasonCodeId").asText()).isEqualTo(reason);
        assertThat(presence().path("currentState")).isEqualTo(told.path("currentState"));
    }

    @Test
    void readyShouldComeBack() throws Exception {
        alice.notReady(reason());
        alice.until("12");
        alice.ready();

        assertThat(alice.frame("12").at("/payLoad/currentState/readyChannels").toString())
                .contains("CALL");
    }

    @Test
    void unknownReasonShouldBeRefused() throws Exception {
        assertThat(alice.notReady("999999").status()).isEqualTo(435);
        assertThat(presence().at("/currentState/readyChannels").toString()).contains("CALL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"currentState\":{\"readyChannels\":\"CALL\"}}"})
    void wrongBodyShouldBeRefused(String body) throws Exception {
        assertThat(alice.rest().put("presence", body).status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @CsvSource({"notReady,false", "ready,true"})
    void beginningShouldBeAsSet(String setting, boolean ready) throws Exception {
        restartWith("five9.presenceAfterStart", setting);
        try (Worker bob = Worker.loggedIn(simulators, "bob")) {
            bob.becomeWorking();
            String channels = bob.rest()
                    .agent("presence")
                    .json()
                    .at("/currentState/readyChannels")
                    .toString();

            assertThat(channels.contains("CALL")).isEqualTo(ready);
        }
    }

    @Test
    void changeDuringACallShouldWait() throws Exception {
        JsonNode call = alice.talk();
        String reason = reason();
        alice.notReady(reason);
        JsonNode pending = alice.frame("12").path("payLoad");

        assertThat(pending.at("/currentState/readyChannels").toString()).contains("CALL");
        assertThat(pending.at("/pendingState/notReadyReasonCodeId").asText()).isEqualTo(reason);
        assertThat(presence().path("pendingState")).isEqualTo(pending.path("pendingState"));
        alice.dispose(call, alice.finalDisposition());
        JsonNode now = alice.frame("12").path("payLoad");
        assertThat(now.at("/currentState/notReadyReasonCodeId").asText()).isEqualTo(reason);
        assertThat(now.path("pendingState").isNull()).isTrue();
    }

    @Test
    void changeDuringACallShouldNotWaitWhereItDoesNot() throws Exception {
        restartWith("five9.presencePends", false);
        alice.talk();
        alice.notReady(reason());
        JsonNode now = alice.frame("12").path("payLoad");

        assertThat(now.at("/currentState/readyChannels").isEmpty()).isTrue();
        assertThat(now.path("pendingState").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void statusShouldBeAsSet(int status) throws Exception {
        restartWith("five9.presenceStatus", status);

        assertThat(alice.notReady(reason()).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"true,435", "false,200"})
    void dialShouldNeedReadyWhereItDoes(boolean setting, int status) throws Exception {
        restartWith("five9.dialNeedsReady", setting);
        alice.notReady(reason());
        alice.until("12");

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(status);
        assertThat(simulators.books()).hasSize(status == 200 ? 1 : 0);
    }

    @Test
    void agentMayBeSentOut() throws Exception {
        alice.fault("{\"kind\":\"not-ready\",\"agent\":\"alice\"}");

        assertThat(alice.frame("12").at("/payLoad/currentState/readyChannels").isEmpty())
                .isTrue();
        assertThat(presence().at("/currentState/readyChannels").isEmpty()).isTrue();
    }
}

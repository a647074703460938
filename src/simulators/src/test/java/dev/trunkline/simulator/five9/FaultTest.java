package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that go wrong on purpose (design 1, sheet 9.3). */
class FaultTest extends AtWork {
    @ParameterizedTest
    @CsvSource({
        "'{\"kind\":\"error\"}',500",
        "'{\"kind\":\"error\",\"status\":503}',503",
        "'{\"kind\":\"error\",\"status\":435,\"text\":\"Number is on the DNC list\"}',435"
    })
    void errorsShouldHaveNoEffect(String fault, int status) throws Exception {
        alice.campaign();
        alice.fault(fault);
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(status);

        assertThat(simulators.books()).isEmpty();
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(200);
    }

    @Test
    void textOfAnErrorShouldBeItsMessage() throws Exception {
        alice.campaign();
        alice.fault("{\"kind\":\"error\",\"status\":435,\"text\":\"Number is on the DNC list\"}");

        assertThat(alice.dial(Quick.NUMBER).message()).isEqualTo("Number is on the DNC list");
    }

    @Test
    void errorsShouldBeAsManyAsAreCounted() throws Exception {
        alice.fault("{\"kind\":\"error\",\"status\":503,\"count\":2}");

        assertThat(alice.ready().status()).isEqualTo(503);
        assertThat(alice.ready().status()).isEqualTo(503);
        assertThat(alice.ready().status()).isEqualTo(200);
    }

    @Test
    void errorsOfOneShouldNotBeAnothers() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            alice.fault("{\"kind\":\"error\",\"agent\":\"bob\"}");

            assertThat(alice.ready().status()).isEqualTo(200);
            assertThat(bob.ready().status()).isEqualTo(500);
        }
    }

    @Test
    void errorAfterwardsShouldHaveItsEffect() throws Exception {
        alice.campaign();
        alice.fault("{\"kind\":\"error-after\"}");

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(500);
        alice.call("TALKING");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void rateLimitShouldSayWhenToComeBack() throws Exception {
        alice.campaign();
        alice.fault("{\"kind\":\"rate-limit\",\"seconds\":7}");
        Rest.Reply reply = alice.dial(Quick.NUMBER);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("7");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void slowShouldDelayTheAnswer() throws Exception {
        alice.fault("{\"kind\":\"slow\",\"seconds\":0.2}");
        long before = System.nanoTime();
        alice.rest().agent("login_state");

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void lostAnswerShouldHaveItsEffect() throws Exception {
        alice.campaign();
        alice.fault("{\"kind\":\"lose-answer\"}");

        assertThatThrownBy(() -> alice.dial(Quick.NUMBER)).isInstanceOf(IOException.class);
        alice.call("TALKING");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void swallowedCommandShouldBeAcceptedAndForgotten() throws Exception {
        alice.campaign();
        alice.fault("{\"kind\":\"swallow\"}");

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(200);
        assertThat(alice.arrived()).isEmpty();
        assertThat(simulators.books()).isEmpty();
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(200);
    }

    @Test
    void sessionShouldExpireInTheMiddleOfACall() throws Exception {
        JsonNode call = alice.talk();
        alice.fault("{\"kind\":\"expire-auth\",\"agent\":\"alice\"}");
        Rest.Reply reply = alice.operate(call, "hold");

        assertThat(reply.error()).isEqualTo("401 401");
        assertThat(reply.message()).isEqualTo("User is not logged in");
        alice.socket().awaitClosed();
        Await.until("he is let in", this::letsIn);
        assertThat(alice.read(call).path("state").asText()).isEqualTo("TALKING");
        alice.listen();
        alice.operate(call, "hold");
        alice.call("ON_HOLD");
    }

    private boolean letsIn() {
        try {
            return alice.rest().logIn("alice").ok();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void secondCallShouldArriveBesideTheFirst() throws Exception {
        JsonNode call = alice.talk();
        alice.fault("{\"kind\":\"second-call\",\"agent\":\"alice\"}");
        JsonNode second = alice.other(call, "OFFERED");

        assertThat(second.path("callType").asText()).isEqualTo("INBOUND");
        assertThat(alice.calls().size()).isEqualTo(2);
        assertThat(alice.read(call).path("state").asText()).isEqualTo("TALKING");
        assertThat(alice.operate(second, "reject").ok()).isTrue();
        Await.until("it is gone", () -> size() == 1);
    }

    private int size() {
        try {
            return alice.calls().size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-state", "unknown-reason", "unknown-event", "odd-payload"})
    void oddFramesShouldBeToldAndChangeNothing(String kind) throws Exception {
        JsonNode call = alice.talk();
        alice.arrived();
        alice.fault("{\"kind\":\"" + kind + "\",\"agent\":\"alice\"}");
        JsonNode frame = alice.socket().next();

        assertThat(frame.has("context")).isTrue();
        assertThat(alice.read(call).path("state").asText()).isEqualTo("TALKING");
        alice.operate(call, "hold");
        alice.call("ON_HOLD");
    }

    @Test
    void unknownStateShouldBeOfTheCall() throws Exception {
        JsonNode call = alice.talk();
        alice.arrived();
        alice.fault("{\"kind\":\"unknown-state\",\"agent\":\"alice\"}");
        JsonNode frame = alice.socket().event("4");

        assertThat(frame.at("/payLoad/id")).isEqualTo(call.path("id"));
        assertThat(frame.at("/payLoad/state").asText())
                .isNotIn("OFFERED", "RINGING_ON_OTHER_SIDE", "TALKING", "ON_HOLD", "WRAP_UP", "FINISHED", "");
    }

    @Test
    void unknownReasonShouldBeOfTheCall() throws Exception {
        JsonNode call = alice.talk();
        alice.arrived();
        alice.fault("{\"kind\":\"unknown-reason\",\"agent\":\"alice\"}");
        JsonNode frame = alice.socket().event("4");

        assertThat(frame.at("/payLoad/id")).isEqualTo(call.path("id"));
        assertThat(frame.at("/payLoad/state").asText()).isEqualTo("TALKING");
        assertThat(frame.at("/context/eventReason").asText())
                .isNotIn("UPDATED", "CONNECTED", "RECORDING_ALLOWED", "CONFERENCE_PARTICIPANT_ADDED");
    }

    @Test
    void unknownEventShouldHaveAnIdOfItsOwn() throws Exception {
        alice.fault("{\"kind\":\"unknown-event\",\"agent\":\"alice\"}");

        assertThat(Integer.parseInt(Socket.eventId(alice.socket().next()))).isNotIn(1, 2, 3, 4, 5, 6, 8, 9, 10, 12);
    }

    @Test
    void oddPayloadShouldBeNoObject() throws Exception {
        alice.talk();
        alice.arrived();
        alice.fault("{\"kind\":\"odd-payload\",\"agent\":\"alice\"}");

        assertThat(alice.socket().next().path("payLoad").isObject()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[17]", "{", "no JSON", "{\"context\":17}"})
    void garbageShouldBeSentAsItIs(String text) {
        alice.fault("{\"kind\":\"garbage\",\"agent\":\"alice\",\"text\":\"" + text.replace("\"", "\\\"") + "\"}");

        assertThat(alice.socket().nextText()).isEqualTo(text);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void bigFrameShouldBeTwoMebibytesOfStatistics() throws Exception {
        alice.fault("{\"kind\":\"big-frame\",\"agent\":\"alice\"}");
        String text = alice.socket().nextText();

        assertThat(text.length()).isGreaterThanOrEqualTo(2 * 1024 * 1024);
        assertThat(Socket.eventId(Rest.JSON.readTree(text))).isEqualTo("5000");
        alice.talk();
    }

    @Test
    void burstShouldChangeCallsAtItsRate() throws Exception {
        alice.talk();
        alice.arrived();
        alice.fault("{\"kind\":\"change-burst\",\"perSecond\":100,\"seconds\":0.2}");
        Await.until("twenty changes", () -> simulators.books().get(0).changes() == 20);

        assertThat(alice.arrived()).hasSize(20).containsOnly("4 TALKING");
    }

    @Test
    void faultsShouldBeOverWithAReset() throws Exception {
        alice.fault("{\"kind\":\"error\",\"count\":1000}");
        simulators.reset();

        assertThat(alice.ready().status()).isEqualTo(200);
    }

    @Test
    void wrongFaultsShouldBeExplained() {
        assertThatThrownBy(() -> alice.fault("{\"kind\":\"rain\"}")).hasMessageContaining("silent-socket");
        assertThatThrownBy(() -> alice.fault("{\"kind\":\"slow\",\"agent\":\"nobody\"}"))
                .hasMessageContaining("nobody");
    }
}

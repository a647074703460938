package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sockets that go wrong on purpose (sheet 9.3). */
class StreamFaultTest extends AtWork {
    private void awaitTalk() {
        Await.until("they talk", () -> state().equals("TALKING"));
    }

    private String state() {
        try {
            return alice.calls().at("/0/state").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int handshake() {
        return Socket.handshake(alice.rest(), "/appsvcs/ws/again");
    }

    @Test
    void cutShouldBreakSocketsAndKeepThemOut() {
        alice.fault("{\"kind\":\"cut-stream\",\"seconds\":60}");

        assertThat(alice.socket().awaitClosed()).isEqualTo(-1);
        assertThat(handshake()).isNotEqualTo(101);
        simulators.reset();
        assertThat(handshake()).isEqualTo(101);
    }

    @Test
    void shortCutShouldBeOverByItself() throws Exception {
        alice.fault("{\"kind\":\"cut-stream\",\"seconds\":0.3,\"agent\":\"alice\"}");
        alice.socket().awaitClosed();
        Await.until("the stream is back", () -> handshake() == 101);
        alice.listen();

        alice.talk();
    }

    @Test
    void cutShouldLeaveRequestsAlone() throws Exception {
        alice.fault("{\"kind\":\"cut-stream\",\"seconds\":60}");
        alice.socket().awaitClosed();

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(200);
        awaitTalk();
    }

    @Test
    void refusedHandshakeShouldHaveAStatus() throws Exception {
        alice.fault("{\"kind\":\"refuse-stream\",\"seconds\":60,\"agent\":\"alice\"}");

        assertThat(handshake()).isEqualTo(503);
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            assertThat(bob.arrived()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1003, 3000})
    void socketShouldBeClosedWithTheStatusThatIsWanted(int status) {
        alice.fault("{\"kind\":\"close-stream\",\"agent\":\"alice\",\"status\":" + status + "}");

        assertThat(alice.socket().awaitClosed()).isEqualTo(status);
        assertThat(handshake()).isEqualTo(101);
    }

    @Test
    void silentSocketShouldPongAndTellNothing() throws Exception {
        alice.fault("{\"kind\":\"silent-socket\",\"seconds\":60,\"agent\":\"alice\"}");
        alice.dial(Quick.NUMBER);
        awaitTalk();

        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void newSocketShouldTellBesideTheSilentOne() throws Exception {
        alice.fault("{\"kind\":\"silent-socket\",\"seconds\":60,\"agent\":\"alice\"}");
        Socket silent = alice.socket();
        alice.listen();
        alice.talk();
        silent.say("ping");

        assertThat(silent.until(frame -> Socket.eventId(frame).equals("1202"))).hasSize(1);
        silent.close();
    }

    @Test
    void silentSocketShouldTellAgainAfterItsTime() throws Exception {
        alice.fault("{\"kind\":\"silent-socket\",\"seconds\":0.2,\"agent\":\"alice\"}");
        alice.dial(Quick.NUMBER);
        awaitTalk();
        Await.until("it tells again", this::tellsNow);
    }

    /** Holds the call or takes it back, and listens whether that is told. */
    private boolean tellsNow() {
        try {
            JsonNode call = alice.calls().path(0);
            alice.operate(call, call.path("state").asText().equals("TALKING") ? "hold" : "unhold");
            return alice.arrived().stream().anyMatch(Set.of("4 ON_HOLD", "4 TALKING")::contains);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void halfOpenSocketShouldNotEvenPong() throws Exception {
        alice.fault("{\"kind\":\"half-open\",\"seconds\":60,\"agent\":\"alice\"}");
        alice.socket().say("ping");
        alice.dial(Quick.NUMBER);
        awaitTalk();

        assertThat(alice.socket().quiet()).isTrue();
        assertThat(alice.socket().closedAs()).isEmpty();
    }

    @Test
    void everyFrameShouldComeTwice() throws Exception {
        alice.fault("{\"kind\":\"duplicate-events\",\"seconds\":60,\"agent\":\"alice\"}");
        alice.dial(Quick.NUMBER);
        alice.until("4 TALKING");
        List<String> ids = alice.until("4 TALKING");

        assertThat(ids).isNotEmpty();
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void duplicatesShouldBeTheSameMessage() throws Exception {
        alice.fault("{\"kind\":\"duplicate-events\",\"seconds\":60,\"agent\":\"alice\"}");
        alice.dial(Quick.NUMBER);
        JsonNode first = alice.frame("4 TALKING");

        assertThat(alice.frame("4 TALKING")).isEqualTo(first);
    }

    @Test
    void reorderedFramesShouldAllCome() throws Exception {
        List<String> inOrder = List.of("3 OFFERED", "30 OFFERED", "4 RINGING_ON_OTHER_SIDE", "4 TALKING");
        Set<String> missing = new HashSet<>(inOrder);
        alice.fault("{\"kind\":\"reorder-events\",\"seconds\":60,\"agent\":\"alice\"}");
        alice.dial(Quick.NUMBER);
        List<JsonNode> seen = alice.socket().until(frame -> {
            missing.remove(Worker.brief(frame));
            return missing.isEmpty();
        });

        assertThat(seen.stream().map(Worker::brief).filter(inOrder::contains).toList())
                .isNotEqualTo(inOrder);
    }
}

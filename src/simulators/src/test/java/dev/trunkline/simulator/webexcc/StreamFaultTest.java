package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sockets that go wrong on purpose, and what comes on them (design 1, sheet 9.1). */
class StreamFaultTest extends AtWork {
    private static final int BIG = 64 * 1024;

    private void awaitTalk() {
        Await.until("they talk", () -> simulators.books().stream()
                .anyMatch(call -> call.state().equals("connected")));
    }

    /** The event of a call that has this twist, while somebody dials. */
    private JsonNode twisted(String kind, Predicate<JsonNode> twist) throws Exception {
        alice.ownFault(kind);
        alice.dial(Quick.NUMBER);
        return alice.listener()
                .first(frame -> !Listener.keepalive(frame) && twist.test(frame))
                .path("data");
    }

    @Test
    void cutShouldBreakSocketsAndKeepThemOut() throws Exception {
        alice.ownFault("cut-stream", "\"seconds\":120");

        alice.listener().awaitClosed();
        assertThatThrownBy(alice::reconnect).isNotNull();
        simulators.reset();
        alice.reconnect();
    }

    @Test
    void cutOfOneAgentShouldNotHitAnother() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            bob.ownFault("cut-stream", "\"seconds\":120");
            bob.listener().awaitClosed();

            assertThat(alice.listener().closedAs()).isEmpty();
            assertThat(alice.arrived()).isEmpty();
        }
    }

    @Test
    void refusalShouldLeaveWhatIsThere() throws Exception {
        alice.ownFault("refuse-stream", "\"seconds\":120");

        assertThatThrownBy(() -> alice.listen(Worker.options("Others"))).isNotNull();
        assertThat(alice.listener().closedAs()).isEmpty();
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void duplicatesShouldComeInOrder() throws Exception {
        alice.ownFault("duplicate-events", "\"seconds\":120");
        alice.dial(Quick.NUMBER);

        assertThat(alice.listener().contacts("AgentOfferContact"))
                .isEqualTo(List.of("AgentContactReserved", "AgentContactReserved", "AgentOfferContact"));
    }

    @Test
    void reorderedEventsShouldAllCome() throws Exception {
        alice.ownFault("reorder-events", "\"seconds\":120");
        alice.dial(Quick.NUMBER);
        List<String> told = new ArrayList<>();
        alice.listener().until(frame -> {
            told.add(Listener.type(frame));
            return told.containsAll(List.of(
                    "AgentContactReserved", "AgentOfferContact", "AgentContactAssigned", "ContactRecordingStarted"));
        });

        assertThat(told).containsSubsequence("AgentOfferContact", "AgentContactReserved");
    }

    @Test
    void halfOpenSocketShouldNeitherAnswerNorEnd() throws Exception {
        alice.ownFault("half-open", "\"seconds\":120");
        alice.listener().keepAlive();
        alice.dial(Quick.NUMBER);
        awaitTalk();

        assertThat(alice.listener().quiet()).isTrue();
        assertThat(alice.listener().closedAs()).isEmpty();
    }

    @Test
    void newSocketShouldHearWhileTheOldIsHalfOpen() throws Exception {
        alice.ownFault("half-open", "\"seconds\":120");
        alice.reconnect();

        alice.talk();
    }

    @Test
    void silentSocketShouldEchoAndTellNothing() throws Exception {
        alice.ownFault("silent-socket", "\"seconds\":120");
        alice.dial(Quick.NUMBER);
        awaitTalk();

        assertThat(alice.arrived()).isEmpty();
        assertThat(alice.listener().closedAs()).isEmpty();
    }

    @Test
    void newSocketShouldTellBesideTheSilentOne() throws Exception {
        alice.ownFault("silent-socket", "\"seconds\":120");

        try (Listener silent = alice.listener()) {
            alice.reconnect();
            alice.talk();
            assertThat(silent.arrived()).isEmpty();
        }
    }

    @Test
    void silentSocketShouldTellAgainAfterItsTime() throws Exception {
        alice.ownFault("silent-socket", "\"seconds\":0.2");
        alice.dial(Quick.NUMBER);
        awaitTalk();

        Await.until("it tells again", this::tellsNow);
    }

    private boolean tellsNow() {
        try {
            alice.reload();
            return alice.arrived().contains("AgentReloginSuccess");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void welcomeShouldNotComeWhereItDoesNot() throws Exception {
        alice.ownFault("no-welcome", "\"seconds\":120");
        String url = alice.subscribe(Worker.options("Others")).text("/webSocketUrl");

        try (Listener listener = new Listener(url)) {
            assertThat(listener.arrived()).isEmpty();
        }
        simulators.reset();
        alice.listen(Worker.options("Others")).close();
    }

    @Test
    void multiLoginShouldThrowOut() throws Exception {
        alice.ownFault("multi-login");
        JsonNode frame = alice.listener().first(one -> Listener.family(one).equals("AGENT_MULTI_LOGIN"));

        assertThat(Listener.type(frame)).isEqualTo("AgentMultiLoginCloseSession");
        assertThat(frame.at("/data/agentId").asText()).isEqualTo(alice.agentId());
        assertThat(frame.at("/data").has("agentSessionId")).isTrue();
        alice.listener().awaitClosed();
    }

    @Test
    void droppedEventsShouldNeverCome() throws Exception {
        alice.ownFault("drop-events", "\"count\":2");
        alice.dial(Quick.NUMBER);

        assertThat(alice.listener().contacts("AgentContactAssigned")).isEqualTo(List.of("AgentContactAssigned"));
    }

    @Test
    void interactionShouldBeMissingOnce() throws Exception {
        JsonNode data = twisted("no-interaction", frame -> !frame.at("/data").has("interaction"));

        assertThat(data.path("type").asText()).isNotEmpty();
        assertThat(data.path("interactionId").asText()).isNotEmpty();
    }

    @Test
    void idShouldBeMissingOnce() throws Exception {
        JsonNode data = twisted("no-id", frame -> !frame.at("/data").has("interactionId"));

        assertThat(data.path("agentId").asText()).isEqualTo(alice.agentId());
    }

    @Test
    void idOfAFailureShouldBeMissingOnce() throws Exception {
        alice.ownFault("no-id", "\"text\":\"failed\"");
        JsonNode call = alice.talk();
        alice.media(call, "unhold");
        JsonNode first = alice.listener().event("AgentContactUnHoldFailed");
        alice.media(call, "unhold");

        assertThat(first.has("interactionId")).isFalse();
        assertThat(alice.listener().event("AgentContactUnHoldFailed").has("interactionId"))
                .isTrue();
    }

    @Test
    void unknownEventShouldCome() throws Exception {
        JsonNode data = twisted("unknown-event", frame -> !Listener.type(frame).matches("Agent.*|Contact.*"));

        assertThat(data.isObject()).isTrue();
        alice.talking();
    }

    @Test
    void unknownStateShouldCome() throws Exception {
        twisted("unknown-state", frame -> !List.of("", "new", "connected")
                .contains(frame.at("/data/interaction/state").asText()));
    }

    @Test
    void unknownReasonShouldCome() throws Exception {
        alice.ownFault("unknown-reason");
        alice.dial(Quick.AREA + "0101");
        JsonNode failed = alice.listener().event("AgentOutboundFailed");

        assertThat(failed.path("reason").asText()).isNotEmpty().isNotEqualTo("CUSTOMER_BUSY");
    }

    @Test
    void oddPayloadShouldStillBeAnObject() throws Exception {
        alice.ownFault("odd-payload");
        alice.dial(Quick.NUMBER);
        List<JsonNode> frames = alice.listener().events("ContactRecordingStarted");

        assertThat(frames).allMatch(frame -> frame.path("data").isObject());
    }

    @Test
    void garbageShouldBeSentAsItIs() {
        alice.ownFault("garbage", "\"text\":\"{\\\"type\\\":\"");

        assertThat(alice.listener().nextText()).isEqualTo("{\"type\":");
    }

    @Test
    void fragmentsShouldMakeWholeMessages() throws Exception {
        alice.ownFault("fragments", "\"seconds\":120");

        alice.talk();
    }

    @Test
    void bigFrameShouldCome() throws Exception {
        alice.ownFault("big-frame");
        alice.dial(Quick.NUMBER);

        assertThat(alice.listener()
                        .first(frame -> frame.toString().length() >= BIG)
                        .path("data")
                        .isObject())
                .isTrue();
    }

    @Test
    void changeBurstShouldReachItsNumber() throws Exception {
        JsonNode call = alice.talk();
        alice.ownFault("change-burst", "\"perSecond\":1000,\"seconds\":0.3");
        List<Integer> numbers = alice.listener().until(frame -> number(frame) == 300).stream()
                .map(StreamFaultTest::number)
                .filter(number -> number > 0)
                .toList();

        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 300).boxed().toList());
        assertThat(simulators.books().get(0).changes()).isEqualTo(300);
        alice.hungUp(call);
    }

    /** Which change of the burst a message is, 0 if it is none. */
    private static int number(JsonNode frame) {
        String mark =
                frame.at("/data/interaction/callAssociatedData/change/value").asText();
        return mark.matches("change \\d+ \\d{16} \\+\\d+") ? Integer.parseInt(mark.split(" ")[1]) : 0;
    }
}

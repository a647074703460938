package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The socket: how it begins, lives and ends, and how its frames look (sheet 5, 9.1.4). */
class StreamTest extends AtWork {
    private Socket another(String key) {
        return Socket.open(alice.rest(), key);
    }

    @Test
    void firstFrameShouldSayThatItIsThere() {
        try (Socket socket = another("first")) {
            JsonNode frame = socket.next();

            assertThat(Socket.eventId(frame)).isEqualTo("1010");
            assertThat(frame.at("/context/eventReason").asText()).isEqualTo("Successful WebSocket Connection");
        }
    }

    @Test
    void pingShouldBeAnsweredWithPong() {
        try (Socket socket = another("ping")) {
            socket.event("1010");
            socket.say("ping");
            JsonNode frame = socket.next();

            assertThat(Socket.eventId(frame)).isEqualTo("1202");
            assertThat(frame.path("payLoad").asText()).isEqualTo("pong");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PING", "\"ping\"", "{\"ping\":1}", "hello"})
    void otherWordsShouldHaveNoAnswer(String text) {
        alice.socket().say(text);

        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void framesShouldBeSpelledExactly() throws Exception {
        alice.dial(Quick.NUMBER);
        JsonNode frame = alice.frame("4 TALKING");
        JsonNode context = frame.path("context");

        assertThat(frame.fieldNames()).toIterable().containsExactlyInAnyOrder("context", "payLoad");
        assertThat(context.fieldNames())
                .toIterable()
                .contains(
                        "eventId",
                        "eventReason",
                        "messageId",
                        "userId",
                        "correlationId",
                        "userName",
                        "timeStamp",
                        "tenantId",
                        "broadCast");
        assertThat(context.path("eventId").isTextual()).isTrue();
        assertThat(context.path("timeStamp").isNumber()).isTrue();
        assertThat(context.path("userId").asText()).isEqualTo(alice.rest().userId());
        assertThat(context.path("tenantId").asText()).isEqualTo(alice.rest().orgId());
        assertThat(context.path("userName").asText()).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void messagesShouldHaveIdsWhereTheyHave(boolean setting) throws Exception {
        restartWith("five9.messageIds", setting);
        alice.dial(Quick.NUMBER);

        assertThat(alice.frame("4 TALKING").at("/context/messageId").isTextual())
                .isEqualTo(setting);
    }

    @Test
    void messageIdsShouldBeDifferent() throws Exception {
        alice.dial(Quick.NUMBER);
        List<String> ids = alice.socket().until(frame -> Worker.brief(frame).equals("4 TALKING")).stream()
                .map(frame -> frame.at("/context/messageId").asText())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> !id.isEmpty());
    }

    @Test
    void socketsWithKeysOfTheirOwnShouldBeBesideEachOther() throws Exception {
        try (Socket other = another("beside")) {
            other.event("1010");
            alice.dial(Quick.NUMBER);
            alice.call("TALKING");

            assertThat(Worker.steps(other.until(frame -> Worker.brief(frame).equals("4 TALKING"))))
                    .endsWith("4 TALKING");
        }
    }

    @Test
    void sameKeyTwiceShouldBeADuplicate() {
        Socket first = another("same");
        first.event("1010");
        Socket second = another("same");

        first.event("1020");
        assertThat(first.awaitClosed()).isEqualTo(3000);
        second.event("1010");
        second.say("ping");
        second.event("1202");
        second.close();
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void newerOfTheSameKeyShouldHaveToGoWhereItHas() throws Exception {
        restartWith("five9.sameKey", "newer");
        Socket first = another("same");
        first.event("1010");
        Socket second = another("same");

        second.event("1020");
        assertThat(second.awaitClosed()).isEqualTo(3000);
        first.say("ping");
        first.event("1202");
        first.close();
    }

    @Test
    void sameKeyOfAnotherAgentShouldBeAnother() throws Exception {
        try (Worker bob = Worker.loggedIn(simulators, "bob");
                Socket one = another("shared");
                Socket other = Socket.open(bob.rest(), "shared")) {
            other.event("1010");
            one.event("1010");
            one.say("ping");

            assertThat(Socket.eventId(one.next())).isEqualTo("1202");
        }
    }

    @Test
    void socketWithoutPingsShouldBeClosed() throws Exception {
        close();
        simulators = Simulators.start(usual().with("five9.pingWithin", "300ms"));
        Rest rest = new Rest(simulators);
        rest.logIn("alice");
        try (Socket socket = Socket.open(rest, "silent")) {
            assertThat(socket.awaitClosed()).isNotZero();
        }
    }

    @Test
    void socketWithPingsShouldStayOpen() throws Exception {
        restartWith("five9.pingWithin", "3s");
        Socket silent = another("silent");
        Await.until("the silent one is closed", () -> {
            alice.socket().say("ping");
            alice.socket().event("1202");
            return !open(silent);
        });

        assertThat(alice.arrived()).isEmpty();
    }

    private static boolean open(Socket socket) {
        return socket.closedAs().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true,101", "false,404"})
    void olderFormWithoutAKeyShouldBeThereWhereItIs(boolean setting, int status) throws Exception {
        restartWith("five9.keylessSocket", setting);

        assertThat(Socket.handshake(alice.rest(), "/appsvcs/ws")).isEqualTo(status);
    }

    @Test
    void socketsShouldBeCountedWhereTheyAre() throws Exception {
        restartWith("five9.mostSockets", 2);
        try (Socket second = another("second")) {
            second.event("1010");

            assertThat(Socket.handshake(alice.rest(), "/appsvcs/ws/third")).isNotEqualTo(101);
            second.say("ping");
            second.event("1202");
        }
    }

    @Test
    void handshakeOfAStrangerShouldBeRefused() {
        Rest stranger = new Rest(simulators);
        stranger.host(alice.rest().host());

        assertThat(Socket.handshake(stranger, "/appsvcs/ws/key")).isEqualTo(401);
    }

    @Test
    void callsOfOthersShouldNotBeTold() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            alice.talk();

            assertThat(bob.arrived()).isEmpty();
        }
    }

    @Test
    void openSocketsShouldBeInTheBooks() {
        JsonNode sessions =
                new Control(simulators).get("/platforms/five9/sessions").json();

        assertThat(sessions.size()).isEqualTo(1);
        assertThat(sessions.at("/0/agent").asText()).isEqualTo("alice");
    }

    @Test
    void nothingShouldBeToldAgainAfterAGap() throws Exception {
        JsonNode call = alice.talk();
        alice.close();
        alice.listen();

        assertThat(alice.arrived()).noneMatch(brief -> brief.startsWith("3"));
        assertThat(alice.read(call).path("state").asText()).isEqualTo("TALKING");
    }

    @Test
    void eventsShouldComeWhereIdsAreNull() throws Exception {
        alice.fault("{\"kind\":\"null-ids\",\"seconds\":60}");
        alice.dial(Quick.NUMBER);
        JsonNode context = alice.frame("4 TALKING").path("context");

        assertThat(context.path("messageId").isNull()).isTrue();
        assertThat(context.path("correlationId").isNull()).isTrue();
        assertThat(context.path("eventId").asText()).isEqualTo("4");
    }
}

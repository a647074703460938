package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document and the gateway that serves it say the same: real frames of real sessions, in both forms and profiles. */
@OnSharedSite
class AsyncApiIT {
    private static AsyncApi api;

    @BeforeAll
    static void read() {
        api = AsyncApi.of(SharedSite.site().installation().url());
    }

    @Test
    void everyFrameShouldBeADocumentedMessage() {
        Person dave = SharedSite.person("dave");
        try (Person.Line exact = dave.listen("?channel=Finesse");
                Person.Line extended = dave.listenAs("trunkline.v1.extended", "?channel=Finesse");
                Person.Line cisco = dave.listen("?channel=Cisco&profile=exact");
                Person.Line ciscoExtended = dave.listen("?channel=Cisco&profile=extended");
                Person.Line late = dave.listen("?profile=extended&after=999999")) {
            dave.ready();
            late.frames().awaitSubtopic("StateSync");
            List<Person.Line> lines = List.of(exact, extended, cisco, ciscoExtended, late);
            workThroughACall(extended);
            dave.done(dave.ask("SetNotReady", "")).done(dave.ask("Logout", ""));
            lines.forEach(line -> line.frames().awaitSubtopic("LogoutSuccess"));

            Set<String> told = new TreeSet<>();
            lines.forEach(line -> line.frames().all().forEach(frame -> told.add(api.told(frame))));
            assertThat(told)
                    .contains(
                            "ack",
                            "apiError",
                            "callFinesse",
                            "callCisco",
                            "loginSuccess",
                            "logoutSuccess",
                            "setAgentState",
                            "wrapupCodes",
                            "notReadyCodes",
                            "logoutCodes",
                            "stateSync");
            assertThat(exact.frames().all()).noneMatch(frame -> frame.has("gateway"));
            assertThat(extended.frames().calls()).isNotEmpty().allMatch(frame -> frame.has("gateway"));
        }
    }

    /** The frames that are said are documented too. */
    private static void workThroughACall(Person.Line line) {
        say(line, Person.message("MakeCall", "\"3125550182\""));
        line.frames().awaitLifeCycle("CONNECTED");
        say(line, Person.message("Retrieve", ""));
        line.frames().awaitSubtopic("ApiError");
        say(line, Person.message("WrapUp", "{\"wrapup\":\"31\",\"ready\":true}"));
        say(line, Person.message("Drop", ""));
        line.frames().awaitLifeCycle("ENDED");
        JsonNode ack = line.frames().await("an acknowledgement", frame -> frame.path("topic")
                .asText()
                .equals("Ack"));
        assertThat(ack.has("gateway")).isFalse();
    }

    private static void say(Person.Line line, String text) {
        api.checkAsked(text);
        line.say(text);
    }

    @Test
    void everySubprotocolShouldBeSpoken() {
        Person erin = SharedSite.person("erin");
        assertThat(api.subprotocols()).hasSize(2);
        for (String subprotocol : api.subprotocols()) {
            try (Person.Line line = erin.listenAs(subprotocol, "")) {
                assertThat(line.socket().getSubprotocol()).isEqualTo(subprotocol);
            }
        }
    }

    @Test
    void handshakesShouldBeAnsweredAsDocumented() {
        Person erin = SharedSite.person("erin");
        List<String> met = List.of(
                "101",
                refusal(() -> erin.listen("?after=abc")),
                refusal(() -> erin.listenWithoutToken("?ticket=used")),
                refusal(() -> erin.listen("?agent=carol")));
        assertThat(met).containsExactly("101", "400", "401", "403");
        // The last one is only met where ten thousand listen.
        assertThat(api.handshakes()).containsAll(met).hasSize(met.size() + 1).contains("503");
    }

    private static String refusal(ThrowingCallable handshake) {
        Throwable thrown = catchThrowable(handshake).getCause();
        return String.valueOf(
                ((WebSocketHandshakeException) thrown).getResponse().statusCode());
    }

    @Test
    void connectionShouldBeClosedWithADocumentedCode() {
        Person erin = SharedSite.person("erin");
        Person.Line unknown = erin.listenAs("trunkline.v9", "");
        Person.Line binary = erin.listen("");
        binary.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true);
        Person.Line large = erin.listen("");
        large.socket().sendText("x".repeat(70_000), true);
        List<String> met = List.of(unknown, binary, large).stream()
                .map(line -> String.valueOf(line.frames().closeCode()))
                .toList();
        assertThat(met).containsExactly("4400", "1003", "1009");
        assertThat(api.closeCodes()).containsAll(met);
    }
}

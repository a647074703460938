package dev.trunkline.system;

import static dev.trunkline.system.RawSocket.frame;
import static dev.trunkline.system.RawSocket.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames and handshakes that no library would send: each has the contract's close code (5.5), and nothing stays of it. */
class BadFramesIT {
    private static final Logger LOG = Logger.getLogger(BadFramesIT.class.getName());
    private static final int TEXT = 0x81;
    private static final int MOST_MEGABYTES_MORE = 12;
    private static final String BAD = Person.message("Fly", "");
    private static Site site;
    private static Person erin;
    private static Undisturbed alice;

    @BeforeAll
    static void open() {
        site = Site.of("badframes", Map.of("trunkline.push.pingEvery", "PT1S"));
        erin = site.person("erin");
        alice = Undisturbed.beside(site.person("alice"), "3125550152");
    }

    @AfterAll
    static void close() {
        try {
            alice.end();
        } finally {
            site.close();
        }
    }

    private static byte[] bytes(int length) {
        return "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] binary(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] close(int code) {
        return frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array());
    }

    private static Arguments bad(int code, String name, byte[]... frames) {
        return Arguments.of(code, name, List.of(frames));
    }

    static Stream<Arguments> violations() {
        byte[] good = BAD.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                bad(1002, "no mask", frame(TEXT, good, good.length, false)),
                bad(1002, "first reserved bit", frame(0xc1, good)),
                bad(1002, "second reserved bit", frame(0xa1, good)),
                bad(1002, "third reserved bit", frame(0x91, good)),
                bad(1002, "reserved kind of data", frame(0x83, good)),
                bad(1002, "reserved kind of control", frame(0x8b, binary(1))),
                bad(1002, "ping in parts", frame(0x09, binary(1))),
                bad(1002, "ping of 126 bytes", frame(0x89, bytes(126))),
                bad(1002, "close of 126 bytes", frame(0x88, bytes(126))),
                bad(1002, "part without a beginning", frame(0x80, good)),
                bad(1002, "a beginning within another", frame(0x01, good), frame(TEXT, good)),
                bad(1002, "close of one byte", frame(0x88, binary(3))),
                bad(1007, "close with a reason that is no text", frame(0x88, binary(0x03, 0xe8, 0xff, 0xff))),
                bad(1007, "no UTF-8", frame(TEXT, binary(0xff))),
                bad(1007, "overlong NUL", frame(TEXT, binary(0xc0, 0x80))),
                bad(1007, "half a surrogate pair in UTF-8", frame(TEXT, binary(0xed, 0xa0, 0x80))),
                bad(1007, "half a character at the end", frame(TEXT, binary(0xe2, 0x82))),
                bad(1007, "character broken between parts", frame(0x01, binary(0xe2, 0x82)), frame(0x80, binary(0x41))),
                bad(1003, "binary", frame(0x82, good)),
                bad(1003, "the first part of something binary", frame(0x02, good)),
                bad(1003, "binary of 70,000 bytes", frame(0x82, bytes(70_000))),
                bad(1009, "70,000 bytes", frame(TEXT, bytes(70_000))),
                bad(1009, "65,537 bytes", frame(TEXT, bytes(65_537))),
                bad(1009, "70,000 bytes in UTF-8, fewer characters", text("\u20ac".repeat(23_334))),
                bad(1009, "seven parts of 10,000 bytes", parts(7)),
                bad(1009, "five megabytes", frame(TEXT, bytes(5_000_000))),
                bad(1009, "ten megabytes announced", frame(TEXT, bytes(10), 10_000_000, true)),
                bad(1009, "2^32 + 5 announced", frame(TEXT, bytes(10), (1L << 32) + 5, true)),
                bad(1009, "2^62 announced", frame(TEXT, bytes(10), 1L << 62, true)),
                bad(1009, "2^63 announced", frame(TEXT, bytes(10), 1L << 63, true)));
    }

    private static byte[][] parts(int count) {
        byte[][] parts = new byte[count][];
        for (int i = 0; i < count; i++) {
            parts[i] = frame((i == 0 ? 0x01 : 0x00) | (i == count - 1 ? 0x80 : 0), bytes(10_000));
        }
        return parts;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("violations")
    void violationShouldBeClosedWithItsCode(int code, String name, List<byte[]> frames) {
        try (RawSocket socket = Handshake.of(site, erin).open()) {
            frames.forEach(socket::send);
            List<RawSocket.Frame> answered = socket.untilClosed();
            assertThat(answered).hasSize(1);
            assertThat(answered.get(0).closeCode()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "999", "1004", "1005", "1006", "1012", "1013", "1015", "1016", "2999", "5000", "65535"})
    void closeCodeThatNoClientMaySendShouldBeAViolation(int code) {
        try (RawSocket socket = Handshake.of(site, erin).open()) {
            assertThat(socket.send(close(code)).untilClosed().get(0).closeCode())
                    .isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000", "1001", "3000", "4000", "4999"})
    void closeShouldBeAnswered(int code) {
        try (RawSocket socket = Handshake.of(site, erin).open()) {
            assertThat(socket.send(close(code)).untilClosed().get(0).closeCode())
                    .isEqualTo(code);
        }
    }

    @Test
    void unusualButGoodFramesShouldBeTaken() {
        try (RawSocket socket = Handshake.of(site, erin).open()) {
            byte[] euro = "{\"channel\":\"\u20ac\"}".getBytes(StandardCharsets.UTF_8);
            socket.send(frame(0x01, binary(euro, 0, 13)), frame(0x89, bytes(125)), frame(0x80, binary(euro, 13, 17)));
            assertThat(socket.frame().opcode())
                    .as("the ping comes between the parts")
                    .isEqualTo(10);
            assertThat(error(socket).path("channel").asText()).isEqualTo("\u20ac");
            for (byte[] frame : List.of(text(""), text("x".repeat(65_536)), frame(TEXT, bytes(5), 5, true))) {
                assertThat(error(socket.send(frame)).at("/data/errorMessage").asText())
                        .startsWith("INVALID_JSON");
            }
            socket.send(frame(0x8a, bytes(9)), frame(0x8a, bytes(0)), text(BAD));
            assertThat(error(socket).at("/data/errorMessage").asText()).startsWith("UNKNOWN_SUBTOPIC");
        }
    }

    private static byte[] binary(byte[] all, int from, int to) {
        return Arrays.copyOfRange(all, from, to);
    }

    /** The next text, past pings of the server, which this client does not answer. */
    private static JsonNode error(RawSocket socket) {
        RawSocket.Frame frame = socket.frame();
        while (frame.opcode() != 1) {
            assertThat(frame.opcode()).as(frame.text()).isIn(9, 10);
            frame = socket.frame();
        }
        JsonNode error = Contract.json(frame.text());
        Contract.checkFrame(error);
        return error;
    }

    @Test
    void halfAFrameAndSilenceShouldBeGivenUp() {
        try (RawSocket socket = Handshake.of(site, erin).open()) {
            socket.send(Arrays.copyOf(text(BAD), 20));
            List<RawSocket.Frame> frames = socket.untilClosed();
            assertThat(frames.get(frames.size() - 1).closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void floodOfPingsShouldBeReadSlowlyAndDisturbNobody() {
        try (RawSocket socket = Handshake.of(site, erin).open()) {
            byte[] ping = frame(0x89, bytes(125));
            ByteBuffer many = ByteBuffer.allocate(ping.length * 2_000);
            while (many.hasRemaining()) {
                many.put(ping);
            }
            socket.send(many.array());
            alice.serve(1);
            List<RawSocket.Frame> frames = socket.untilClosed();
            assertThat(frames.get(frames.size() - 1).closeCode())
                    .as("its own pongs are far behind, so that it seems dead")
                    .isEqualTo(4408);
            assertThat(frames.stream().filter(frame -> frame.opcode() == 10).count())
                    .as("pongs")
                    .isLessThan(500);
        }
    }

    static Stream<Arguments> handshakes() {
        Handshake ticket = Handshake.without(site).query("ticket=nonsense");
        return Stream.of(
                Arguments.of(400, "no key", good().header("Sec-WebSocket-Key", "")),
                Arguments.of(400, "short key", good().header("Sec-WebSocket-Key", "aGVsbG8=")),
                Arguments.of(400, "key that is no Base64", good().header("Sec-WebSocket-Key", "?".repeat(24))),
                Arguments.of(400, "old version", good().header("Sec-WebSocket-Version", "8")),
                Arguments.of(400, "no version", good().header("Sec-WebSocket-Version", "")),
                Arguments.of(400, "another upgrade", good().header("Upgrade", "chat")),
                Arguments.of(400, "no upgrade", good().header("Upgrade", "")),
                Arguments.of(400, "no Connection", good().header("Connection", "")),
                Arguments.of(400, "Connection says something else", good().header("Connection", "keep-alive")),
                Arguments.of(400, "POST", good().line("POST /trunkline/events HTTP/1.1")),
                Arguments.of(400, "after is no number", good().query("after=abc")),
                Arguments.of(400, "after below 0", good().query("after=-1")),
                Arguments.of(400, "after beyond all numbers", good().query("after=" + "9".repeat(30))),
                Arguments.of(400, "after twice", good().query("after=1&after=2")),
                Arguments.of(400, "unknown profile", good().query("profile=loud")),
                Arguments.of(400, "unknown channel", good().query("channel=Avaya")),
                Arguments.of(400, "agent without a name", good().query("agent=")),
                Arguments.of(400, "half an escape", good().query("after=%zz")),
                Arguments.of(400, "characters that no address has", good().query("x={}|")),
                Arguments.of(401, "no token", Handshake.without(site)),
                Arguments.of(401, "bad token", Handshake.without(site).header("Authorization", "Bearer a.b.c")),
                Arguments.of(401, "a password", Handshake.without(site).header("Authorization", "Basic ZXJpbjplcmlu")),
                Arguments.of(401, "unknown ticket", ticket),
                Arguments.of(403, "another's page", good().header("Origin", "https://evil.example.net")),
                Arguments.of(403, "a page from nowhere", good().header("Origin", "null")),
                Arguments.of(403, "another's stream", good().query("agent=alice")),
                Arguments.of(404, "below it", good().line("GET /trunkline/events/x HTTP/1.1")));
    }

    private static Handshake good() {
        return Handshake.of(site, erin);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("handshakes")
    void badHandshakeShouldBeAnOrdinaryRefusal(int status, String name, Handshake handshake) {
        RawSocket.Answer answer = handshake.answer();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = Contract.json(answer.body());
        Contract.check(problem, "error#/$defs/problem");
        assertThat(Codes.status(problem.path("code").asText())).isEqualTo(status);
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void unknownSubprotocolsShouldBeClosedAndAKnownOneAmongThemTaken() {
        try (RawSocket unknown = good().header("Sec-WebSocket-Protocol", "mqtt, trunkline.v9")
                        .open();
                RawSocket known = good().header("Sec-WebSocket-Protocol", "mqtt, trunkline.v1.extended")
                        .open()) {
            assertThat(unknown.untilClosed().get(0).closeCode()).isEqualTo(4400);
            assertThat(error(known.send(text(BAD))).has("gateway")).isTrue();
        }
    }

    @Test
    void ticketShouldOpenOneConnection() {
        Handshake ticket = Handshake.without(site).query("ticket=" + erin.ticket());
        try (RawSocket socket = ticket.open()) {
            assertThat(ticket.answer().status()).isEqualTo(401);
            assertThat(error(socket.send(text(BAD))).path("topic").asText()).isEqualTo("Error");
        }
    }

    @Test
    void sessionsShouldBeForgottenAndHeapStayFlat() {
        violationsOnce();
        Await.until("all but alice's are forgotten", () -> site.gauge().listeners() == 1);
        long before = site.gauge().liveMegabytes();
        for (int i = 0; i < 15; i++) {
            violationsOnce();
        }
        Await.until("all but alice's are forgotten", () -> site.gauge().listeners() == 1);
        long after = site.gauge().liveMegabytes();
        LOG.info(() -> "live heap " + before + " MB before some hundred bad frames, " + after + " MB after");
        assertThat(after).isLessThan(before + MOST_MEGABYTES_MORE);
        assertThat(site.gauge().live("org.glassfish.tyrus.core.TyrusSession")).isEqualTo(1);
    }

    private static void violationsOnce() {
        violations().forEach(bad -> {
            try (RawSocket socket = good().open()) {
                List<?> frames = (List<?>) bad.get()[2];
                frames.forEach(frame -> socket.send((byte[]) frame));
                socket.untilClosed();
            }
        });
    }
}

package dev.trunkline.system;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code of the contract (5.4): produced here, or by another test that is named, or not to be had yet, and why. A code that is
 * added without a row here fails this test.
 */
class CodesIT {
    private static final String ELSEWHERE = "src/system-tests/src/test/java/dev/trunkline/system/";
    private static final String FINESSE = "ejb-module/src/test/java/dev/trunkline/vendor/finesse/";
    private static final String FIVE9 = "ejb-module/src/test/java/dev/trunkline/vendor/five9/";

    /** What produces a code, with the refusal that it ends in. */
    @FunctionalInterface
    private interface Scenario {
        HttpResponse<String> refusal();
    }

    private static final Map<String, Scenario> HERE = Map.ofEntries(
            entry("INVALID_JSON", () -> carol().post("{")),
            entry("INVALID_REQUEST", () -> carol().get("events?after=-1")),
            entry("UNKNOWN_CHANNEL", () -> carol().post(message("Avaya", "Agent", "Login"))),
            entry("UNKNOWN_TOPIC", () -> carol().post(message("Finesse", "Sales", "Login"))),
            entry("UNKNOWN_SUBTOPIC", () -> carol().post(message("Finesse", "Agent", "Fly"))),
            entry("CREDENTIALS_NOT_ALLOWED", () -> carol().post(
                            Person.message("Login", "{\"password\":\"x\"}"), "X-Forwarded-Proto", "http")),
            entry("AUTH_REQUIRED", () -> carol().withToken("a.b.c").get("agents/me")),
            entry("FORBIDDEN", () -> carol().get("agents/me?agent=alice")),
            entry("CALL_NOT_FOUND", () -> carol().get("calls/c-none")),
            entry("NOT_FOUND", () -> carol().get("commands/m-none")),
            entry("METHOD_NOT_ALLOWED", () -> carol().get("messages")),
            entry("NOT_ACCEPTABLE", () -> carol().get("agents/me", "Accept", "image/png")),
            entry("CHANNEL_NOT_CONFIGURED", () -> carol().post(message("Webexcc", "Agent", "Login"))),
            entry("NOT_LOGGED_IN", () -> carol().post(Person.message("MakeCall", "\"3125550142\""))),
            entry("REQUEST_IN_PROGRESS", CodesIT::loginWhileALoginIsUnderWay),
            entry("GONE", () -> carol().get("events?after=999999")),
            entry("PAYLOAD_TOO_LARGE", () -> carol().postTooMuch(" ".repeat(70_000))),
            entry("UNSUPPORTED_MEDIA_TYPE", () -> carol().postAs("text/plain", "{}")),
            entry("INVALID_DATA", () -> carol().post(Person.message("MakeCall", "true"))),
            entry("INVALID_NUMBER", () -> carol().post(Person.message("MakeCall", "\"CALL-ME\""))),
            entry("NOT_SUPPORTED", () -> carol().post(Person.message("Mute", ""))),
            entry("OVERLOADED", CodesIT::oneListenerTooMany));

    /** Tests that take longer or need a platform that misbehaves: file, and the code stands in it. */
    private static final Map<String, String> IN_ANOTHER_TEST = Map.ofEntries(
            entry("AUTH_EXPIRED", ELSEWHERE + "DialIT.java"),
            entry("AGENT_NOT_READY", ELSEWHERE + "RefusalIT.java"),
            entry("AGENT_BUSY", ELSEWHERE + "RefusalIT.java"),
            entry("INVALID_STATE", ELSEWHERE + "RefusalIT.java"),
            entry("AMBIGUOUS_CALL", ELSEWHERE + "kit/TwoCallCases.java"),
            entry("IDEMPOTENCY_CONFLICT", ELSEWHERE + "DialIT.java"),
            entry("RATE_LIMITED", ELSEWHERE + "DangerousDialIT.java"),
            entry("PLATFORM_REJECTED", ELSEWHERE + "DangerousDialIT.java"),
            entry("OUTCOME_UNKNOWN", ELSEWHERE + "DangerousDialIT.java"),
            entry("NOT_EFFECTIVE", ELSEWHERE + "DangerousDialIT.java"),
            entry("LINK_DOWN", ELSEWHERE + "DialIT.java"),
            entry("LINK_RESTORED", ELSEWHERE + "DialIT.java"),
            entry("DEVICE_UNAVAILABLE", FINESSE + "FinesseServiceTest.java"),
            entry("CALLER_ID_NOT_SUPPORTED", FINESSE + "FinesseServiceTest.java"),
            entry("CAMPAIGN_REQUIRED", FIVE9 + "Five9DialTest.java"),
            entry("PLATFORM_UNAVAILABLE", FINESSE + "FinesseClientTest.java"),
            entry("PLATFORM_TIMEOUT", FINESSE + "FinesseClientTest.java"));

    private static final Map<String, String> NOT_YET = Map.of(
            "DNC_BLOCKED", "no DialPolicy is shipped; the seam is there",
            "CALLING_HOURS", "no DialPolicy is shipped; the seam is there",
            "POLICY_REFUSED", "no DialPolicy is shipped; the seam is there",
            "INTERNAL_ERROR", "a fault of ours: a known way to it would be repaired");

    private static Site site;

    @BeforeAll
    static void open() {
        Map<String, String> settings = new HashMap<>(Site.WITHOUT_WEBEX);
        settings.put("trunkline.trustForwarded", "true");
        settings.put("trunkline.push.connections", "1");
        site = Site.of("codes", settings);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Person carol() {
        return site.person("carol");
    }

    private static String message(String channel, String topic, String subtopic) {
        return "{\"channel\":\"" + channel + "\",\"topic\":\"" + topic + "\",\"subtopic\":\"" + subtopic + "\"}";
    }

    private static HttpResponse<String> loginWhileALoginIsUnderWay() {
        Person dave = site.person("dave");
        site.fault("{\"kind\":\"slow\",\"seconds\":3,\"count\":1,\"agent\":\"dave\"}");
        dave.ask("Login", "");
        return dave.post(Person.message("Login", ""));
    }

    private static HttpResponse<String> oneListenerTooMany() {
        try (Person.Line line = carol().listen("")) {
            assertThat(line.frames().count()).isZero();
            return carol().get("events", "Accept", "text/event-stream");
        }
    }

    @Test
    void everyCodeShouldHaveARow() {
        assertThat(Codes.ofTheSchema()).isEqualTo(Codes.all());
        assertThat(Stream.of(HERE, IN_ANOTHER_TEST, NOT_YET).flatMap(rows -> rows.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(Codes.all());
    }

    static Stream<Arguments> here() {
        return HERE.entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("here")
    void codeShouldBeProducedWithItsStatus(String code, Scenario scenario) {
        assertThat(Refused.of(scenario.refusal(), Codes.status(code))).isEqualTo(code);
    }

    static Stream<Arguments> elsewhere() {
        return IN_ANOTHER_TEST.entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("elsewhere")
    void testThatProducesACodeShouldBeThere(String code, String file) throws IOException {
        assertThat(Files.readString(Site.root().resolve(file))).containsPattern("[\". ]" + code + "\\b");
    }
}

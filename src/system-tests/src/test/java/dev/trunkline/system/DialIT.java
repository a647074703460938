package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call on Finesse over every way in and out, as a client sees it. Each test has an agent to itself. */
class DialIT {
    private static final String RAW_DIAL = Contract.text("/contract/schema/samples/raw/001-request.txt");
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("call", Site.WITHOUT_WEBEX);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void seedsRequestShouldBeOneCallInBothFormsAndProfiles() {
        Person alice = site.person("alice").ready();
        Person.Line exact = alice.listen("?profile=exact");
        Person.Line extended = alice.listen("?profile=extended&channel=Cisco");
        Person.Line watching = site.person("sue").listen("?agent=alice&profile=extended");
        HttpResponse<String> answer = alice.post(RAW_DIAL);

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode ack = Contract.json(answer.body());
        Contract.check(ack, "ack");
        assertThat(ack.at("/message/warnings").toString()).isEqualTo("[\"LENIENT_JSON\",\"NUMERIC_DATA\"]");
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/trunkline/api/v1/commands/"
                        + ack.at("/message/commandId").asText());
        extended.frames().awaitLifeCycle("CONNECTED");
        alice.done(alice.ask("Hold", ""));
        alice.done(alice.ask("Retrieve", ""));
        alice.done(alice.ask("Drop", ""));
        alice.done(alice.ask("WrapUp", "{\"wrapup\":\"31\",\"ready\":true}"));
        extended.frames().awaitLifeCycle("ENDED");
        watching.frames().awaitLifeCycle("ENDED");

        assertThat(extended.frames().lifeCycles())
                .containsExactly(
                        "INITIATED", "DIALING", "RINGING", "CONNECTED", "HELD", "CONNECTED", "WRAP_UP", "ENDED");
        List<Long> numbers = extended.frames().numbers();
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(numbers.get(0), numbers.get(numbers.size() - 1))
                        .boxed()
                        .toList());
        assertThat(watching.frames().numbers()).isEqualTo(numbers);
        exact.frames().all().forEach(frame -> assertThat(frame.has("gateway")).isFalse());
        List.of(exact, extended, watching).forEach(line -> line.frames().all().forEach(Contract::checkFrame));
        assertThat(exact.frames().calls())
                .allMatch(frame -> frame.path("channel").asText().equals("Finesse"));
        assertThat(extended.frames().calls())
                .allMatch(frame -> frame.path("channel").asText().equals("Cisco"));
        assertThat(site.callsTo("1234567890")).isEqualTo(1);
        missedEventsShouldComeAgain(alice, numbers);
    }

    private static void missedEventsShouldComeAgain(Person alice, List<Long> numbers) {
        long after = numbers.get(2);
        List<Long> missed = numbers.subList(3, numbers.size());
        Person.Line resumed = alice.listen("?profile=extended&after=" + after);
        Person.Line registered = alice.listen("");
        registered.say("{\"channel\":\"Finesse\",\"topic\":\"App\",\"subtopic\":\"Register\",\"data\":"
                + "{\"profile\":\"extended\",\"afterSeq\":" + after + "}}");
        Await.until("missed events by after", () -> resumed.frames().numbers().size() >= missed.size());
        Await.until(
                "missed events by Register", () -> registered.frames().numbers().size() >= missed.size());

        assertThat(resumed.frames().numbers()).isEqualTo(missed);
        assertThat(registered.frames().numbers()).isEqualTo(missed);
        assertThat(alice.log())
                .hasSameSizeAs(LongStream.rangeClosed(1, numbers.get(numbers.size() - 1))
                        .boxed()
                        .toList());
    }

    @Test
    void dialOverWebSocketShouldBeAnsweredThereAndReplayedOverRest() {
        Person bob = site.person("bob").ready();
        Person.Line line = bob.listen("?profile=extended");
        line.say("{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"requestId\":\"r-1\","
                + "\"idempotencyKey\":\"over-both-1\",\"data\":\"3125550143\"}");
        JsonNode ack = line.frames().awaitSubtopic("MakeCall");
        assertThat(ack.at("/message/requestId").asText()).isEqualTo("r-1");
        JsonNode first = line.frames().awaitLifeCycle("INITIATED");
        assertThat(first.at("/gateway/requestId").asText()).isEqualTo("r-1");
        assertThat(first.at("/gateway/commandId")).isEqualTo(ack.at("/message/commandId"));

        JsonNode again = bob.ask("MakeCall", "\"3125550143\"", "Idempotency-Key", "over-both-1");
        assertThat(again.path("status").asText()).isEqualTo("replayed");
        HttpResponse<String> other =
                bob.post(Person.message("MakeCall", "\"3125550199\""), "Idempotency-Key", "over-both-1");
        refused(other, 422, "IDEMPOTENCY_CONFLICT");
        refused(bob.post(Person.message("MakeCall", "\"3125550144\"")), 409, "AGENT_BUSY");
        assertThat(site.callsTo("3125550143")).isEqualTo(1);
        line.frames().awaitLifeCycle("CONNECTED");
        bob.done(bob.ask("Drop", ""));
        line.frames().awaitLifeCycle("WRAP_UP");
        bob.ask("WrapUp", "");
        line.frames().awaitLifeCycle("ENDED");
    }

    @ParameterizedTest
    @CsvSource({"0101,BUSY", "0102,NO_ANSWER", "0103,REJECTED", "0104,INVALID_NUMBER", "0105,REMOTE_HANGUP"})
    void farEndShouldBeToldByLifeCycleAndReason(String digits, String reason) {
        Person carol = site.person("carol").ready();
        Person.Line line = carol.listen("?profile=extended");
        carol.done(carol.ask("MakeCall", "\"312555" + digits + "\""));
        JsonNode end = line.frames().awaitLifeCycle("ENDED");

        assertThat(end.at("/gateway/reason").asText()).isEqualTo(reason);
        assertThat(line.frames().calls().get(line.frames().calls().size() - 1)).isEqualTo(end);
        line.frames().all().forEach(Contract::checkFrame);
    }

    @ParameterizedTest
    @CsvSource({"0109,CONNECTED", "0110,CONNECTED"})
    void cutOrDisorderedStreamShouldComeRight(String digits, String until) {
        Person dave = site.person("dave").ready();
        Person.Line line = dave.listen("?profile=extended");
        JsonNode dial = dave.ask("MakeCall", "\"312555" + digits + "\"");
        line.frames().awaitLifeCycle(until);
        dave.done(dial);
        Await.until("the call can be dropped", () -> dave.read(
                        "calls/" + dial.path("callRef").asText())
                .path("allowed")
                .toString()
                .contains("Drop"));
        dave.done(dave.ask("Drop", ""));
        line.frames().awaitLifeCycle("ENDED");

        List<String> cycles = line.frames().lifeCycles();
        assertThat(cycles).endsWith("ENDED").containsOnlyOnce("ENDED").doesNotHaveDuplicates();
        assertThat(site.callsTo("312555" + digits)).isEqualTo(1);
    }

    @Test
    void cutStreamShouldBeToldAndTheCallThatEndedMeanwhileToo() {
        Person erin = site.person("erin").ready();
        Person.Line line = erin.listen("?profile=extended");
        erin.done(erin.ask("MakeCall", "\"3125550145\""));
        String callId =
                line.frames().awaitLifeCycle("CONNECTED").at("/message/call/id").asText();
        site.fault("{\"kind\":\"cut-stream\",\"seconds\":4,\"agent\":\"erin\"}");
        line.frames()
                .await("LINK_DOWN", frame -> frame.at("/gateway/code").asText().equals("LINK_DOWN"));
        site.farEnd(callId, "hangup");
        line.frames().await("LINK_RESTORED", frame -> frame.at("/gateway/code")
                .asText()
                .equals("LINK_RESTORED"));
        line.frames().awaitLifeCycle("ENDED");

        assertThat(line.frames().lifeCycles()).containsOnlyOnce("ENDED").endsWith("ENDED");
        line.frames().all().forEach(Contract::checkFrame);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|400|INVALID_JSON",
                "[]|400|INVALID_REQUEST",
                "{\"channel\":\"Avaya\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"data\":\"1\"}|400|UNKNOWN_CHANNEL",
                "{\"channel\":\"Amazon\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"data\":\"1\"}|501|NOT_SUPPORTED",
                "{\"channel\":\"Webexcc\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"data\":\"1\"}|409|CHANNEL_NOT_CONFIGURED",
                "{\"channel\":\"Finesse\",\"topic\":\"Sales\",\"subtopic\":\"MakeCall\",\"data\":\"1\"}|400|UNKNOWN_TOPIC",
                "{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"Fly\",\"data\":\"1\"}|400|UNKNOWN_SUBTOPIC",
                "{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\"}|422|INVALID_DATA",
                "{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"data\":\"CALL-ME\"}|422|INVALID_NUMBER",
                "{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"Mute\"}|501|NOT_SUPPORTED",
                "{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"Consult\",\"data\":\"1\"}|409|NOT_LOGGED_IN",
                "{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"Drop\"}|409|NOT_LOGGED_IN",
            })
    void refusalShouldBeAProblemAndLeaveNothingBehind(String message, int status, String code) {
        Person root = site.person("root");
        int before = site.books().size();

        refused(root.post(message), status, code);
        assertThat(site.books()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({
        "api/v1/nothing,404,NOT_FOUND",
        "api/v1/commands/m-none,404,NOT_FOUND",
        "api/v1/calls/c-none,404,CALL_NOT_FOUND",
        "api/v1/events?after=abc,400,INVALID_REQUEST",
        "api/v1/events?after=-1,400,INVALID_REQUEST",
        "api/v1/events?limit=0,400,INVALID_REQUEST",
        "api/v1/events?after=99999999,410,GONE",
        "api/v1/calls?agent=alice&limit=501,400,INVALID_REQUEST",
    })
    void badReadShouldBeAProblem(String path, int status, String code) {
        refused(site.person("sue").get(path.substring("api/v1/".length())), status, code);
    }

    @Test
    void agentShouldOnlyBeHimself() {
        Person bob = site.person("bob");

        refused(site.person("sue").post(Person.message("MakeCall", "\"3125550146\"")), 403, "FORBIDDEN");
        refused(bob.get("events?agent=alice"), 403, "FORBIDDEN");
        refused(
                bob.post("{\"channel\":\"Finesse\",\"topic\":\"Agent\",\"subtopic\":\"SetReady\",\"agent\":\"alice\"}"),
                403,
                "FORBIDDEN");
        assertThatThrownBy(() -> bob.listen("?agent=alice")).hasStackTraceContaining("403");
        assertThat(site.person("sue").read("agents/me?agent=bob").path("agent").asText())
                .isEqualTo("bob");
    }

    @Test
    void wrongPasswordShouldFailTheLoginAndNoSecretShouldBeLogged() throws Exception {
        Person root = site.person("root");
        JsonNode ack = Contract.json(root.post("{\"channel\":\"Finesse\",\"topic\":\"Agent\",\"subtopic\":\"Login\","
                        + "\"data\":{\"username\":\"alice\",\"password\":\"quite-wrong-71\",\"extension\":\"1001\"}}")
                .body());
        JsonNode command = root.settled(ack.at("/message/commandId").asText());

        assertThat(command.at("/problem/code").asText()).isEqualTo("AUTH_EXPIRED");
        assertThat(command.at("/problem/errorType").asText()).isEqualTo("LOGIN_FAILED");
        assertThat(Files.readString(site.installation().gatewayLog()))
                .doesNotContain("quite-wrong-71")
                .doesNotContain("Basic ")
                .doesNotContain("3125550");
    }

    @Test
    void readsShouldHaveTheirShapes() {
        Person alice = site.person("alice");

        Contract.check(alice.read("platforms"), "rest-platforms");
        Contract.check(alice.read("agents/me"), "rest-agent");
        Contract.check(alice.read("calls"), "rest-call#/$defs/list");
        Contract.check(alice.read("calls?ended=true"), "rest-call#/$defs/list");
    }

    private static void refused(HttpResponse<String> answer, int status, String code) {
        JsonNode problem = Contract.json(answer.body());
        assertThat(problem.path("code").asText()).as(answer.body()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        Contract.check(problem, "error#/$defs/problem");
    }
}

package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One call by either way in, watched in every form and profile at once. */
@OnSharedSite
class FormsIT {
    /** A seed's request as it was printed, no-break spaces, unquoted names and all. */
    private static final String RAW = Contract.text("/contract/schema/samples/raw/001-request.txt");

    private static final String RAW_NUMBER = "1234567890";

    @Test
    void sampleByRestShouldBeOneCallInEveryForm() {
        sampleShouldBeOneCallInEveryForm("alice", (person, line) -> {
            HttpResponse<String> answer = person.post(RAW);
            assertThat(answer.statusCode()).isEqualTo(202);
            JsonNode ack = Contract.json(answer.body());
            Contract.check(ack, "ack");
            assertThat(ack.at("/message/warnings").toString()).contains("LENIENT_JSON", "NUMERIC_DATA");
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .endsWith("/trunkline/api/v1/commands/"
                            + ack.at("/message/commandId").asText());
        });
    }

    @Test
    void sampleByWebSocketShouldBeOneCallInEveryForm() {
        sampleShouldBeOneCallInEveryForm("bob", (person, line) -> line.say(RAW));
    }

    private static void sampleShouldBeOneCallInEveryForm(String name, BiConsumer<Person, Person.Line> dial) {
        Person person = SharedSite.person(name).ready();
        try (Person.Line exact = person.listen("?channel=Finesse");
                Person.Line extended = person.listenAs("trunkline.v1.extended", "?channel=Finesse");
                Person.Line cisco = person.listen("?channel=Cisco&profile=exact");
                Person.Line ciscoExtended = person.listen("?channel=Cisco&profile=extended");
                Person.Line talking = person.listen("")) {
            dial.accept(person, talking);
            JsonNode first = extended.frames().awaitLifeCycle("CONNECTED");
            Placed call = new Placed(person, Contract.json("{\"callRef\":" + first.at("/gateway/callRef") + "}"));
            call.then("Drop").until("WRAP_UP");
            person.done(person.ask("WrapUp", "{\"wrapup\":\"31\"}"));
            call.ended();

            told(extended, call, "profile=extended&channel=Finesse");
            told(ciscoExtended, call, "profile=extended&channel=Cisco");
            told(exact, call, "profile=exact&channel=Finesse");
            told(cisco, call, "profile=exact&channel=Cisco");
            inOrder(extended);
            inOrder(ciscoExtended);
            bare(exact, extended);
            bare(cisco, ciscoExtended);
            oneCallInTheBooks(name, call.callId());
        }
    }

    /** What came is what the log has, and each message satisfies the contract. */
    private static void told(Person.Line line, Placed call, String query) {
        List<JsonNode> logged = call.log(query);
        Await.until("all of " + query, () -> line.frames().calls().size() >= logged.size());
        assertThat(line.frames().calls()).isEqualTo(logged);
        line.frames().all().forEach(Contract::checkFrame);
    }

    private static void inOrder(Person.Line line) {
        assertThat(line.frames().lifeCycles())
                .containsExactly("INITIATED", "DIALING", "RINGING", "CONNECTED", "WRAP_UP", "ENDED");
        assertThat(line.frames().calls().stream()
                        .map(Frames::lifeCycle)
                        .filter("ENDED"::equals)
                        .count())
                .isEqualTo(1);
        List<Long> numbers = line.frames().numbers();
        assertThat(numbers)
                .as("numbers without gaps")
                .isEqualTo(LongStream.range(numbers.get(0), numbers.get(0) + numbers.size())
                        .boxed()
                        .toList());
    }

    /** Profile exact: nothing of ours in it, but the same states. */
    private static void bare(Person.Line exact, Person.Line extended) {
        assertThat(exact.frames().calls()).noneMatch(frame -> frame.has("gateway"));
        assertThat(states(exact)).isEqualTo(states(extended)).contains("ALERTING", "ACTIVE", "WRAP_UP");
    }

    private static List<String> states(Person.Line line) {
        return Frames.inARow(line.frames().calls().stream().map(Frames::event).toList());
    }

    private static void oneCallInTheBooks(String agent, String callId) {
        long calls = 0;
        for (JsonNode call : SharedSite.site().books()) {
            boolean his = call.path("agent").asText().equals(agent)
                    && call.path("number").asText().equals(RAW_NUMBER);
            calls += his ? 1 : 0;
            assertThat(!his || call.path("callId").asText().equals(callId)).isTrue();
        }
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void verbsOnTheWebSocketShouldBeAcknowledgedAndDone() {
        Person carol = SharedSite.person("carol").ready();
        try (Person.Line line = carol.listen("?profile=extended")) {
            say(line, "MakeCall", "\"3125550142\"", "dial-1");
            line.frames().awaitLifeCycle("CONNECTED");
            say(line, "Hold", "", "hold-1");
            line.frames().awaitLifeCycle("HELD");
            say(line, "Retrieve", "", "retrieve-1");
            line.frames().await("the command that retrieved", frame -> frame.at("/gateway/requestId")
                    .asText()
                    .equals("retrieve-1"));
            say(line, "WrapUp", "{\"wrapup\":\"31\",\"ready\":true}", "wrapup-1");
            say(line, "Drop", "", "drop-1");
            line.frames().awaitLifeCycle("ENDED");
            line.frames().awaitState("Ready");

            assertThat(line.frames().lifeCycles())
                    .containsExactly(
                            "INITIATED", "DIALING", "RINGING", "CONNECTED", "HELD", "CONNECTED", "WRAP_UP", "ENDED");
            line.frames().all().forEach(Contract::checkFrame);
            assertThat(acknowledged(line)).containsExactly("dial-1", "hold-1", "retrieve-1", "wrapup-1", "drop-1");
        }
    }

    private static void say(Person.Line line, String verb, String data, String requestId) {
        String message = Person.message(verb, data);
        line.say(message.substring(0, message.length() - 1) + ",\"requestId\":\"" + requestId + "\"}");
        line.frames().await("the acknowledgement of " + requestId, frame -> frame.at("/message/requestId")
                .asText()
                .equals(requestId));
    }

    private static List<String> acknowledged(Person.Line line) {
        return line.frames().all().stream()
                .filter(frame -> frame.path("topic").asText().equals("Ack"))
                .map(frame -> frame.at("/message/requestId").asText())
                .toList();
    }

    @Test
    void repeatedKeyShouldBeReplayedOverTheOtherTransport() {
        Person erin = SharedSite.person("erin").ready();
        Placed call = Placed.by(erin, "3125550177", "Idempotency-Key", "dial-it-replay");
        try (Person.Line line = erin.listen("?profile=extended")) {
            line.say(
                    "{\"channel\":\"Cisco\",\"topic\":\"OutboundCall\",\"subtopic\":\"SetMakeCall\",\"data\":\"312-555-0177\","
                            + "\"idempotencyKey\":\"dial-it-replay\",\"requestId\":\"again-1\"}");
            JsonNode again = line.frames()
                    .await("the answer", frame -> frame.path("topic").asText().equals("Ack"))
                    .path("message");
            assertThat(again.path("status").asText()).isEqualTo("replayed");
            assertThat(again.path("commandId")).isEqualTo(call.ack().path("commandId"));
            assertThat(again.path("callRef")).isEqualTo(call.ack().path("callRef"));
            assertThat(again.path("requestId").asText()).isEqualTo("again-1");
        }
        HttpResponse<String> other =
                erin.post(Person.message("MakeCall", "\"3125550178\""), "Idempotency-Key", "dial-it-replay");
        assertThat(Refused.of(other, 422)).isEqualTo("IDEMPOTENCY_CONFLICT");
        call.end();
        assertThat(SharedSite.site().callsTo("3125550177")).isEqualTo(1);
        assertThat(SharedSite.site().callsTo("3125550178")).isZero();
    }
}

package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Contract;
import dev.trunkline.system.EventLines;
import dev.trunkline.system.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One stream, whatever the transport and whenever one comes: nothing is missed, nothing comes twice. */
@Covers(Covers.Group.STREAMS)
public interface StreamCases extends Kit {
    String EXTENDED = "?profile=extended";

    /** A call from ring to end, and what of it came after its second event. */
    record Missed(Seat seat, long after, List<JsonNode> messages) {}

    private Missed missed() {
        Call call = agent().talking().finish();
        List<JsonNode> all =
                call.seat().watch().frames(frame -> frame.at("/gateway/seq").isNumber());
        return new Missed(call.seat(), all.get(1).at("/gateway/seq").asLong(), List.copyOf(all.subList(2, all.size())));
    }

    private static void came(List<JsonNode> expected, Person.Line line) {
        Await.until(
                () -> expected.size() + " missed messages, came " + numbered(line),
                () -> numbered(line).size() >= expected.size());
        assertThat(numbered(line).subList(0, expected.size())).isEqualTo(expected);
    }

    private static List<JsonNode> numbered(Person.Line line) {
        return line.frames().all().stream()
                .filter(frame -> frame.at("/gateway/seq").isNumber())
                .toList();
    }

    private String channel() {
        return "&channel=" + platform().channels().get(0);
    }

    @Test
    default void webSocketShouldResumeAfterANumber() {
        Missed missed = missed();
        try (Person.Line line = missed.seat.person().listen(EXTENDED + channel() + "&after=" + missed.after)) {
            came(missed.messages, line);
        }
    }

    @Test
    @Works("Register")
    default void registerShouldResumeAndChooseTheProfile() {
        Missed missed = missed();
        try (Person.Line line = missed.seat.person().listen("?profile=exact")) {
            line.say(missed.seat.message("Register", Map.of("profile", "extended", "afterSeq", missed.after)));
            came(missed.messages, line);
            JsonNode ack = line.frames().awaitSubtopic("Register");
            Contract.check(ack, "ack");
        }
    }

    @Test
    default void eventStreamShouldResumeByItsLastEventId() {
        Missed missed = missed();
        try (EventLines lines = missed.seat
                .person()
                .events(EXTENDED + channel() + "&after=1", "Last-Event-ID", String.valueOf(missed.after))) {
            List<EventLines.Event> events =
                    lines.numbered(missed.messages.size()).subList(0, missed.messages.size());
            assertThat(events.stream().map(EventLines.Event::message)).containsExactlyElementsOf(missed.messages);
            assertThat(events.stream().map(EventLines.Event::id))
                    .containsExactlyElementsOf(missed.messages.stream()
                            .map(message -> message.at("/gateway/seq").asText())
                            .toList());
        }
    }

    @Test
    default void pagesShouldHoldTheSameMessages() {
        Missed missed = missed();
        List<JsonNode> read = new ArrayList<>();
        long after = missed.after;
        boolean more = true;
        while (more) {
            JsonNode page = missed.seat.person().read("events" + EXTENDED + channel() + "&limit=3&after=" + after);
            Contract.check(page, "rest-events-page");
            page.path("events").forEach(event -> {
                assertThat(event.path("eventId")).isEqualTo(event.at("/message/gateway/eventId"));
                assertThat(event.path("seq")).isEqualTo(event.at("/message/gateway/seq"));
                read.add(event.path("message"));
            });
            after = page.path("last").asLong();
            more = page.path("more").asBoolean();
        }
        assertThat(read).startsWith(missed.messages.toArray(JsonNode[]::new));
    }

    @Test
    default void callsOwnPageShouldBeItsEvents() {
        Call call = agent().talking().finish();
        JsonNode page =
                call.seat().person().read("calls/" + call.callRef() + "/events" + EXTENDED + channel() + "&limit=500");
        Contract.check(page, "rest-events-page");
        List<JsonNode> read = new ArrayList<>();
        page.path("events").forEach(event -> read.add(event.path("message")));

        assertThat(read).isEqualTo(call.told());
    }

    @Test
    default void everyFormAndProfileOfAPageShouldKeepItsSchema() {
        Call call = agent().talking().finish();
        for (String channel : platform().channels()) {
            for (String profile : List.of("exact", "extended")) {
                JsonNode page = call.seat()
                        .person()
                        .read("calls/" + call.callRef() + "/events?profile=" + profile + "&channel=" + channel);
                Contract.check(page, "rest-events-page");
                page.path("events").forEach(event -> {
                    StreamRules.check(platform(), event.path("message"));
                    assertThat(event.at("/message/channel").asText()).isEqualTo(channel);
                    assertThat(event.path("message").has("gateway")).isEqualTo(profile.equals("extended"));
                });
            }
        }
    }

    @Test
    default void numberThatIsGoneShouldBeAnsweredByTheState() {
        Call call = agent().talking();
        Person person = call.seat().person();
        try (Person.Line line = person.listen(EXTENDED + channel() + "&after=999999");
                EventLines lines = person.events(EXTENDED + channel() + "&after=999999")) {
            synced(call, line);
            Await.until("StateSync as event stream", () -> unnumbered(lines).size() >= 3);
            assertThat(unnumbered(lines)).allMatch(event -> event.id().isEmpty());
            assertThat(lines.all().get(0).message().path("subtopic").asText()).isEqualTo("StateSync");
        }
        assertThat(person.get("events?after=999999").statusCode()).isEqualTo(410);
    }

    /** StateSync, then the agent's state, then each live call; nothing of it numbered (contract 6.5). */
    private static void synced(Call call, Person.Line line) {
        Await.until("the state instead", () -> unnumbered(line).size() >= 3);
        List<JsonNode> frames = unnumbered(line);
        frames.forEach(Contract::checkFrame);
        assertThat(frames.get(0).at("/message/initState").asText()).isEqualTo("Loaded");
        assertThat(frames.get(1).path("subtopic").asText()).isEqualTo("SetAgentState");
        assertThat(frames.get(2).at("/gateway/callRef").asText()).isEqualTo(call.callRef());
        assertThat(frames.get(2).at("/gateway/origin").asText()).isEqualTo("RESYNC");
    }

    private static List<EventLines.Event> unnumbered(EventLines lines) {
        return lines.all().stream()
                .filter(event -> event.message().at("/gateway/seq").isMissingNode())
                .toList();
    }

    /** What comes meanwhile has a number. */
    private static List<JsonNode> unnumbered(Person.Line line) {
        return line.frames().all().stream()
                .filter(frame -> frame.at("/gateway/seq").isMissingNode())
                .toList();
    }

    @Test
    @Works("StateSync")
    default void stateSyncShouldTellTheLiveCalls() {
        Call call = agent().talking();
        try (Person.Line line = call.seat().person().listen(EXTENDED)) {
            line.say(call.seat().message("StateSync", Seat.NO_DATA));
            synced(call, line);
        }
        assertThat(call.seat().query("StateSync")).hasSize(3);
    }

    @Test
    default void supervisorShouldSeeWhatTheAgentSees() {
        Seat agent = agent();
        try (Person.Line line = stage().person("sue").listen(EXTENDED + channel() + "&agent=" + agent.name())) {
            Call call = agent.talking().finish();
            Await.until(
                    "what the agent saw",
                    () -> line.frames().calls().size() >= call.told().size());
            assertThat(line.frames().calls()).isEqualTo(call.told());
        }
    }

    @Test
    default void readsShouldHaveTheirShapes() {
        Call call = agent().talking();
        Person person = call.seat().person();

        Contract.check(person.read("platforms"), "rest-platforms");
        Contract.check(person.read("agents/me"), "rest-agent");
        Contract.check(person.read("calls"), "rest-call#/$defs/list");
        call.finish();
        JsonNode ended = person.read("calls?ended=true&limit=500");
        Contract.check(ended, "rest-call#/$defs/list");
        assertThat(ended.toString()).contains(call.callRef());
        JsonNode read = call.read();
        assertThat(read.path("agent").asText()).isEqualTo(call.seat().name());
        assertThat(read.path("channel").asText()).isIn(platform().channels());
        assertThat(read.path("to").asText()).isEqualTo(platform().told(FarEnd.ANSWERS.number()));
        assertThat(read.path("lifeCycle").asText()).isEqualTo("ENDED");
        assertThat(read.path("allowed")).isEmpty();
    }
}

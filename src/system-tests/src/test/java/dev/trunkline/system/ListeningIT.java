package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who may listen, and that nobody misses anything: one stream, whatever the transport and whenever one comes. */
@OnSharedSite
class ListeningIT {
    @Test
    void everyTransportShouldResumeAfterAnyNumber() {
        Person alice = SharedSite.person("alice").ready();
        long before = alice.read("agents/me").path("lastSeq").asLong();
        Placed.by(alice, "3125550161").until("CONNECTED").end();
        List<JsonNode> log = after(alice, before);
        assertThat(log).hasSizeGreaterThan(5);

        long middle = log.get(2).path("seq").asLong();
        List<JsonNode> rest = log.subList(3, log.size());
        try (Person.Line line = alice.listen("?profile=extended&after=" + middle);
                Person.Line registered = alice.listen("?profile=exact");
                EventLines lines = alice.events("?profile=extended&after=" + before, "Last-Event-ID", "" + middle)) {
            registered.say("{\"channel\":\"Finesse\",\"topic\":\"App\",\"subtopic\":\"Register\","
                    + "\"data\":{\"profile\":\"extended\",\"afterSeq\":" + middle + "}}");
            same(line.frames(), rest);
            same(registered.frames(), rest);
            List<EventLines.Event> events = lines.numbered(rest.size());
            assertThat(events.stream().map(EventLines.Event::id).toList())
                    .isEqualTo(rest.stream()
                            .map(event -> event.path("seq").asText())
                            .toList());
            assertThat(events.stream().map(EventLines.Event::message).toList())
                    .isEqualTo(rest.stream().map(event -> event.path("message")).toList());
        }
    }

    /** The same messages in the same order, eventId and all. */
    private static void same(Frames frames, List<JsonNode> expected) {
        Await.until(expected.size() + " missed changes", () -> numbered(frames).size() >= expected.size());
        assertThat(numbered(frames))
                .isEqualTo(expected.stream().map(event -> event.path("message")).toList());
    }

    private static List<JsonNode> numbered(Frames frames) {
        return frames.all().stream()
                .filter(frame -> frame.at("/gateway/seq").isNumber())
                .toList();
    }

    private static List<JsonNode> after(Person person, long seq) {
        return person.log().stream()
                .filter(event -> event.path("seq").asLong() > seq)
                .toList();
    }

    @Test
    void pageShouldBeCutWhereItIsToldAndSayWhereToGoOn() {
        Person alice = SharedSite.person("alice").ready();
        alice.done(alice.ask("SetNotReady", "")).done(alice.ask("SetReady", ""));
        List<JsonNode> log = alice.log();
        JsonNode page = alice.read("events?after=0&limit=2&profile=extended");
        Contract.check(page, "rest-events-page");
        assertThat(page.path("more").asBoolean()).isTrue();
        assertThat(page.path("events").get(1)).isEqualTo(log.get(1));
        assertThat(page.path("last")).isEqualTo(log.get(1).path("seq"));
        assertThat(Refused.of(alice.get("events?after=999999"), 410)).isEqualTo("GONE");
    }

    @Test
    void listenerThatComesTooLateOrTooEarlyShouldBeToldTheStateInstead() {
        Person alice = SharedSite.person("alice").ready();
        try (Person.Line line = alice.listen("?profile=extended&after=999999")) {
            JsonNode sync = line.frames().awaitSubtopic("StateSync");
            assertThat(sync.at("/message/initState").asText()).isEqualTo("Loaded");
            line.frames().awaitSubtopic("SetAgentState");
            line.frames().all().forEach(Contract::checkFrame);
        }
    }

    @Test
    void ticketShouldOpenOneWebSocketAndNoMore() {
        Person bob = SharedSite.person("bob").ready();
        String ticket = bob.ticket();
        try (Person.Line line = bob.listenWithoutToken("?profile=extended&ticket=" + ticket)) {
            bob.done(bob.ask("SetNotReady", ""));
            line.frames().awaitState("Not_Ready");
        }
        assertThat(refusal(() -> bob.listenWithoutToken("?ticket=" + ticket))).isEqualTo(401);
        assertThat(refusal(() -> bob.listenWithoutToken(""))).isEqualTo(401);
    }

    @Test
    void supervisorShouldSeeWhatTheAgentSeesAndAnAgentShouldNot() {
        Person carol = SharedSite.person("carol").ready();
        Person sue = SharedSite.person("sue");
        Person bob = SharedSite.person("bob");
        try (Person.Line own = carol.listen("?profile=extended&channel=Finesse");
                Person.Line watching = sue.listen("?profile=extended&channel=Finesse&agent=carol")) {
            Placed call = Placed.by(carol, "3125550162").until("CONNECTED").end();
            own.frames().awaitLifeCycle("ENDED");
            watching.frames().awaitLifeCycle("ENDED");
            assertThat(watching.frames().calls()).isEqualTo(own.frames().calls());
            assertThat(sue.read("calls/" + call.callRef() + "?agent=carol")).isEqualTo(call.call());
            assertThat(Refused.of(bob.get("calls/" + call.callRef()), 404)).isEqualTo("CALL_NOT_FOUND");
            assertThat(Refused.of(bob.get("commands/" + call.commandId()), 404)).isEqualTo("NOT_FOUND");
        }
        assertThat(refusal(() -> bob.listen("?agent=carol"))).isEqualTo(403);
        assertThat(Refused.of(bob.get("events?agent=carol"), 403)).isEqualTo("FORBIDDEN");
        String forCarol = "{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\","
                + "\"data\":\"3125550163\",\"agent\":\"carol\"}";
        assertThat(Refused.of(sue.post(forCarol), 403)).isEqualTo("FORBIDDEN");
        assertThat(SharedSite.site().callsTo("3125550163")).isZero();
    }

    @Test
    void adminShouldActForAnAgent() {
        Person dave = SharedSite.person("dave").ready();
        String forDave =
                "{\"channel\":\"Finesse\",\"topic\":\"Agent\",\"subtopic\":\"SetNotReady\",\"agent\":\"dave\"}";
        try (Person.Line line = dave.listen("?profile=extended")) {
            assertThat(SharedSite.person("root").post(forDave).statusCode()).isEqualTo(202);
            line.frames().awaitState("Not_Ready");
        }
    }

    @Test
    void unknownSubprotocolShouldBeClosedWithItsOwnCode() {
        Person.Line line = SharedSite.person("erin").listenAs("trunkline.v9", "");
        assertThat(line.frames().closeCode()).isEqualTo(4400);
    }

    @Test
    void badQueryShouldBeRefusedBeforeTheConnectionIs() {
        Person erin = SharedSite.person("erin");
        assertThat(refusal(() -> erin.listen("?after=abc"))).isEqualTo(400);
        assertThat(refusal(() -> erin.listen("?profile=loud"))).isEqualTo(400);
    }

    /** The status with which a handshake is refused. */
    private static int refusal(ThrowingCallable handshake) {
        Throwable thrown = catchThrowable(handshake);
        assertThat(thrown)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) thrown.getCause()).getResponse().statusCode();
    }
}

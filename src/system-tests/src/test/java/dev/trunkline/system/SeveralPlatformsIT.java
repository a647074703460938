package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An agent with a call on each of five platforms at the same time: one stream, numbered without a gap. */
class SeveralPlatformsIT {
    private static final List<String> CHANNELS = List.of("Finesse", "Genesys", "GWS", "Five9", "Webexcc");
    private static final String NUMBER = "3125550142";

    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("several", Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static JsonNode ask(Person person, String channel, String topic, String subtopic, String data) {
        String more = data.isEmpty() ? "" : ",\"data\":" + data;
        return Person.acknowledged(person.post("{\"channel\":\"" + channel + "\",\"topic\":\"" + topic
                + "\",\"subtopic\":\"" + subtopic + "\"" + more + "}"));
    }

    private static void agent(Person person, String channel, String subtopic) {
        person.done(ask(person, channel, "Agent", subtopic, ""));
    }

    private static JsonNode call(Person person, JsonNode ack) {
        return person.read("calls/" + ack.path("callRef").asText());
    }

    private static void until(Person person, JsonNode ack, String lifeCycle) {
        Await.until(
                () -> ack + " is " + lifeCycle + ": " + call(person, ack),
                () -> call(person, ack).path("lifeCycle").asText().equals(lifeCycle));
    }

    private static String on(JsonNode ack, Person person) {
        return "{\"callId\":" + call(person, ack).path("callId") + "}";
    }

    @Test
    void callsOnSeveralPlatformsShouldShareOneNumberedStream() {
        Person alice = site.person("alice");
        try (Person.Line line = alice.listen("?profile=extended&channel=Finesse")) {
            for (String channel : CHANNELS) {
                agent(alice, channel, "Login");
                agent(alice, channel, "SetReady");
            }
            List<JsonNode> dials = CHANNELS.stream()
                    .map(channel -> ask(alice, channel, "OutboundCall", "MakeCall", "\"" + NUMBER + "\""))
                    .toList();
            dials.forEach(dial -> until(alice, dial, "CONNECTED"));
            assertThat(alice.read("calls")).hasSize(CHANNELS.size());

            for (int i = 0; i < dials.size(); i++) {
                alice.done(ask(alice, CHANNELS.get(i), "OutboundCall", "Drop", on(dials.get(i), alice)));
                until(alice, dials.get(i), "WRAP_UP");
                alice.done(ask(alice, CHANNELS.get(i), "OutboundCall", "WrapUp", on(dials.get(i), alice)));
                until(alice, dials.get(i), "ENDED");
            }
            long last = alice.read("agents/me").path("lastSeq").asLong();
            Await.until(
                    () -> "number " + last + " of " + line.frames().numbers(),
                    () -> line.frames().numbers().contains(last));
            List<Long> numbers = line.frames().numbers();
            assertThat(numbers)
                    .isEqualTo(
                            LongStream.rangeClosed(numbers.get(0), last).boxed().toList());
            assertThat(line.frames().calls())
                    .extracting(frame -> frame.path("channel").asText())
                    .containsAll(CHANNELS);
            line.frames().all().forEach(Contract::checkFrame);
        }
    }
}

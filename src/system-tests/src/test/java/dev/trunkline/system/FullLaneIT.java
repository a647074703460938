package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One agent asks faster than his platform answers: said aloud before anything is stored, and over when the platform has caught up. */
class FullLaneIT {
    private static final int CAPACITY = 5;
    private static final int TRIES = 3 * CAPACITY;
    private static final String NUMBER = "3125550165";

    @Test
    void fullLaneShouldBeSaidAloudAndEmptyItself() {
        try (Site site = Site.of("lane", Map.of("trunkline.lane.capacity", String.valueOf(CAPACITY)))) {
            Person bob = site.person("bob").ready();
            Person alice = site.person("alice").ready();
            site.fault("{\"kind\":\"slow\",\"seconds\":3,\"count\":1,\"agent\":\"bob\"}");
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (int i = 0; i < TRIES; i++) {
                answers.add(bob.post(Person.message("SetNotReady", "")));
            }
            List<HttpResponse<String>> refused = answers.stream()
                    .filter(answer -> answer.statusCode() != 202)
                    .toList();
            assertThat(refused).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(Contract.json(answer.body()).path("code").asText()).isEqualTo("OVERLOADED");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            });
            try (Person.Line line = bob.listen("?profile=extended")) {
                line.say(Person.message("SetReady", "").replace("}", ",\"requestId\":\"r-full\"}"));
                JsonNode error = line.frames().await("the refusal", frame -> frame.at("/gateway/requestId")
                        .asText()
                        .equals("r-full"));
                assertThat(error.at("/data/errorMessage").asText()).startsWith("OVERLOADED");
                assertThat(error.at("/gateway/retryAfterMs").asLong()).isPositive();
            }
            alice.done(alice.ask("SetNotReady", ""));

            answers.stream()
                    .filter(answer -> answer.statusCode() == 202)
                    .map(Person::acknowledged)
                    .forEach(ack -> bob.settled(ack.path("commandId").asText()));
            bob.done(bob.ask("SetReady", ""));
            Placed.by(bob, NUMBER).until("CONNECTED").end();
            assertThat(site.callsTo(NUMBER)).isEqualTo(1);
        }
    }
}

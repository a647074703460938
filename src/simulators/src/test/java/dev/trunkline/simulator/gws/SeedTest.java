package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two samples of the platform's own page on Dial: what is sent, what is answered, what is told. */
class SeedTest extends AtWork {
    /** Ids and times are different in every run. */
    private static final Set<String> OWN = Set.of(
            "/data/call/id",
            "/data/call/callUuid",
            "/data/call/connId",
            "/data/call/deviceUri",
            "/data/call/uri",
            "/data/call/path",
            "/data/metrics/eventProcessing/nodeProcessingTimeNanos",
            "/data/metrics/eventProcessing/serverGenerationTimestamp",
            "/data/metrics/eventProcessing/serverProcessingTimeTotalMs");

    /** The house that the page was written in. */
    @Override
    Options usual() {
        return Quick.unhurried()
                .with("gws.externalUrl", "http://hpe-voicevm-70.genesyslab.com:8090")
                .with("gws.firstExtension", "15000");
    }

    private static JsonNode sample(String name, int number) throws IOException {
        try (InputStream file = SeedTest.class.getResourceAsStream("003-" + name + "-" + number + ".json")) {
            return Rest.JSON.readTree(file);
        }
    }

    private Rest.Reply dial(int number) throws IOException {
        String request = sample("request", number).toString();
        return alice.rest().post("me/devices/" + alice.deviceId() + "/calls", request);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void answerShouldBeThatOfTheSample(int number) throws Exception {
        Rest.Reply reply = dial(number);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).isEqualTo(sample("response", number));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void notificationShouldBeThatOfTheSampleMemberForMember(int number) throws Exception {
        dial(number);
        JsonNode told = alice.message("Internal Dialing");

        assertThat(paths(told).keySet())
                .isEqualTo(paths(sample("notification", number)).keySet());
        assertThat(values(told)).isEqualTo(values(sample("notification", number)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void idsShouldLookLikeThoseOfTheSample(int number) throws Exception {
        dial(number);
        JsonNode call = alice.message("Internal Dialing").at("/data/call");
        String base = "http://hpe-voicevm-70.genesyslab.com:8090/api/v2";

        assertThat(call.path("id").asText())
                .matches("[0-9A-V]{32}")
                .isEqualTo(call.path("callUuid").asText());
        assertThat(call.path("connId").asText()).matches("[0-9a-f]{16}");
        assertThat(call.path("path").asText())
                .isEqualTo("/calls/" + call.path("id").asText());
        assertThat(call.path("uri").asText())
                .isEqualTo(base + "/me/calls/" + call.path("id").asText());
        assertThat(call.path("deviceUri").asText()).isEqualTo(base + "/devices/" + alice.deviceId());
    }

    private static Map<String, JsonNode> values(JsonNode message) {
        Map<String, JsonNode> values = paths(message);
        values.keySet().removeAll(OWN);
        return values;
    }

    /** Every leaf by its path. */
    private static Map<String, JsonNode> paths(JsonNode message) {
        Map<String, JsonNode> paths = new TreeMap<>();
        collect(paths, "", message);
        return paths;
    }

    private static void collect(Map<String, JsonNode> paths, String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> collect(paths, path + "/" + entry.getKey(), entry.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(paths, path + "/" + i, node.get(i));
            }
        } else {
            paths.put(path, node);
        }
    }
}

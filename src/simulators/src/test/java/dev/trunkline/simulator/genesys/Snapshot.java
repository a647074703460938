package dev.trunkline.simulator.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A conversation as it was told: {@code agent connected held, customer connected confined}. */
record Snapshot(JsonNode body) {
    static Snapshot of(JsonNode frame) {
        return new Snapshot(frame.path("eventBody"));
    }

    String id() {
        return body.path("id").asText();
    }

    JsonNode party(int index) {
        return body.path("participants").path(index);
    }

    String summary() {
        List<String> parties = new ArrayList<>();
        body.path("participants").forEach(party -> {
            StringBuilder words = new StringBuilder(party.path("purpose").asText());
            words.append(' ').append(party.path("state").asText());
            for (String flag : List.of("held", "muted", "confined")) {
                words.append(party.path(flag).asBoolean() ? " " + flag : "");
            }
            if (party.has("disconnectType")) {
                words.append(" (").append(party.path("disconnectType").asText()).append(')');
            }
            boolean due = party.has("startAcwTime") && !party.has("endAcwTime");
            parties.add(words + (due ? " ACW" : ""));
        });
        return String.join(", ", parties);
    }
}

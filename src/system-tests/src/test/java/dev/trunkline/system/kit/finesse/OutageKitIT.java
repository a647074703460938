package dev.trunkline.system.kit.finesse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.kit.ContractKit;
import java.util.Map;

/** Two nodes, and a Finesse that soon misses an agent. */
class OutageKitIT extends ContractKit implements OutageCases {
    OutageKitIT() {
        super(new Finesse() {
            @Override
            public String title() {
                return "Finesse, two nodes";
            }

            @Override
            public Map<String, String> simulator() {
                Map<String, String> options = super.simulator();
                options.put("finesse.secondNode", "true");
                options.put("finesse.presenceGrace", "2s");
                return options;
            }

            @Override
            public Map<String, String> gateway(JsonNode described, String certificate) {
                Map<String, String> settings = super.gateway(described, certificate);
                settings.put(
                        "trunkline.finesse.secondUrl",
                        described.at("/addresses/second/rest").asText());
                return settings;
            }
        });
    }
}

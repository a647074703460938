package dev.trunkline.system.kit.finesse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.DialCases;
import dev.trunkline.system.kit.FarEndCases;
import dev.trunkline.system.kit.FaultCases;
import java.util.Map;
import org.junit.jupiter.api.Order;

/** Unified CCE before 12.5: dials from Not Ready only, and SystemInfo does not name the ports. */
@Order(5)
class OlderReleaseKitIT extends ContractKit implements FarEndCases, FaultCases, DialCases, DialFromNotReadyCases {
    OlderReleaseKitIT() {
        super(new Finesse() {
            @Override
            public String title() {
                return "Finesse, CCE 12.0";
            }

            /** The first request of a dial is the one to be Not Ready: the simulator cannot be told to refuse the second. */
            @Override
            public Map<String, String> lateRefusals() {
                return Map.of();
            }

            @Override
            public Map<String, String> simulator() {
                Map<String, String> options = super.simulator();
                options.put("finesse.release", "12.0(1)");
                return options;
            }

            @Override
            public Map<String, String> gateway(JsonNode described, String certificate) {
                Map<String, String> settings = super.gateway(described, certificate);
                settings.put("trunkline.finesse.dialFrom", "notReady");
                settings.put(
                        "trunkline.finesse.xmppPort",
                        described.at("/addresses/xmppSecurePort").asText());
                return settings;
            }
        });
    }
}

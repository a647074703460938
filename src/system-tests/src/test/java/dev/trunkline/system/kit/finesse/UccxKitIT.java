package dev.trunkline.system.kit.finesse;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.OfferCases;
import dev.trunkline.system.kit.VariantKit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finesse before Unified CCX (sheet 1, table): dials from Not Ready only, no wrap-up, no variables with a dial, no preview. */
class UccxKitIT extends ContractKit implements VariantKit, OfferCases, DialFromNotReadyCases {
    UccxKitIT() {
        super(new Finesse() {
            @Override
            public String title() {
                return "Finesse, UCCX";
            }

            /** The first request of a dial is the one to be Not Ready: the simulator cannot be told to refuse the second. */
            @Override
            public Map<String, String> lateRefusals() {
                return Map.of();
            }

            @Override
            public Map<String, String> simulator() {
                Map<String, String> options = super.simulator();
                options.put("finesse.deployment", "uccx");
                return options;
            }

            @Override
            public boolean wrapsUp() {
                return false;
            }

            @Override
            public List<String> dialerModes() {
                return List.of("directpreview", "progressive", "predictive", "callback");
            }

            /** BAStatus is plain there, and a callback is offered as a direct preview (sheet 4.4). */
            @Override
            public Set<String> outBoundTypes(String mode) {
                return switch (mode) {
                    case "progressive", "predictive" -> Set.of("outbound");
                    case "callback" -> Set.of("directpreview", "callback");
                    default -> Set.of(mode);
                };
            }

            @Override
            public boolean variablesWithDial() {
                return false;
            }

            @Override
            public Set<String> neverOpen() {
                return Set.of("Reclassify");
            }
        });
    }
}

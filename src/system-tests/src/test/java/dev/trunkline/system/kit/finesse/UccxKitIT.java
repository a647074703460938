package dev.trunkline.system.kit.finesse;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.VariantKit;
import java.util.Map;
import java.util.Set;

/** Finesse before Unified CCX (sheet 1, table): dials from Not Ready only, no wrap-up, no variables with a dial. */
class UccxKitIT extends ContractKit implements VariantKit, DialFromNotReadyCases {
    UccxKitIT() {
        super(new Finesse() {
            @Override
            public String title() {
                return "Finesse, UCCX";
            }

            @Override
            public Map<String, String> simulator() {
                Map<String, String> options = super.simulator();
                options.put("finesse.deployment", "UCCX");
                return options;
            }

            @Override
            public boolean wrapsUp() {
                return false;
            }

            @Override
            public boolean variablesWithDial() {
                return false;
            }

            /** An outcome waits for a wrap-up that never comes. */
            @Override
            public Set<String> neverOpen() {
                return Set.of("Reclassify");
            }
        });
    }
}

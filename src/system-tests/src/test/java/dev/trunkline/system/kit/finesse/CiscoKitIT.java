package dev.trunkline.system.kit.finesse;

import dev.trunkline.system.kit.ButtonTable;
import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.OfferCases;
import dev.trunkline.system.kit.TwoCallCases;
import dev.trunkline.system.kit.VerbCases;
import java.util.List;
import java.util.Map;

/** The other channel name: the form with the buttons, whose keys are posted back. */
class CiscoKitIT extends ContractKit implements VerbCases, TwoCallCases, OfferCases {
    private static final Map<String, String> OLD_NAMES = Map.of(
            "Login", "SetUserInfo",
            "SetReady", "SetReadyState",
            "SetNotReady", "SetNotReadyState",
            "MakeCall", "SetMakeCall",
            "UpdateCallData", "UpdateCallVariables");

    CiscoKitIT() {
        super(new Finesse() {
            @Override
            public String title() {
                return "Cisco";
            }

            @Override
            public List<String> channels() {
                return List.of("Cisco", "Finesse");
            }

            @Override
            public String subtopic(String verb) {
                return OLD_NAMES.getOrDefault(verb, ButtonTable.keyOf(verb).orElse(verb));
            }
        });
    }
}

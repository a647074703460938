package dev.trunkline.system.kit.toy;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.DialCases;
import dev.trunkline.system.kit.FarEndCases;

/** What a further platform gets for nothing: the cases about dials and about who answers them, with the gateway that we ship. */
class ToyKitIT extends ContractKit implements DialCases, FarEndCases {
    ToyKitIT() {
        super(new Toy());
    }
}

package dev.trunkline.system.kit.finesse;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.WholeKit;

class FinesseKitIT extends ContractKit implements WholeKit {
    FinesseKitIT() {
        super(new Finesse());
    }
}

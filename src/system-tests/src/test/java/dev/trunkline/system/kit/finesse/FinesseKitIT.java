package dev.trunkline.system.kit.finesse;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.WholeKit;
import org.junit.jupiter.api.Order;

/** The longest of all, so it begins first. */
@Order(1)
class FinesseKitIT extends ContractKit implements WholeKit {
    FinesseKitIT() {
        super(new Finesse());
    }
}

package dev.trunkline.system.kit.genesys;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.RejectCases;
import dev.trunkline.system.kit.WholeKit;
import org.junit.jupiter.api.Order;

/** The longest but one. */
@Order(2)
class GenesysKitIT extends ContractKit implements WholeKit, SeedCases, RejectCases {
    GenesysKitIT() {
        super(new GenesysCloud());
    }
}

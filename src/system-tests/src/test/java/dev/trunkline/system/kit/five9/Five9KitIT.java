package dev.trunkline.system.kit.five9;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.RejectCases;
import dev.trunkline.system.kit.WholeKit;
import org.junit.jupiter.api.Order;

/** As long as the other platforms'. */
@Order(3)
class Five9KitIT extends ContractKit implements WholeKit, RejectCases, MigrationCases {
    Five9KitIT() {
        super(new Five9());
    }
}

package dev.trunkline.system.kit.gws;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.WholeKit;
import org.junit.jupiter.api.Order;

/** As long as the other platforms'. */
@Order(3)
class GwsKitIT extends ContractKit implements WholeKit {
    GwsKitIT() {
        super(new GenesysWebServices());
    }
}

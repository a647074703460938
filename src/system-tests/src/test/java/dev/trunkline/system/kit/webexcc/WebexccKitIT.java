package dev.trunkline.system.kit.webexcc;

import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.WholeKit;
import org.junit.jupiter.api.Order;

/** As long as the other platforms'. */
@Order(3)
class WebexccKitIT extends ContractKit implements WholeKit, OutdialCases, StationCases {
    WebexccKitIT() {
        super(new WebexContactCenter());
    }
}

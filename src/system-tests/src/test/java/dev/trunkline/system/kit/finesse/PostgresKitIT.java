package dev.trunkline.system.kit.finesse;

import dev.trunkline.system.GatewayDatabase;
import dev.trunkline.system.kit.ContractKit;
import dev.trunkline.system.kit.DialCases;
import dev.trunkline.system.kit.RestartCases;
import dev.trunkline.system.kit.StreamCases;
import dev.trunkline.system.kit.VerbCases;

/**
 * The log on PostgreSQL: what is written with each verb, the keys of dials, pages and replay, restarts. The other groups of cases wait for
 * a platform; {@code -Dkit.database=postgresql} has any class of the kit run on it.
 */
class PostgresKitIT extends ContractKit implements VerbCases, DialCases, StreamCases, RestartCases {
    PostgresKitIT() {
        super(
                new Finesse() {
                    @Override
                    public String title() {
                        return "Finesse, PostgreSQL";
                    }
                },
                GatewayDatabase.POSTGRESQL);
    }
}

package dev.trunkline.simulator.genesys.centre;

import java.util.Locale;

/** Whose leg it is (sheet 1); a call on behalf of a queue has an agent and a customer, a personal one a user and an external party. */
public enum Purpose {
    AGENT,
    USER,
    CUSTOMER,
    EXTERNAL,
    ACD;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

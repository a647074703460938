package dev.trunkline.simulator.genesys.centre;

import java.util.Locale;

/** The platform's words for a leg (sheet 6.1), as far as voice needs them. */
public enum LegState {
    OFFERING,
    CONTACTING,
    DIALING,
    ALERTING,
    CONNECTED,
    DISCONNECTED,
    TERMINATED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean over() {
        return this == DISCONNECTED || this == TERMINATED;
    }
}

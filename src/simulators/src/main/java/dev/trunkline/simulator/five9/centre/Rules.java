package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.Settings;

/** How the domain is set up, and what no source confirms, both ways. */
public record Rules(DeskRules desk, DialRules dial, CallRules calls) {
    public static Rules from(Settings settings) {
        return new Rules(DeskRules.from(settings), DialRules.from(settings), CallRules.from(settings));
    }
}

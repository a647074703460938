package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.Settings;

/** How the organisation is set up, and what no source confirms, both ways. */
public record Rules(DeskRules desk, DialRules dial, CallRules calls) {
    public static Rules from(Settings settings) {
        return new Rules(DeskRules.from(settings), DialRules.from(settings), CallRules.from(settings));
    }
}

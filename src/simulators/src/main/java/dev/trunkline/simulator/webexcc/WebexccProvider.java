package dev.trunkline.simulator.webexcc;

import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.PlatformProvider;
import dev.trunkline.simulator.Surroundings;

/** Makes the simulated Webex Contact Center. */
public final class WebexccProvider implements PlatformProvider {
    @Override
    public Platform create(Surroundings surroundings) {
        return new Webexcc(surroundings);
    }
}

package dev.trunkline.simulator.five9;

import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.PlatformProvider;
import dev.trunkline.simulator.Surroundings;

/** Makes the simulated Five9. */
public final class Five9Provider implements PlatformProvider {
    @Override
    public Platform create(Surroundings surroundings) {
        return new Five9(surroundings);
    }
}

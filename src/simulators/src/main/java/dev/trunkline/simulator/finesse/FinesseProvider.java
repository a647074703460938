package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.PlatformProvider;
import dev.trunkline.simulator.Surroundings;

/** Makes the simulated Finesse. */
public final class FinesseProvider implements PlatformProvider {
    @Override
    public Platform create(Surroundings surroundings) {
        return new Finesse(surroundings);
    }
}

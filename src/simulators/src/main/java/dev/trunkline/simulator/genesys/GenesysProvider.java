package dev.trunkline.simulator.genesys;

import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.PlatformProvider;
import dev.trunkline.simulator.Surroundings;

/** Makes the simulated Genesys Cloud. */
public final class GenesysProvider implements PlatformProvider {
    @Override
    public Platform create(Surroundings surroundings) {
        return new Genesys(surroundings);
    }
}

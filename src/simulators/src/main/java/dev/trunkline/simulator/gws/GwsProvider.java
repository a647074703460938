package dev.trunkline.simulator.gws;

import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.PlatformProvider;
import dev.trunkline.simulator.Surroundings;

/** Makes the simulated Genesys Web Services. */
public final class GwsProvider implements PlatformProvider {
    @Override
    public Platform create(Surroundings surroundings) {
        return new Gws(surroundings);
    }
}

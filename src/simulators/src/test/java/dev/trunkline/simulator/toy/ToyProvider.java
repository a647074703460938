package dev.trunkline.simulator.toy;

import dev.trunkline.simulator.Platform;
import dev.trunkline.simulator.PlatformProvider;
import dev.trunkline.simulator.Surroundings;

/** Makes the toy. */
public final class ToyProvider implements PlatformProvider {
    @Override
    public Platform create(Surroundings surroundings) {
        return new Toy(surroundings);
    }
}

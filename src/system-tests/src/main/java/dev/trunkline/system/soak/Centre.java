package dev.trunkline.system.soak;

import dev.trunkline.system.load.Controls;

/** A simulated contact centre of this run. @param controls its control plane */
record Centre(Platform platform, Controls controls) {
    @Override
    public String toString() {
        return platform.channel();
    }
}

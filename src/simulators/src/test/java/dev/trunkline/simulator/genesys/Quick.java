package dev.trunkline.simulator.genesys;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;

/** Simulators on free ports in which everything takes tens of milliseconds; each test asks for its own. */
final class Quick {
    static final String NUMBER = "+13125550142";
    static final String AREA = "+1312555";

    private Quick() {}

    static Options options() {
        return Options.onAnyPorts()
                .with("genesys.begin", "2ms")
                .with("genesys.station", "10ms")
                .with("genesys.stationTimeout", "2s")
                .with("genesys.dialling", "10ms")
                .with("genesys.ring", "40ms")
                .with("genesys.noAnswer", "80ms")
                .with("genesys.shortCall", "60ms")
                .with("genesys.settle", "5ms")
                .with("genesys.wrapUp", "100ms")
                .with("genesys.slowAnswer", "250ms")
                .with("genesys.streamCut", "800ms")
                .with("genesys.disorder", "200ms");
    }

    /** Wrap-up stays due until the agent speaks. */
    static Options unhurried() {
        return options().with("genesys.wrapUp", "60s");
    }

    static Simulators start() {
        return Simulators.start(unhurried());
    }
}

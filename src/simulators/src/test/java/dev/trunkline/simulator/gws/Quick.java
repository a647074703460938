package dev.trunkline.simulator.gws;

import dev.trunkline.simulator.Options;

/** Simulators on free ports in which everything takes tens of milliseconds; each test asks for its own. */
final class Quick {
    static final String NUMBER = "3125550142";
    static final String AREA = "312555";

    private Quick() {}

    static Options options() {
        return Options.onAnyPorts()
                .with("gws.begin", "2ms")
                .with("gws.ring", "40ms")
                .with("gws.busy", "20ms")
                .with("gws.noAnswer", "80ms")
                .with("gws.shortCall", "60ms")
                .with("gws.settle", "5ms")
                .with("gws.wrapUp", "100ms")
                .with("gws.slowAnswer", "250ms")
                .with("gws.streamCut", "800ms")
                .with("gws.disorder", "200ms");
    }

    /** Work after a call lasts until the agent says otherwise. */
    static Options unhurried() {
        return options().with("gws.wrapUp", "60s");
    }
}

package dev.trunkline.simulator.five9;

import dev.trunkline.simulator.Identity;
import dev.trunkline.simulator.Options;

/** Simulators on free ports in which everything takes tens of milliseconds; each test asks for its own. */
final class Quick {
    static final String NUMBER = "3125550142";
    static final String AREA = "312555";
    /** One for all tests: a key takes longer to make than most tests last. */
    static final Identity IDENTITY = Identity.create();

    private Quick() {}

    static Options options() {
        return Options.onAnyPorts()
                .withIdentity(IDENTITY)
                .with("five9.begin", "2ms")
                .with("five9.ring", "40ms")
                .with("five9.busy", "20ms")
                .with("five9.noAnswer", "80ms")
                .with("five9.shortCall", "60ms")
                .with("five9.settle", "5ms")
                .with("five9.wrapUp", "100ms")
                .with("five9.slowAnswer", "250ms")
                .with("five9.streamCut", "800ms")
                .with("five9.disorder", "200ms");
    }

    /** A disposition is owed until the agent gives one. */
    static Options unhurried() {
        return options().with("five9.wrapUp", "60s");
    }
}

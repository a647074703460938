package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;

/** Simulators on free ports in which everything takes tens of milliseconds; each test asks for its own. */
final class Quick {
    static final String NUMBER = "9015550147";

    private Quick() {}

    static Options options() {
        return Options.onAnyPorts()
                .with("finesse.begin", "2ms")
                .with("finesse.offHook", "5ms")
                .with("finesse.dialling", "5ms")
                .with("finesse.ring", "40ms")
                .with("finesse.noAnswer", "80ms")
                .with("finesse.shortCall", "60ms")
                .with("finesse.busyClear", "60ms")
                .with("finesse.wrapUp", "100ms")
                .with("finesse.slowAnswer", "250ms")
                .with("finesse.streamCut", "800ms")
                .with("finesse.disorder", "200ms")
                .with("finesse.dialer", "5ms");
    }

    static Simulators start() {
        return Simulators.start(options());
    }
}

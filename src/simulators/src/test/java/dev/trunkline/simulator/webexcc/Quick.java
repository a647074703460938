package dev.trunkline.simulator.webexcc;

import dev.trunkline.simulator.Alone;
import dev.trunkline.simulator.Identity;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;

/** Simulators on free ports in which everything takes tens of milliseconds; each test asks for its own. */
final class Quick {
    static final String NUMBER = "+13125550142";
    static final String AREA = "+1312555";
    /** Rings until its far end is told to answer, where {@code webexcc.noAnswer} is long. */
    static final String RINGING = AREA + "0102";
    /** One for all tests: a key takes longer to make than most tests last. */
    static final Identity IDENTITY = Identity.create();

    private Quick() {}

    static Options options() {
        return Options.onAnyPorts()
                .withIdentity(IDENTITY)
                .with("webexcc.begin", "2ms")
                .with("webexcc.agentLeg", "10ms")
                .with("webexcc.rona", "120s")
                .with("webexcc.ring", "40ms")
                .with("webexcc.busy", "20ms")
                .with("webexcc.noAnswer", "80ms")
                .with("webexcc.shortCall", "60ms")
                .with("webexcc.settle", "5ms")
                .with("webexcc.wrapUp", "60s")
                .with("webexcc.slowAnswer", "250ms")
                .with("webexcc.streamCut", "300ms")
                .with("webexcc.disorder", "200ms");
    }

    /** Number 0102 rings until its far end does something. */
    static Options ringing() {
        return options().with("webexcc.noAnswer", "120s");
    }

    /** Of this platform alone. */
    static Simulators start(Options options) {
        return Alone.start(options, Quick.class);
    }
}

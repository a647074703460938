package dev.trunkline.simulator.webexcc;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Somebody with a token and no station, at a platform that tests share which change nothing that a reset does not undo. */
abstract class AtTheDoor {
    private static Simulators shared;

    Simulators simulators;
    Rest rest;

    private static synchronized Simulators shared() {
        if (shared == null) {
            shared = Quick.start(Quick.options().with("webexcc.rate", 0));
        }
        return shared;
    }

    @BeforeEach
    void come() throws IOException {
        simulators = shared();
        simulators.reset();
        rest = Rest.of(simulators, "alice");
    }

    /** From here on at one of its own. */
    void restart(Options options) throws IOException {
        leave();
        simulators = Quick.start(options);
        rest = Rest.of(simulators, "alice");
    }

    void restartWith(String name, Object value) throws IOException {
        restart(Quick.options().with("webexcc." + name, value));
    }

    @AfterEach
    void leave() {
        if (simulators != shared()) {
            simulators.close();
        }
    }
}

package dev.trunkline.simulator.five9;

import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulated Five9 of each test's own at which nobody is yet. */
abstract class LoggedOut {
    Simulators simulators;
    Rest rest;

    @BeforeEach
    void start() {
        start(Quick.unhurried());
    }

    void start(Options options) {
        simulators = Simulators.start(options);
        rest = new Rest(simulators);
    }

    void restartWith(String name, Object value) {
        simulators.close();
        start(Quick.unhurried().with(name, value));
    }

    void fault(String fault) {
        Control.Reply reply = new Control(simulators).post("/platforms/five9/faults", fault);
        if (reply.status() != 202) {
            throw new AssertionError(reply.toString());
        }
    }

    @AfterEach
    void close() {
        simulators.close();
    }
}

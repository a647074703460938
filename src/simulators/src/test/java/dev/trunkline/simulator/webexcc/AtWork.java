package dev.trunkline.simulator.webexcc;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Alice at work at a simulated Webex Contact Center of each test's own. */
abstract class AtWork {
    Simulators simulators;
    Worker alice;

    /** How it is set up where a test says nothing else. */
    Options usual() {
        return Quick.ringing();
    }

    @BeforeEach
    void signIn() throws IOException {
        start(usual());
    }

    void start(Options options) throws IOException {
        simulators = Quick.start(options);
        alice = Worker.atWork(simulators, "alice");
    }

    void restartWith(String name, Object value) throws IOException {
        restart(usual().with("webexcc." + name, value));
    }

    void restart(Options options) throws IOException {
        close();
        start(options);
    }

    @AfterEach
    void close() {
        alice.close();
        simulators.close();
    }
}

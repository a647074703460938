package dev.trunkline.system.kit;

/** What every case has: a gateway beside one simulated platform, and agents at work there. */
public interface Kit {
    Stage stage();

    default Platform platform() {
        return stage().platform();
    }

    default Control control() {
        return stage().control();
    }

    /** An agent who is signed in, ready and watched. */
    default Seat agent() {
        return stage().seat("alice").ready();
    }

    default Seat colleague() {
        return stage().seat("bob").ready();
    }
}

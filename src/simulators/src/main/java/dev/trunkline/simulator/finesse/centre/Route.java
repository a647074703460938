package dev.trunkline.simulator.finesse.centre;

/** Between whom a call is: a dialog names the called side three times (sheet 5.3, seed 004). */
record Route(String from, String to, String dnis, String dialled) {

    /** As an agent dials. */
    static Route dialled(String from, String to) {
        return new Route(from, to, to, to);
    }
}

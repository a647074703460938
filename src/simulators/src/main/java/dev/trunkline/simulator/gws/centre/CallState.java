package dev.trunkline.simulator.gws.centre;

/** What a party's telephone does (sheet 6); there are no other states. */
enum CallState {
    DIALING("Dialing"),
    RINGING("Ringing"),
    ESTABLISHED("Established"),
    HELD("Held"),
    RELEASED("Released");

    private final String word;

    CallState(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}

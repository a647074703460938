package dev.trunkline.simulator.finesse.centre;

/** What the dialer heard when it called a customer; the words beside CPA_Voice are our own (sheet 4.4, 6.3, seed). */
enum CallProgress {
    VOICE("CPA_Voice", ""),
    BUSY("CPA_Busy", "BUSY"),
    INVALID("CPA_Invalid", "INVALID"),
    NO_ANSWER("CPA_No_Answer", ""),
    UNKNOWN("CPA_Unknown", "");

    /** The variable that tells it. */
    static final String RESPONSE = "BAResponse";

    private final String word;
    private final String classification;

    CallProgress(String word, String classification) {
        this.word = word;
        this.classification = classification;
    }

    static CallProgress of(Cause cause) {
        return switch (cause) {
            case BUSY -> BUSY;
            case BAD_DESTINATION -> INVALID;
            case DEVICE_RESOURCE_NOT_AVAILABLE, OTHER -> UNKNOWN;
        };
    }

    String word() {
        return word;
    }

    String classification() {
        return classification;
    }
}

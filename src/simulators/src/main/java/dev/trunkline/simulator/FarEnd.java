package dev.trunkline.simulator;

import java.util.Arrays;

/** How the other party behaves: the last four digits of the dialled number choose, the same on every platform. */
public enum FarEnd {
    BUSY("0101"),
    NO_ANSWER("0102"),
    REJECTS("0103"),
    INVALID_NUMBER("0104"),
    SHORT_CALL("0105"),
    SLOW_DIAL_ANSWER("0106"),
    SERVER_ERROR("0107"),
    RATE_LIMITED("0108"),
    STREAM_CUT("0109"),
    DISORDERLY_EVENTS("0110"),
    LOST_DIAL_ANSWER("0111"),
    /** Any other number: rings, answers, stays until somebody hangs up. */
    ANSWERS("");

    private final String lastDigits;

    FarEnd(String lastDigits) {
        this.lastDigits = lastDigits;
    }

    public static FarEnd of(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return Arrays.stream(values())
                .filter(end -> digits.endsWith(end.lastDigits))
                .findFirst()
                .orElse(ANSWERS);
    }
}

package dev.trunkline.system.kit;

import java.util.Locale;

/** Who is called: the last four digits choose, the same on every simulated platform (design 1). */
public enum FarEnd {
    ANSWERS("0142"),
    BUSY("0101"),
    NO_ANSWER("0102"),
    REJECTS("0103"),
    INVALID_NUMBER("0104"),
    HANGS_UP("0105"),
    SLOW_DIAL_ANSWER("0106"),
    SERVER_ERROR("0107"),
    RATE_LIMITED("0108"),
    STREAM_CUT("0109"),
    DISORDERLY_EVENTS("0110"),
    LOST_DIAL_ANSWER("0111");

    private final String digits;

    FarEnd(String digits) {
        this.digits = digits;
    }

    public String number() {
        return "312555" + digits;
    }

    @Override
    public String toString() {
        return digits + " " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

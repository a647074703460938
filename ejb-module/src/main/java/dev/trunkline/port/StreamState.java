package dev.trunkline.port;

import java.util.EnumSet;
import java.util.Set;

/** The life of one agent's connection to a platform. */
public enum StreamState {
    NEW("not connected yet"),
    CONNECTING("on the way to the platform: transport, sign-in, subscription"),
    READING("connected; the platform's current calls are being read, events are kept back until that is done"),
    UP("events are trusted"),
    WAITING("lost; the next try comes after the back-off"),
    REFUSED("the platform refused us for good (password, conflict): no further try, the agent must sign in again"),
    CLOSED("ended by us");

    private final String sentence;

    StreamState(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** Whether the one may follow the other; anything else is a fault of ours. */
    public boolean canBecome(StreamState next) {
        return following().contains(next);
    }

    private Set<StreamState> following() {
        return switch (this) {
            case NEW -> EnumSet.of(CONNECTING, CLOSED);
            case CONNECTING -> EnumSet.of(READING, WAITING, REFUSED, CLOSED);
            case READING -> EnumSet.of(UP, WAITING, REFUSED, CLOSED);
            case UP -> EnumSet.of(WAITING, REFUSED, CLOSED);
            case WAITING -> EnumSet.of(CONNECTING, CLOSED);
            case REFUSED -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(StreamState.class);
        };
    }
}

package dev.trunkline.simulator.genesys.centre;

import java.time.Instant;
import java.util.Optional;

/** One party's connection, which the platform calls a communication. It never comes back once it is over. On the lane. */
final class Leg {
    private final String id = Ids.next();
    private final LegState initial;
    private final String direction;
    private final Instant started = Instant.now();
    private LegState state;
    private boolean held;
    private boolean muted;
    private boolean confined;
    private boolean recording;
    private Instant heldSince;
    private Instant connected;
    private Instant ended;
    private Ending ending;

    Leg(LegState initial, String direction) {
        this.initial = initial;
        this.state = initial;
        this.direction = direction;
    }

    void become(LegState next) {
        state = next;
        if (next == LegState.CONNECTED && connected == null) {
            connected = Instant.now();
        }
    }

    void end(Ending because) {
        state = LegState.DISCONNECTED;
        ended = Instant.now();
        ending = because;
        held = false;
        confined = false;
    }

    /** The reason of an ended leg can change a moment later (sheet 5.4). */
    void endedRather(Ending because) {
        ending = because;
    }

    void hold(boolean on) {
        held = on;
        heldSince = on ? Instant.now() : null;
    }

    void mute(boolean on) {
        muted = on;
    }

    void confine(boolean on) {
        confined = on;
    }

    void record(boolean on) {
        recording = on;
    }

    String id() {
        return id;
    }

    LegState state() {
        return state;
    }

    LegState initial() {
        return initial;
    }

    String direction() {
        return direction;
    }

    boolean live() {
        return !state.over();
    }

    boolean talks() {
        return state == LegState.CONNECTED;
    }

    boolean held() {
        return held;
    }

    boolean muted() {
        return muted;
    }

    boolean confined() {
        return confined;
    }

    boolean recording() {
        return recording;
    }

    boolean everConnected() {
        return connected != null;
    }

    Instant started() {
        return started;
    }

    Optional<Instant> heldSince() {
        return Optional.ofNullable(heldSince);
    }

    Optional<Instant> connectedAt() {
        return Optional.ofNullable(connected);
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(ended);
    }

    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }
}

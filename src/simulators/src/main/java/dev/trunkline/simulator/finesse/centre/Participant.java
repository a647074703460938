package dev.trunkline.simulator.finesse.centre;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** One party of a dialog (sheet 5.3). Lives on the lane. */
public final class Participant {
    private static final Set<CallState> GONE = EnumSet.of(CallState.WRAP_UP, CallState.FAILED, CallState.DROPPED);

    private final String mediaAddress;
    private final boolean agentDevice;
    private final Instant started = Instant.now();
    private CallState state;
    private Cause cause;
    private Instant changed = started;
    private boolean everActive;

    Participant(String mediaAddress, boolean agentDevice, CallState state) {
        this.mediaAddress = mediaAddress;
        this.agentDevice = agentDevice;
        this.state = state;
        everActive = state == CallState.ACTIVE;
    }

    public String mediaAddress() {
        return mediaAddress;
    }

    public boolean agentDevice() {
        return agentDevice;
    }

    public CallState state() {
        return state;
    }

    public Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }

    public Instant started() {
        return started;
    }

    public Instant changed() {
        return changed;
    }

    /** On the line, or ringing. */
    boolean live() {
        return !GONE.contains(state);
    }

    boolean everActive() {
        return everActive;
    }

    void become(CallState next) {
        if (state != next) {
            changed = Instant.now();
        }
        state = next;
        everActive |= next == CallState.ACTIVE;
    }

    void fail(Cause why) {
        become(CallState.FAILED);
        cause = why;
    }
}

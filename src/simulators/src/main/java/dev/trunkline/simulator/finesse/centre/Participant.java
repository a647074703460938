package dev.trunkline.simulator.finesse.centre;

import java.time.Instant;
import java.util.Optional;

/** One party of a dialog (sheet 5.3). Lives on the lane. */
public final class Participant {
    private final String mediaAddress;
    private final boolean agentDevice;
    private final Instant started = Instant.now();
    private CallState state;
    private Cause cause;
    private Instant changed = started;

    Participant(String mediaAddress, boolean agentDevice, CallState state) {
        this.mediaAddress = mediaAddress;
        this.agentDevice = agentDevice;
        this.state = state;
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

    void become(CallState next) {
        if (state != next) {
            changed = Instant.now();
        }
        state = next;
    }

    void fail(Cause why) {
        become(CallState.FAILED);
        cause = why;
    }
}

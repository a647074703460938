package dev.trunkline.simulator.gws.centre;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Somebody's part in a call: an agent's, at his device, or that of somebody outside. On the lane. */
final class Party {
    private final Agent agent;
    private final String number;
    private CallState state;
    private Instant answeredAt;
    private Instant releasedAt;
    private boolean muted;
    private String recording = "Stopped";

    private Party(Agent agent, String number, CallState state) {
        this.agent = agent;
        this.number = number;
        this.state = state;
    }

    static Party of(Agent agent, CallState state) {
        return new Party(agent, agent.number(), state);
    }

    static Party outside(String number, CallState state) {
        return new Party(null, number, state);
    }

    Optional<Agent> agent() {
        return Optional.ofNullable(agent);
    }

    boolean is(Agent one) {
        return agent == one;
    }

    String number() {
        return number;
    }

    CallState state() {
        return state;
    }

    void become(CallState next) {
        state = next;
        if (next == CallState.ESTABLISHED && answeredAt == null) {
            answeredAt = Instant.now();
        }
        if (next == CallState.RELEASED) {
            releasedAt = Instant.now();
        }
    }

    boolean live() {
        return state != CallState.RELEASED;
    }

    boolean talks() {
        return state == CallState.ESTABLISHED || state == CallState.HELD;
    }

    boolean everTalked() {
        return answeredAt != null;
    }

    /** Seconds since it was answered. */
    long duration() {
        Instant end = releasedAt == null ? Instant.now() : releasedAt;
        return answeredAt == null ? 0 : Duration.between(answeredAt, end).toSeconds();
    }

    boolean muted() {
        return muted;
    }

    void mute(boolean on) {
        muted = on;
    }

    String recording() {
        return recording;
    }

    void record(String word) {
        recording = word;
    }
}

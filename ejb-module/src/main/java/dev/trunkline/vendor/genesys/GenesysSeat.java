package dev.trunkline.vendor.genesys;

import dev.trunkline.port.stream.Wishes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one agent's stream saw last, and what verbs leave for it to say. The stream writes what is seen, verbs read it. */
public final class GenesysSeat {
    private final GenesysDials dials;
    private final Wishes<GenesysCall> wishes = new Wishes<>();
    private final Wishes<GenesysAgent> choices = new Wishes<>();
    private final Map<String, GenesysCall> calls = new ConcurrentHashMap<>();
    private final Map<String, String> labels = new ConcurrentHashMap<>();
    private volatile Optional<GenesysAgent> agent = Optional.empty();
    private volatile boolean stationTaken;
    private volatile Follow follow = new Follow() {};

    /** What the stream does after a verb. */
    interface Follow {
        /** The platform may not tell it. */
        default void reread() {}

        /** Something of this call changed that the platform does not tell. */
        default void retell(String conversation) {}

        /** It can be said now whose the conversations are that were kept back. */
        default void dialSettled() {}
    }

    GenesysSeat(String mark) {
        dials = new GenesysDials(mark);
    }

    GenesysDials dials() {
        return dials;
    }

    /** Effects on calls: the platform gives no mark of ours back. */
    Wishes<GenesysCall> wishes() {
        return wishes;
    }

    /** Effects on the agent. */
    Wishes<GenesysAgent> choices() {
        return choices;
    }

    Follow follow() {
        return follow;
    }

    void follow(Follow stream) {
        follow = stream;
    }

    void saw(GenesysAgent now) {
        agent = Optional.of(now);
    }

    Optional<GenesysAgent> agent() {
        return agent;
    }

    void saw(GenesysCall call) {
        calls.put(call.id(), call);
    }

    void forget(String conversation) {
        calls.remove(conversation);
        labels.remove(conversation);
    }

    Optional<GenesysCall> call(String conversation) {
        return Optional.ofNullable(calls.get(conversation));
    }

    /** The outcome that was named during the call (contract 2.1, UpdateCallData). */
    void label(String conversation, String label) {
        labels.put(conversation, label);
    }

    Optional<String> label(String conversation) {
        return Optional.ofNullable(labels.get(conversation));
    }

    /** Whether the phone was associated by us, so that it is ours to release. */
    void stationTaken(boolean taken) {
        stationTaken = taken;
    }

    boolean stationTaken() {
        return stationTaken;
    }
}

package dev.trunkline.vendor.gws;

import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.Until;
import dev.trunkline.port.stream.Wishes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What one agent's stream saw last, and what verbs leave for it to say. The stream writes what is seen, verbs read it and wait for it. */
public final class GwsSeat {
    private final GwsPending pending = new GwsPending();
    private final Wishes<GwsCall> wishes = new Wishes<>();
    private final Wishes<GwsAgent> choices = new Wishes<>();
    private final Map<String, GwsCall> calls = new HashMap<>();
    /** By the call that somebody was asked about. */
    private final Map<String, Consult> consults = new HashMap<>();

    private final Set<String> handedOver = new HashSet<>();
    private Optional<GwsAgent> agent = Optional.empty();
    private volatile Follow follow = new Follow() {};

    /** A consult that was asked for. */
    record Consult(String command, String number) {}

    /** What the stream does after a verb. */
    interface Follow {
        /** The platform may not tell it. */
        default void reread() {}

        /** The platform took it, and said that it could not do it. */
        default void failedLate(String command, VendorException failure) {}

        /** Nothing is told any more from here on: the platform ends the session (sheet 2.5). */
        default void leaving() {}

        /** It was asked to. */
        default void left() {}
    }

    GwsPending pending() {
        return pending;
    }

    /** Effects on calls: the platform gives no mark of ours back but with the data of a call. */
    Wishes<GwsCall> wishes() {
        return wishes;
    }

    /** Effects on the agent. */
    Wishes<GwsAgent> choices() {
        return choices;
    }

    Follow follow() {
        return follow;
    }

    void follow(Follow stream) {
        follow = stream;
    }

    synchronized void saw(GwsAgent now) {
        agent = Optional.of(now);
        notifyAll();
    }

    synchronized Optional<GwsAgent> agent() {
        return agent;
    }

    /** Of the device that he works with, or {@code ""}. */
    synchronized String device() {
        return agent.map(stands -> stands.device().id()).orElse("");
    }

    synchronized void saw(GwsCall call) {
        calls.put(call.id(), call);
        notifyAll();
    }

    synchronized void forget(String call) {
        calls.remove(call);
        consults.remove(call);
        handedOver.remove(call);
        notifyAll();
    }

    synchronized Optional<GwsCall> call(String id) {
        return Optional.ofNullable(calls.get(id));
    }

    synchronized void consults(String call, Consult consult) {
        consults.put(call, consult);
    }

    synchronized Optional<Consult> consult(String call) {
        return Optional.ofNullable(consults.get(call));
    }

    /** Its end will be that: no message says so. */
    synchronized void handsOver(String call) {
        handedOver.add(call);
    }

    synchronized void keeps(String call) {
        handedOver.remove(call);
    }

    synchronized boolean handedOver(String call) {
        return handedOver.contains(call);
    }

    /** Waits until it is so; false if it was not so in time. */
    synchronized boolean until(Predicate<GwsSeat> so, Duration atMost) {
        return Until.so(this, () -> so.test(this), atMost);
    }
}

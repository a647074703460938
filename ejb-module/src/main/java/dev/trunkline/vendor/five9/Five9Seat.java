package dev.trunkline.vendor.five9;

import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.Until;
import dev.trunkline.port.stream.Wishes;
import dev.trunkline.vendor.five9.wire.Presence;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What one agent's stream saw last, and what verbs leave for it to say. The stream writes what is seen, verbs read it and wait for it. */
public final class Five9Seat {
    private final Five9Pending pending = new Five9Pending();
    private final Wishes<Five9Call> wishes = new Wishes<>();
    private final Wishes<Five9Agent> choices = new Wishes<>();
    private final Five9Names names = new Five9Names();
    private final Map<String, Five9Call> calls = new HashMap<>();
    private final Map<String, Five9Notes> notes = new HashMap<>();
    private Optional<Five9Agent> agent = Optional.empty();
    /** The last transfer that was asked for: events that say that it failed name no request (sheet 5.4). */
    private Optional<HandOver> handOver = Optional.empty();

    private boolean hears;
    /** His session was begun, and has not been seen yet. */
    private boolean begun;

    private volatile boolean resumes;
    private Optional<Long> movedAt = Optional.empty();
    private volatile Follow follow = new Follow() {};

    /** A transfer. */
    record HandOver(String command, String call) {}

    /** What the stream does after a verb, and for what it hears. */
    interface Follow {
        /** The platform may not tell it. */
        default void reread() {}

        /** A dial was sent: if its call is not told, it is to be looked for. */
        default void dialled() {}

        /** Variables of a dial, by id, whose call is there now. */
        default void attach(String call, Map<String, String> variables) {}

        /** The platform will not say it. */
        default void retell(String call) {}

        /** What was taken could not be done. */
        default void failedLate(String command, VendorException failure) {}

        /** The agent's session has begun: from now on there is something to hear. */
        default void begun() {}

        /** The agent's session is about to end: that the connection breaks is no loss. */
        default void leaving() {}

        /** It has ended. */
        default void left(String command) {}

        /** It could not be ended. */
        default void stays() {}
    }

    Five9Pending pending() {
        return pending;
    }

    /** Effects on calls: the platform gives no mark of ours back. */
    Wishes<Five9Call> wishes() {
        return wishes;
    }

    /** Effects on the agent. */
    Wishes<Five9Agent> choices() {
        return choices;
    }

    Five9Names names() {
        return names;
    }

    Follow follow() {
        return follow;
    }

    void follow(Follow stream) {
        follow = stream;
    }

    /** Whether the platform, not the agent, has ended his session: then it is begun again by itself (sheet 5.6). */
    boolean resumes() {
        return resumes;
    }

    void resumed() {
        resumes = false;
    }

    /** The platform has ended what was. @param ours whether the session was ours, which then is begun again */
    synchronized void moved(boolean ours) {
        movedAt = Optional.of(System.nanoTime());
        resumes = resumes || ours && atWork();
    }

    /** Whoever is not back yet has only not come back yet. */
    synchronized boolean movedWithin(Duration time) {
        return movedAt.filter(at -> System.nanoTime() - at < time.toNanos()).isPresent();
    }

    /** Whether the event stream stands, and all before it is read. */
    synchronized boolean hears() {
        return hears;
    }

    synchronized void hears(boolean now) {
        hears = now;
        notifyAll();
    }

    synchronized void begun() {
        begun = true;
    }

    /** As far as is known, he is not at work. */
    synchronized boolean out() {
        return !begun && agent.filter(now -> !now.working()).isPresent();
    }

    synchronized void saw(Five9Agent now) {
        begun = false;
        agent = Optional.of(now);
        notifyAll();
    }

    /** The platform has taken it. @param before what he was when it was asked: if anything has been told since, that counts */
    synchronized void willBe(Presence before, Presence coming) {
        agent = agent.map(now -> now.presence() == before ? now.with(before.then(coming)) : now);
        notifyAll();
    }

    synchronized Optional<Five9Agent> agent() {
        return agent;
    }

    synchronized boolean atWork() {
        return agent.filter(Five9Agent::working).isPresent();
    }

    synchronized void saw(Five9Call call) {
        calls.put(call.id(), call);
        notifyAll();
    }

    synchronized void forget(String call) {
        calls.remove(call);
        notes.remove(call);
        notifyAll();
    }

    synchronized Optional<Five9Call> call(String id) {
        return Optional.ofNullable(calls.get(id));
    }

    /** The one that he is at, or was at last. */
    synchronized Optional<Five9Call> anyCall() {
        return calls.values().stream().filter(call -> !call.memory().over()).findFirst();
    }

    synchronized Five9Notes notes(String call) {
        return notes.getOrDefault(call, Five9Notes.NONE);
    }

    synchronized void note(String call, UnaryOperator<Five9Notes> change) {
        notes.put(call, change.apply(notes(call)));
        notifyAll();
    }

    synchronized void handsOver(HandOver asked) {
        handOver = Optional.of(asked);
    }

    /** The platform says that it failed. */
    synchronized Optional<HandOver> handOverFailed() {
        Optional<HandOver> failed = handOver;
        handOver = Optional.empty();
        return failed;
    }

    /** Waits until it is so; false if it was not so in time. */
    synchronized boolean until(Predicate<Five9Seat> so, Duration atMost) {
        return Until.so(this, () -> so.test(this), atMost);
    }
}

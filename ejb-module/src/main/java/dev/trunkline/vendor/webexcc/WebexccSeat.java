package dev.trunkline.vendor.webexcc;

import dev.trunkline.port.stream.Until;
import dev.trunkline.port.stream.Wishes;
import dev.trunkline.vendor.webexcc.wire.AuxCode;
import dev.trunkline.vendor.webexcc.wire.Buddy;
import dev.trunkline.vendor.webexcc.wire.Profile;
import dev.trunkline.vendor.webexcc.wire.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** What one agent's stream saw last, and what verbs leave for it to say. The stream writes what is seen, verbs read it. */
public final class WebexccSeat {
    private static final Duration EARLY = Duration.ofSeconds(3);
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final WebexccDials dials;
    private final WebexccAsked asked;
    private final Wishes<WebexccCall> wishes = new Wishes<>();
    private final Wishes<WebexccAgent> choices = new Wishes<>();
    private final Map<String, WebexccCall> calls = new ConcurrentHashMap<>();
    private final Map<String, WebexccNotes> notes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> offered = new ConcurrentHashMap<>();
    private volatile Optional<WebexccAgent> agent = Optional.empty();
    private volatile User user = User.UNKNOWN;
    private volatile Profile profile = Profile.UNKNOWN;
    private volatile List<AuxCode> codes = List.of();
    private volatile CompletableFuture<List<Buddy>> buddies = new CompletableFuture<>();
    private volatile Follow follow = new Follow() {};
    /** Whether what happens is told now; guarded by the monitor. */
    private boolean hears;

    /** What the stream does after a verb. */
    interface Follow {
        /** The platform may not tell it. */
        default void reread() {}

        /** Something of this call changed that the platform does not tell. */
        default void retell(String call) {}

        /** Something was taken: if no event says what came of it, it is looked for. */
        default void asked(String command) {}

        /** A dial was answered: it can be said now whose the contacts are that were kept back. */
        default void dialled() {}

        /** The platform took data and may tell nothing of it (sheet 10.1): after a while it counts. */
        default void taken(String call) {}

        /** As what he is to stand when this call is over. */
        default void afterwards(String call, boolean ready) {}

        /** The agent has chosen his state himself. */
        default void chosen() {}
    }

    /** Of nobody who is connected. */
    WebexccSeat() {
        this(EARLY, WITHIN);
    }

    WebexccSeat(Duration early, Duration within) {
        dials = new WebexccDials(early, System::nanoTime);
        asked = new WebexccAsked(within, System::nanoTime);
    }

    WebexccDials dials() {
        return dials;
    }

    WebexccAsked asked() {
        return asked;
    }

    /** Effects on calls: the platform gives no mark of ours back. */
    Wishes<WebexccCall> wishes() {
        return wishes;
    }

    /** Effects on the agent. */
    Wishes<WebexccAgent> choices() {
        return choices;
    }

    Follow follow() {
        return follow;
    }

    void follow(Follow stream) {
        follow = stream;
    }

    // ---- the stream

    synchronized void hears(boolean now) {
        hears = now;
        notifyAll();
    }

    /** Waits until what happens is told; false if it is not in time. */
    synchronized boolean heardWithin(Duration time) {
        return Until.so(this, () -> hears, time);
    }

    // ---- the agent

    void saw(WebexccAgent now) {
        agent = Optional.of(now);
    }

    Optional<WebexccAgent> agent() {
        return agent;
    }

    void learn(User whose, Profile his, List<AuxCode> all) {
        user = whose;
        profile = his;
        codes = all;
    }

    User user() {
        return user;
    }

    Profile profile() {
        return profile;
    }

    List<AuxCode> codes() {
        return codes;
    }

    String name() {
        return (user.firstName() + " " + user.lastName()).strip();
    }

    // ---- his calls

    void saw(WebexccCall call) {
        calls.put(call.id(), call);
    }

    Optional<WebexccCall> call(String id) {
        return Optional.ofNullable(calls.get(id));
    }

    void note(String call, UnaryOperator<WebexccNotes> change) {
        notes.compute(call, (id, known) -> change.apply(known == null ? WebexccNotes.NONE : known));
    }

    WebexccNotes notes(String call) {
        return notes.getOrDefault(call, WebexccNotes.NONE);
    }

    /** Call data that are being given to the platform. */
    void offer(String call, Map<String, String> variables) {
        offered.put(call, variables);
    }

    /** It has taken them. */
    void accept(String call) {
        Optional.ofNullable(offered.remove(call)).ifPresent(taken -> note(call, left -> left.accepting(taken)));
    }

    void forget(String call) {
        calls.remove(call);
        notes.remove(call);
        offered.remove(call);
    }

    // ---- others

    void buddiesAsked() {
        buddies = new CompletableFuture<>();
    }

    void buddies(List<Buddy> all) {
        buddies.complete(all);
    }

    /** Blocks until the platform has told who can be called; nobody if it does not. */
    List<Buddy> buddies(Duration within) {
        try {
            return buddies.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (TimeoutException | ExecutionException untold) {
            return List.of();
        }
    }
}

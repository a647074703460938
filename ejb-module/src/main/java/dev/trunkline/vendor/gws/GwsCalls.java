package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Reason;
import dev.trunkline.vendor.gws.GwsCall.Memory;
import dev.trunkline.vendor.gws.GwsCall.Work;
import dev.trunkline.vendor.gws.wire.Call;
import dev.trunkline.vendor.gws.wire.CallEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The calls of one agent as they were told so far, and how they end: the platform says that a call is released, and of the agent, not of the
 * call, that he works on it (contract 3.4). Used on the lane only.
 */
final class GwsCalls {
    private static final int ENDED_REMEMBERED = 20;
    private static final Set<String> ANSWERED = Set.of("Established", GwsCall.HELD);
    private static final Set<String> UNANSWERED = Set.of("Dialing", "Ringing");
    private static final Set<String> LIVE = Set.of("Dialing", "Ringing", "Established", GwsCall.HELD);

    private final AgentSession agent;
    private final GwsSeat seat;
    private final Duration ringThreshold;
    private final LongSupplier clock;
    /** Those that are released last. */
    private final Map<String, GwsCall> last = new LinkedHashMap<>();

    private final Map<String, Long> begun = new HashMap<>();
    /** When it was live for certain. */
    private final Map<String, Long> seen = new HashMap<>();
    /** Missing in the last reading. */
    private final Set<String> absent = new HashSet<>();

    private final Set<String> heard = new HashSet<>();
    private boolean atWork;
    /** It began, and no call was over that it could be after. */
    private boolean unclaimedWork;

    GwsCalls(AgentSession agent, GwsSeat seat, Duration ringThreshold, LongSupplier clock) {
        this.agent = agent;
        this.seat = seat;
        this.ringThreshold = ringThreshold;
        this.clock = clock;
    }

    /** From now on it counts what is pushed while we read. */
    void readingBegins() {
        heard.clear();
    }

    /** Of this call something was pushed that was not heard yet. */
    void willHear(String id) {
        heard.add(id);
    }

    /** What was known before this connection, and is still open. */
    void recall(GwsCall known) {
        if (!known.memory().over()) {
            last.putIfAbsent(known.id(), known);
        }
    }

    /** Empty if it is old news. */
    Optional<GwsCall> pushed(CallEvent event) {
        heard.add(event.call().id());
        return taken(event, clock.getAsLong());
    }

    /** What was read has no time: what was pushed meanwhile stands (sheet 5.6). */
    void read(CallEvent event) {
        if (!heard.contains(event.call().id())) {
            taken(event, clock.getAsLong());
        }
    }

    private Optional<GwsCall> taken(CallEvent event, long at) {
        String id = event.call().id();
        Optional<GwsCall> before = find(id).filter(known -> !backIn(known, event));
        boolean released = event.call().state().equals(GwsCall.RELEASED);
        boolean nobodys = before.isEmpty() && released && !dialled(event);
        if (nobodys || before.filter(known -> old(known, event)).isPresent()) {
            return Optional.empty();
        }
        Memory known = before.map(GwsCall::memory).orElseGet(() -> first(event));
        boolean answered = known.established() || ANSWERED.contains(event.call().state());
        Memory now = known.standing(answered, released, work(known, event, released && answered));
        if (released && !known.released()) {
            now = now.because(guess(id, answered, at));
            last.remove(id); // it is the last one now
        }
        seen.put(id, at);
        GwsCall call = new GwsCall(agent, event, now);
        last.put(id, call);
        return Optional.of(call);
    }

    /**
     * Whether it is the agent's dial, though all that is known of it is its end: one that is awaited, or was before a restart of ours, for which
     * he must be seen to call. The mark alone says nothing: it goes with the data of a call to whom that is handed over.
     */
    private boolean dialled(CallEvent event) {
        boolean his = !event.phoneNumber().isEmpty()
                && event.notificationType().equals(GwsCall.STATUS)
                && GwsCall.address(event.call().ani()).equals(GwsCall.address(event.phoneNumber()));
        return seat.pending().awaits(event.mark()) || his && !event.mark().isEmpty();
    }

    /** The agent's work may be told before the end of the call that it follows. */
    private Work work(Memory known, CallEvent event, boolean talkedAndOver) {
        if (talkedAndOver && !known.released() && unclaimedWork && !known.consult()) {
            unclaimedWork = false;
            return Work.SEEN;
        }
        return known.work() == Work.NONE && event.wrapUpTime() > 0 ? Work.EXPECTED : known.work();
    }

    /** Who left a call may get it back later, for example from the colleague whom he handed it to. */
    private static boolean backIn(GwsCall known, CallEvent event) {
        String end = known.told().time();
        return known.memory().over()
                && !end.isEmpty()
                && event.time().compareTo(end) > 0
                && LIVE.contains(event.call().state());
    }

    /** A released call comes back no more, an answered one rings no more, and times do not go back. */
    private static boolean old(GwsCall known, CallEvent event) {
        boolean again = known.memory().released() && !event.call().state().equals(GwsCall.RELEASED);
        boolean before =
                known.memory().established() && UNANSWERED.contains(event.call().state());
        String then = known.told().time();
        boolean earlier =
                !then.isEmpty() && !event.time().isEmpty() && event.time().compareTo(then) < 0;
        return known.memory().over() || again || before || earlier;
    }

    private Memory first(CallEvent event) {
        Call call = event.call();
        unclaimedWork = false; // what he was at before is not after this one
        begun.put(call.id(), clock.getAsLong());
        Optional<GwsCall> customer = find(call.parent()).filter(GwsCall::live);
        if (!call.callType().equals(GwsCall.CONSULT) || customer.isEmpty()) {
            return Memory.NONE.from(event.mark(), seat.pending().number(event.mark()), false);
        }
        Optional<GwsSeat.Consult> asked = seat.consult(call.parent());
        // The switch gives a consult the data of the call that it is about: our mark of that one, too.
        boolean inherited = event.mark().isEmpty()
                || event.mark().equals(customer.get().memory().command());
        String command = inherited ? asked.map(GwsSeat.Consult::command).orElse("") : event.mark();
        return Memory.NONE.from(command, asked.map(GwsSeat.Consult::number).orElse(""), true);
    }

    /** The platform gives no cause (sheet 6): who let it ring long enough did not answer, else nobody knows. */
    private Optional<Reason> guess(String id, boolean answered, long at) {
        if (answered) {
            return seat.handedOver(id) ? Optional.of(Reason.TRANSFERRED) : Optional.empty();
        }
        long rang = at - begun.getOrDefault(id, at);
        return Optional.of(rang >= ringThreshold.toNanos() ? Reason.NO_ANSWER : Reason.NOT_CONNECTED);
    }

    Optional<GwsCall> find(String id) {
        return Optional.ofNullable(last.get(id));
    }

    /** Those that go on: the live ones, and those after which something may follow. */
    List<GwsCall> open() {
        return last.values().stream().filter(call -> !call.memory().over()).toList();
    }

    /** On a call: not while his phone only rings for another's. */
    boolean onCall() {
        return last.values().stream().anyMatch(call -> call.live() && !call.offered());
    }

    boolean busy() {
        return !open().isEmpty();
    }

    boolean wrapUpDue() {
        return last.values().stream().anyMatch(GwsCall::wrapUpDue);
    }

    /** The agent is at work on a call, or no longer. @return the calls for which that is news */
    List<GwsCall> working(boolean now) {
        List<GwsCall> seen = open().stream()
                .filter(call -> !call.live() && call.memory().work() == Work.SEEN)
                .toList();
        boolean begins = now && !atWork;
        atWork = now;
        if (!now) {
            unclaimedWork = false;
            return seen.stream()
                    .map(call -> keep(call.with(call.memory().done())))
                    .toList();
        }
        List<GwsCall> claimed =
                seen.isEmpty() ? lastReleased().map(this::worked).stream().toList() : List.of();
        unclaimedWork = (begins || unclaimedWork) && seen.isEmpty() && claimed.isEmpty();
        return claimed;
    }

    /** Of two calls of a consult it is the customer's. */
    private Optional<GwsCall> lastReleased() {
        List<GwsCall> released = open().stream().filter(call -> !call.live()).toList();
        return released.stream()
                .filter(call -> !call.memory().consult())
                .reduce((first, second) -> second)
                .or(() -> released.stream().reduce((first, second) -> second));
    }

    private GwsCall worked(GwsCall call) {
        return keep(call.with(call.memory().standing(call.memory().established(), true, Work.SEEN)));
    }

    private GwsCall keep(GwsCall call) {
        last.put(call.id(), call);
        return call;
    }

    /** No work on it has begun in time. */
    Optional<GwsCall> windowOver(String id) {
        return find(id).filter(call ->
                        !call.live() && !call.memory().over() && call.memory().work() != Work.SEEN)
                .map(call -> keep(call.with(call.memory().done())));
    }

    /**
     * Live ones that the platform no longer has were released unheard: as if it had said so, since work after them may begin even now. But a
     * reading may overtake what is pushed, so they must be missing twice.
     *
     * @param read what the platform has now
     * @param lost whether pushes were: then once is enough
     * @return whether some are missing for the first time
     */
    boolean missing(Collection<String> read, boolean lost) {
        Set<String> gone = new HashSet<>();
        open().stream()
                .filter(GwsCall::live)
                .filter(call -> !read.contains(call.id()) && !heard.contains(call.id()))
                .forEach(call -> gone.add(call.id()));
        gone.stream()
                .filter(id -> lost || absent.contains(id))
                .forEach(id -> taken(GwsJson.released(last.get(id).told()), seen.getOrDefault(id, 0L)));
        gone.removeAll(absent);
        absent.clear();
        absent.addAll(gone);
        return !lost && !gone.isEmpty();
    }

    /** Lets go of the oldest that are over. @return which */
    List<String> forgetOld() {
        List<String> gone = new ArrayList<>();
        long over = last.values().stream().filter(call -> call.memory().over()).count();
        Iterator<GwsCall> all = last.values().iterator();
        while (over > ENDED_REMEMBERED && all.hasNext()) {
            GwsCall call = all.next();
            if (call.memory().over()) {
                all.remove();
                begun.remove(call.id());
                seen.remove(call.id());
                gone.add(call.id());
                over--;
            }
        }
        return gone;
    }
}

package dev.trunkline.vendor.five9;

import static java.util.function.Predicate.not;

import dev.trunkline.model.Reason;
import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.vendor.five9.Five9Call.Me;
import dev.trunkline.vendor.five9.Five9Call.Memory;
import dev.trunkline.vendor.five9.wire.CallInfo;
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
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The calls of one agent as they were told so far: which belongs to which command, what is new and what is old, which is only another's party,
 * and how they end. Used on the lane only.
 */
final class Five9Calls {
    private static final Logger LOG = Logger.getLogger(Five9Calls.class.getName());
    private static final int ENDED_REMEMBERED = 20;
    private final Five9Seat seat;
    private final Duration noAnswerAfter;
    private final LongSupplier clock;
    private final Five9Parties parties;
    private final Map<String, Five9Call> last = new LinkedHashMap<>();
    private final Map<String, Long> begun = new HashMap<>();
    /** Missing in the last reading. */
    private final Set<String> absent = new HashSet<>();

    private final Set<String> heard = new HashSet<>();
    private Me me = new Me("", "", false);

    Five9Calls(Five9Seat seat, Duration noAnswerAfter, LongSupplier clock) {
        this.seat = seat;
        this.noAnswerAfter = noAnswerAfter;
        this.clock = clock;
        this.parties = new Five9Parties(seat, this::open);
    }

    void of(Me agent) {
        me = agent;
    }

    /** From now on it counts what is pushed while we read. */
    void readingBegins() {
        heard.clear();
        parties.readingBegins();
    }

    /** What was known before this connection, and is still open. @param text of its last snapshot */
    void recall(String text) {
        try {
            recall(Five9Memory.read(text));
        } catch (IllegalArgumentException unreadable) {
            LOG.log(
                    Level.WARNING,
                    unreadable,
                    () -> "five9 " + me.login() + ": a call of before is not known any more");
        }
    }

    void recall(Five9Call known) {
        if (!known.memory().over() && last.putIfAbsent(known.id(), known) == null) {
            seat.note(known.id(), none -> known.notes());
            parties.recall(known);
        }
    }

    /** The call that is news, also where it was only its other party that changed; empty if it is old news. */
    Optional<Five9Call> pushed(Five9Said said) {
        heard.add(said.info().id());
        return taken(said);
    }

    /** Of this call something was pushed that was not heard yet. */
    void willHear(String id) {
        heard.add(id);
    }

    /** Whether it shows variables of a call, which have no time, otherwise than they were pushed, and nothing besides. */
    boolean overtakes(CallInfo read) {
        return find(read.id())
                .filter(known -> known.live() && known.state().equals(read.state()))
                .filter(known -> !Five9Said.read(read)
                        .over(known.told())
                        .variables()
                        .equals(known.told().variables()))
                .isPresent();
    }

    /** What was pushed meanwhile stands: the reading may be older. */
    void read(CallInfo info) {
        if (!heard.contains(info.id())) {
            taken(Five9Said.read(info));
        }
    }

    private Optional<Five9Call> taken(Five9Said said) {
        String id = said.info().id();
        Optional<Five9Call> before = find(id);
        boolean odd = said.info().state().isEmpty() && !said.deleted();
        Optional<Five9Pending.Dialled> dial = before.isEmpty() && !odd ? claim(said) : Optional.empty();
        if (before.isEmpty() && dial.isEmpty() && parties.take(said)) {
            return parties.mainOf(id).flatMap(this::find).map(this::refreshed);
        }
        if (before.isEmpty() && odd) {
            return Optional.empty(); // nobody knows it, and it says nothing of itself
        }
        boolean nobodys = before.isEmpty() && dial.isEmpty() && said.beyondTalk();
        if (nobodys && (said.deleted() || said.info().state().equals(Five9Call.FINISHED))) {
            return Optional.empty();
        }
        if (before.isPresent() && said.isOld(before.get())) {
            return lateTalk(before.get(), said);
        }
        Five9Call call = before.map(known -> later(known, said)).orElseGet(() -> first(said, dial));
        return Optional.of(keep(call));
    }

    private Optional<Five9Pending.Dialled> claim(Five9Said said) {
        Optional<Five9Pending.Dialled> dial = seat.pending().claim(said.info());
        dial.filter(one -> !one.variables().isEmpty())
                .ifPresent(one -> seat.follow().attach(said.info().id(), one.variables()));
        return dial;
    }

    private Five9Call first(Five9Said said, Optional<Five9Pending.Dialled> dial) {
        begun.put(said.info().id(), clock.getAsLong());
        Memory memory =
                dial.map(one -> Memory.NONE.from(one.command(), one.number())).orElse(Memory.NONE);
        if (dial.isEmpty() && said.info().state().equals(Five9Call.WRAP_UP)) {
            memory = memory.standing(true, false); // nobody saw how it went
        }
        Five9Call none = new Five9Call(me, said.info(), "", "", Map.of(), memory, Five9Notes.NONE);
        return later(none, said);
    }

    private Five9Call later(Five9Call known, Five9Said said) {
        CallInfo info = said.over(known.told());
        boolean talked = known.memory().talked() || Five9Said.talk(info.state());
        boolean over = said.deleted() || info.state().equals(Five9Call.FINISHED);
        boolean ends = over || info.state().equals(Five9Call.WRAP_UP);
        Memory memory = known.memory().standing(talked, over);
        if (ends && !talked && memory.guess().isEmpty()) {
            memory = memory.because(memory.reason(), Optional.of(guess(info.id())));
        }
        Map<String, String> named =
                info.variables().isEmpty() ? known.variables() : seat.names().named(info.variables());
        seat.note(
                info.id(),
                notes -> parties.mainNow(
                        notes.without(said.info().variables().isEmpty() ? Set.of() : named.keySet()), info));
        String campaign = seat.names().campaign(info.campaignId()).orElse(known.campaign());
        String time = said.time().isEmpty() && info.state().equals(known.state()) ? known.time() : said.time();
        return new Five9Call(me, info, time, campaign, named, memory, seat.notes(info.id()));
    }

    /** Events come out of order: that there was talk is worth knowing even when it is over. */
    private Optional<Five9Call> lateTalk(Five9Call known, Five9Said said) {
        boolean news = !known.memory().talked()
                && !known.live()
                && Five9Said.talk(said.info().state());
        return news
                ? Optional.of(keep(known.with(known.memory()
                        .standing(true, known.memory().over())
                        .because(known.memory().reason(), Optional.empty()))))
                : Optional.empty();
    }

    /** No event says busy or no answer (sheet 6.3): who let it ring long enough did not answer, else nobody knows. */
    private Reason guess(String id) {
        long now = clock.getAsLong();
        long rang = now - begun.getOrDefault(id, now);
        return rang >= noAnswerAfter.toNanos() ? Reason.NO_ANSWER : Reason.NOT_CONNECTED;
    }

    /** Event 65 after the call was there: it tells why. */
    void failed(String number, Reason why) {
        open().stream()
                .filter(call ->
                        !call.memory().talked() && !call.memory().command().isEmpty())
                .filter(call ->
                        number.isEmpty() || PhoneNumbers.sameLine(call.memory().dialled(), number))
                .reduce((first, second) -> second)
                .ifPresent(call -> keep(call.with(
                        call.memory().because(Optional.of(why), call.memory().guess()))));
    }

    /** With what verbs have left on it since, and what things are called now. */
    Five9Call refreshed(Five9Call call) {
        String campaign = seat.names().campaign(call.told().campaignId()).orElse(call.campaign());
        return keep(new Five9Call(
                call.me(),
                call.told(),
                call.time(),
                campaign,
                call.told().variables().isEmpty()
                        ? call.variables()
                        : seat.names().named(call.told().variables()),
                call.memory(),
                seat.notes(call.id())));
    }

    private Five9Call keep(Five9Call call) {
        last.put(call.id(), call);
        return call;
    }

    Optional<Five9Call> find(String id) {
        return Optional.ofNullable(last.get(id));
    }

    /** Those after which something follows. */
    List<Five9Call> open() {
        return last.values().stream().filter(call -> !call.memory().over()).toList();
    }

    /** On a call: not while his phone only rings for another's. */
    boolean onCall() {
        return open().stream().anyMatch(call -> call.live() && (!call.is(Five9Call.OFFERED) || call.manual()));
    }

    boolean wrapUpDue() {
        return open().stream().anyMatch(Five9Call::wrapUpDue);
    }

    /**
     * Those that the platform no longer has ended unheard. But a reading may overtake what is pushed, so they must be missing twice.
     *
     * @param read what the platform has now
     * @param lost whether pushes were: then once is enough
     * @return whether some are missing for the first time
     */
    boolean missing(Collection<String> read, boolean lost) {
        Set<String> gone = new HashSet<>();
        open().stream()
                .map(Five9Call::id)
                .filter(not(read::contains))
                .filter(not(heard::contains))
                .forEach(gone::add);
        parties.legs().stream()
                .filter(not(read::contains))
                .filter(not(heard::contains))
                .forEach(gone::add);
        gone.stream().filter(id -> lost || absent.contains(id)).forEach(this::gone);
        parties.untold().forEach(id -> find(id).ifPresent(this::refreshed));
        boolean news = !lost && !absent.containsAll(gone);
        absent.clear();
        absent.addAll(gone);
        return news;
    }

    private void gone(String id) {
        parties.gone(id).flatMap(this::find).ifPresent(this::refreshed);
        find(id).ifPresent(call -> keep(call.with(call.memory().unheard())));
    }

    /** Lets go of the oldest that are over. @return which */
    List<String> forgetOld() {
        List<String> gone = new ArrayList<>();
        long over = last.values().stream().filter(call -> call.memory().over()).count();
        Iterator<Five9Call> all = last.values().iterator();
        while (over > ENDED_REMEMBERED && all.hasNext()) {
            Five9Call call = all.next();
            if (call.memory().over()) {
                all.remove();
                begun.remove(call.id());
                parties.forget(call.id());
                gone.add(call.id());
                over--;
            }
        }
        return gone;
    }
}

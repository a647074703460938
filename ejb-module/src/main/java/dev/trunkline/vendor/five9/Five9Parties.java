package dev.trunkline.vendor.five9;

import dev.trunkline.port.PhoneNumbers;
import dev.trunkline.vendor.five9.Five9Notes.Third;
import dev.trunkline.vendor.five9.wire.CallInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls that are only another call's third party (sheet 4): each participant is a call of its own to the platform, and part of the agent's call
 * to clients. Used on the lane only.
 */
final class Five9Parties {
    private static final String ADDED = "CONFERENCE_PARTICIPANT_ADDED";
    /** What comes from elsewhere is nobody's party. */
    private static final Set<String> FROM_ELSEWHERE = Set.of("INBOUND", "QUEUE_CALLBACK", "PREVIEW", "OUTBOUND");

    private static final Set<String> OVER = Set.of(Five9Call.WRAP_UP, Five9Call.FINISHED);

    private final Five9Seat seat;
    private final Supplier<List<Five9Call>> open;
    private final Map<String, String> mains = new HashMap<>();
    /** Whose end was told: they come back no more. */
    private final Set<String> ended = new HashSet<>();
    /** Whose third party was not told of when the reading began. */
    private final Set<String> awaited = new HashSet<>();

    Five9Parties(Five9Seat seat, Supplier<List<Five9Call>> open) {
        this.seat = seat;
        this.open = open;
    }

    void recall(Five9Call known) {
        known.notes()
                .third()
                .filter(third -> !third.leg().isEmpty())
                .ifPresent(third -> mains.put(third.leg(), known.id()));
    }

    Optional<String> mainOf(String leg) {
        return Optional.ofNullable(mains.get(leg));
    }

    /** Who is not told of by then is not told of at all. */
    void readingBegins() {
        awaited.clear();
        open.get().stream()
                .map(Five9Call::id)
                .filter(id -> awaits(seat.notes(id)))
                .forEach(awaited::add);
    }

    /** The reading is done. @return calls of which the platform does not tell the third party */
    Collection<String> untold() {
        awaited.removeIf(id -> !awaits(seat.notes(id)));
        awaited.forEach(id -> seat.note(id, notes -> notes.with(notes.third().map(Third::untold))));
        return Set.copyOf(awaited);
    }

    /** Ids of those that are there. */
    Collection<String> legs() {
        Set<String> there = new HashSet<>(mains.keySet());
        there.removeAll(ended);
        return there;
    }

    /** Whether it is one: of a call that somebody was called for, or as the platform marks it. */
    boolean take(Five9Said said) {
        String leg = said.info().id();
        Optional<String> main = mainOf(leg).or(() -> newOf(said.info()));
        main.ifPresent(id -> {
            mains.put(leg, id);
            seat.note(id, notes -> notes.with(now(notes, said)));
        });
        return main.isPresent();
    }

    private Optional<String> newOf(CallInfo info) {
        if (FROM_ELSEWHERE.contains(info.callType())) {
            return Optional.empty();
        }
        boolean marked = !info.addressType().isEmpty();
        return open.get().stream()
                .filter(call -> call.live() && call.memory().talked())
                .filter(call -> marked || awaits(seat.notes(call.id()), info))
                .map(Five9Call::id)
                .reduce((first, second) -> second);
    }

    /** A colleague's call that is offered to the agent is not one that he began. */
    private static boolean awaits(Five9Notes notes, CallInfo info) {
        boolean offered = info.callType().equals("AGENT") && info.state().equals(Five9Call.OFFERED);
        String number = info.number().isEmpty() ? info.dnis() : info.number();
        return awaits(notes)
                && !offered
                && notes.third()
                        .map(Third::number)
                        .filter(asked ->
                                number.isEmpty() || !asked.matches("[0-9+*#]+") || PhoneNumbers.sameLine(asked, number))
                        .isPresent();
    }

    private static boolean awaits(Five9Notes notes) {
        return notes.third().filter(third -> third.leg().isEmpty()).isPresent();
    }

    private Optional<Third> now(Five9Notes notes, Five9Said said) {
        String leg = said.info().id();
        boolean other = notes.third()
                .filter(third -> !third.leg().isEmpty() && !third.leg().equals(leg))
                .isPresent();
        if (other || ended.contains(leg)) {
            return notes.third();
        }
        String state = said.info().state();
        if (said.deleted() || OVER.contains(state)) {
            ended.add(leg);
            return Optional.empty();
        }
        // Without our doing it was added at the agent's own desktop.
        Third third = notes.third().orElseGet(() -> Third.asked("", "", false, true));
        boolean added = said.reason().equals(ADDED) && third.command().isEmpty();
        String number = said.info().number().isEmpty()
                ? said.info().dnis()
                : said.info().number();
        return Optional.of(
                third.told(leg, number, state.isEmpty() ? third.state() : state).toJoin(third.joining() || added));
    }

    /** The platform no longer has it. @return the call that it was of */
    Optional<String> gone(String leg) {
        Optional<String> main = mainOf(leg);
        main.ifPresent(id -> {
            ended.add(leg);
            seat.note(
                    id,
                    notes -> notes.with(
                            notes.third().filter(third -> !third.leg().equals(leg))));
        });
        return main;
    }

    /** The customer waits while somebody is consulted; who is back with him although nobody else was told of has no consult any more. */
    Five9Notes mainNow(Five9Notes notes, CallInfo main) {
        return notes.with(notes.third().flatMap(third -> {
            if (main.state().equals(Five9Call.HELD)) {
                return Optional.of(third.whileHeld());
            }
            boolean back = main.state().equals(Five9Call.TALKING)
                    && third.held()
                    && third.leg().isEmpty();
            return back && !third.joining() ? Optional.empty() : Optional.of(third);
        }));
    }

    void forget(String main) {
        Set<String> gone = new HashSet<>(mains.keySet());
        gone.removeIf(leg -> !mains.get(leg).equals(main));
        mains.keySet().removeAll(gone);
        ended.removeAll(gone);
    }
}

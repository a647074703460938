package dev.trunkline.vendor.webexcc;

import dev.trunkline.vendor.webexcc.WebexccCall.Me;
import dev.trunkline.vendor.webexcc.WebexccDials.Claim;
import dev.trunkline.vendor.webexcc.WebexccDials.Dialled;
import dev.trunkline.vendor.webexcc.WebexccEventMapper.Busy;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The contacts of one agent as they stand: which belongs to which command, what is new and what is old, and how they end. Used on the lane
 * only.
 */
final class WebexccContacts {
    private static final int ENDED_REMEMBERED = 20;
    private static final int SEEN_REMEMBERED = 200;

    private final WebexccSeat seat;
    private final WebexccOutcomes outcomes;
    private final Map<String, WebexccCall> last = new LinkedHashMap<>();
    /** Of which nobody can say yet whose they are. */
    private final Map<String, List<Frame>> early = new LinkedHashMap<>();
    /** What came already: some things come twice (sheet 5.4). */
    private final Set<String> seen = new LinkedHashSet<>();
    /** Missing in the last reading. */
    private final Set<String> absent = new HashSet<>();

    private final Set<String> heard = new HashSet<>();
    private Me me = new Me("", "");

    WebexccContacts(WebexccSeat seat, WebexccOutcomes outcomes) {
        this.seat = seat;
        this.outcomes = outcomes;
    }

    void of(Me agent) {
        me = agent;
    }

    /** From now on it counts what is pushed while we read. */
    void readingBegins() {
        heard.clear();
    }

    /** What was known before this connection, and is still open. */
    void recall(WebexccCall known) {
        if (!known.at(WebexccStage.OVER) && last.putIfAbsent(known.id(), known) == null) {
            seat.note(known.id(), none -> known.notes());
            seat.saw(known);
        }
    }

    // ---- what was pushed

    /** The type, the contact, the time and the tracking id name an event (sheet 5.4). @return whether it came before */
    boolean repeated(Frame frame) {
        if (frame.eventTime() == 0) {
            return false;
        }
        String key = frame.type() + " " + frame.interactionId() + " " + frame.eventTime() + " " + frame.trackingId();
        boolean again = !seen.add(key);
        if (seen.size() > SEEN_REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        return again;
    }

    /** The steps that are news, of a contact that it is known whose it is; else they wait for that. */
    List<WebexccCall> pushed(Frame frame) {
        heard.add(frame.interactionId());
        return taken(frame);
    }

    /** @return whether it waits for the answer of a dial */
    boolean waits(String id) {
        return early.containsKey(id);
    }

    private List<WebexccCall> taken(Frame frame) {
        String id = frame.interactionId();
        if (last.containsKey(id)) {
            return step(last.get(id), frame);
        }
        if (early.containsKey(id)) {
            early.get(id).add(frame);
            return List.of();
        }
        return switch (seat.dials().claim(frame, me.agentId())) {
            case MINE -> step(begun(frame, seat.dials().take(id)), frame);
            case LATER -> {
                early.computeIfAbsent(id, first -> new ArrayList<>()).add(frame);
                yield List.of();
            }
            case NO -> foreign(frame);
        };
    }

    /** That another's call has ended which was never seen here says nothing. */
    private List<WebexccCall> foreign(Frame frame) {
        WebexccCall call = begun(frame, Optional.empty());
        List<WebexccCall> steps = WebexccProgress.after(call, frame, outcomes);
        WebexccStage stage = steps.isEmpty()
                ? WebexccStage.OVER
                : steps.get(steps.size() - 1).stage();
        boolean over = stage == WebexccStage.ENDING || stage == WebexccStage.OVER;
        boolean nothing = frame.interaction().isEmpty();
        return over || nothing ? List.of() : kept(steps);
    }

    private WebexccCall begun(Frame frame, Optional<Dialled> dial) {
        return WebexccCall.begun(
                        me,
                        frame,
                        dial.map(Dialled::command).orElse(""),
                        dial.map(Dialled::number).orElse(""))
                .with(seat.notes(frame.interactionId()));
    }

    /** Whoever got a call back after it was over for him has it anew. */
    private List<WebexccCall> step(WebexccCall before, Frame frame) {
        WebexccKind kind = WebexccKind.of(frame.type());
        boolean again = before.at(WebexccStage.OVER)
                && (kind == WebexccKind.OFFERED || kind == WebexccKind.OFFERED_CONSULT || kind == WebexccKind.RESERVED)
                && frame.eventTime() > before.standing().time();
        WebexccCall from = again ? begun(frame, Optional.empty()) : refreshed(before);
        return kept(WebexccProgress.after(from, frame, outcomes));
    }

    private List<WebexccCall> kept(List<WebexccCall> steps) {
        steps.forEach(this::keep);
        return steps;
    }

    private WebexccCall keep(WebexccCall call) {
        last.put(call.id(), call);
        seat.saw(call);
        return call;
    }

    /** With what verbs have left on it since. */
    WebexccCall refreshed(WebexccCall call) {
        return call.with(seat.notes(call.id()));
    }

    /** A dial was answered, or has waited long enough: what was kept back of its contacts, or of others, as it came. */
    List<WebexccCall> release() {
        List<WebexccCall> steps = new ArrayList<>();
        for (String id : List.copyOf(early.keySet())) {
            Frame first = early.get(id).get(0);
            if (seat.dials().claim(first, me.agentId()) != Claim.LATER) {
                early.remove(id).forEach(frame -> steps.addAll(taken(frame)));
            }
        }
        return steps;
    }

    // ---- what was read

    /** The contact as it stands; what was pushed meanwhile may be newer. */
    List<WebexccCall> read(Frame contact) {
        boolean untimed = contact.eventTime() == 0;
        boolean newer = untimed && heard.contains(contact.interactionId()) && last.containsKey(contact.interactionId());
        return newer ? List.of() : taken(contact);
    }

    /**
     * Those that the platform no longer has ended unheard. But events and readings have no order, so while nothing was lost they must be missing
     * twice, unless they were ending anyway.
     *
     * @param present what the platform has now
     * @param lost whether events were
     * @return those that are over now
     */
    List<WebexccCall> missing(Collection<String> present, boolean lost) {
        List<WebexccCall> over = new ArrayList<>();
        Set<String> first = new HashSet<>();
        for (WebexccCall call : open()) {
            boolean gone = !present.contains(call.id()) && !heard.contains(call.id());
            if (gone && (lost || absent.contains(call.id()) || call.at(WebexccStage.ENDING))) {
                over.add(keep(call.gone()));
            } else if (gone) {
                first.add(call.id());
            }
        }
        absent.clear();
        absent.addAll(first);
        return over;
    }

    /** Whether some were missing for the first time. */
    boolean doubts() {
        return !absent.isEmpty();
    }

    /** Nobody has said that an outcome is due, and it is known that none is. */
    Optional<WebexccCall> over(String id) {
        return find(id).filter(call -> call.at(WebexccStage.ENDING)).map(call -> keep(call.gone()));
    }

    // ---- all of them

    Optional<WebexccCall> find(String id) {
        return Optional.ofNullable(last.get(id));
    }

    /** Those after which something follows. */
    List<WebexccCall> open() {
        return last.values().stream()
                .filter(call -> !call.at(WebexccStage.OVER))
                .toList();
    }

    /** The newest that nobody has answered yet and that we dialled: failures do not always say what of (sheet 4). */
    Optional<WebexccCall> dialled() {
        return open().stream()
                .filter(call ->
                        !call.standing().command().isEmpty() && call.stage().before(WebexccStage.TALK))
                .reduce((first, second) -> second);
    }

    Busy busy() {
        boolean talking = any(WebexccStage.TALK)
                || open().stream()
                        .anyMatch(call ->
                                call.at(WebexccStage.ENDING) && call.standing().talked());
        if (talking) {
            return Busy.TALKING;
        }
        if (open().stream().anyMatch(call -> call.stage().before(WebexccStage.WRAP_UP))) {
            return Busy.OFFERED;
        }
        return any(WebexccStage.WRAP_UP) ? Busy.WRAP_UP : Busy.NO;
    }

    private boolean any(WebexccStage stage) {
        return last.values().stream().anyMatch(call -> call.at(stage));
    }

    /** Lets go of the oldest that are over. @return which */
    List<String> forgetOld() {
        List<String> gone = new ArrayList<>();
        long over = last.values().stream()
                .filter(call -> call.at(WebexccStage.OVER))
                .count();
        Iterator<WebexccCall> all = last.values().iterator();
        while (over > ENDED_REMEMBERED && all.hasNext()) {
            WebexccCall call = all.next();
            if (call.at(WebexccStage.OVER)) {
                all.remove();
                seat.forget(call.id());
                gone.add(call.id());
                over--;
            }
        }
        return gone;
    }
}

package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.BookEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All calls that live, and the books of all that were ever created. On the lane. */
final class Calls {
    private static final long FIRST_ID = 16_000_000L;
    private static final long SPREAD = 10_000_000L;
    /** Reservations have numbers of their own, as in the seed; nobody may rely on it. */
    private static final long FIRST_RESERVATION = 2_130_700_000L;

    private static final String DIALER_PORT = "7001";

    private final Map<String, Call> live = new LinkedHashMap<>();
    private final List<Call> books = new ArrayList<>();
    /** Starts by the clock, so that a simulator started again does not give old numbers to new calls. */
    private long lastId = FIRST_ID + Instant.now().getEpochSecond() % SPREAD;

    private long lastReservation = FIRST_RESERVATION + Instant.now().getEpochSecond() % SPREAD;

    /** A new call in its caller's hands. */
    Dialog place(Agent caller, String toAddress, String callType) {
        Call call = begin(caller, Route.dialled(caller.extension(), toAddress), callType);
        return bring(call, caller, CallState.INITIATING);
    }

    private Call begin(Agent caller, Route route, String callType) {
        lastId++;
        Call call = new Call(Long.toString(lastId), caller, route, callType);
        live.put(call.id(), call);
        books.add(call);
        return call;
    }

    /** What offers a record to an agent: a dialog, but no phone call, so not in the books of calls. On CCX nobody else is in it. */
    Call reserve(CampaignRecord record, boolean withPort) {
        lastReservation++;
        String extension = record.agent().extension();
        Route route = new Route(DIALER_PORT, extension, extension, record.dialledNumber());
        Call call = new Call(
                Long.toString(lastReservation),
                record.agent(),
                route,
                record.words().reservationType());
        live.put(call.id(), call);
        if (withPort) {
            call.join(new Participant(DIALER_PORT, false, CallState.INITIATED));
        }
        return call;
    }

    /** The call to the customer of a record, in nobody's hands yet. */
    Call toCustomer(CampaignRecord record) {
        String extension = record.agent().extension();
        Route route = new Route(extension, record.dialledNumber(), extension, record.dialledNumber());
        return begin(record.agent(), route, record.words().customerType());
    }

    /** One more agent has the call. */
    Dialog bring(Call call, Agent agent, CallState state) {
        Dialog dialog = new Dialog(call, agent, state);
        call.join(dialog);
        agent.add(dialog);
        return dialog;
    }

    Optional<Call> find(String id) {
        return Optional.ofNullable(live.get(id));
    }

    boolean lives(Dialog dialog) {
        return dialog.call().dialogs().contains(dialog);
    }

    List<Call> all() {
        return new ArrayList<>(live.values());
    }

    /** The agent has it no more; with its last agent the call itself is gone. */
    void take(Dialog dialog) {
        dialog.agent().remove(dialog);
        dialog.call().remove(dialog);
        end(dialog.call());
    }

    /** Gone, if no agent has it. */
    void end(Call call) {
        if (call.dialogs().isEmpty()) {
            live.remove(call.id());
        }
    }

    boolean lives(Call call) {
        return live.containsKey(call.id());
    }

    void clearBooks() {
        books.clear();
    }

    List<BookEntry> books() {
        return books.stream().map(this::entry).toList();
    }

    private BookEntry entry(Call call) {
        boolean ended = !live.containsKey(call.id());
        return new BookEntry(
                "finesse",
                call.id(),
                call.caller().id(),
                call.toAddress(),
                call.placedAt(),
                state(call, ended),
                ended,
                call.burst().changes());
    }

    /** A call whose parties talk on outside has ended here, and the books say how. */
    private static String state(Call call, boolean ended) {
        boolean wrapUp = !ended
                && !call.dialogs().isEmpty()
                && call.dialogs().stream().allMatch(dialog -> dialog.own().state() == CallState.WRAP_UP);
        if (wrapUp) {
            return CallState.WRAP_UP.name();
        }
        return ended && call.away() ? "TRANSFERRED" : call.state().name();
    }
}

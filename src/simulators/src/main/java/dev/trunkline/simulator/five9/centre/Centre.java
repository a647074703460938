package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.CallbackEntry;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.Steps;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The contact centre to the control plane: public methods that say nothing else may be called from any thread. */
public final class Centre {
    private final Lane lane;
    private final Room room;
    private final Desk desk;
    private final CallFlow flow;
    private final Dialling dialling;
    private final Controls controls;
    private final Previews previews;
    private final Callbacks callbacks;
    private final Trouble trouble;

    /** @param metadata what the domain tells of itself while it lives at that farm */
    public Centre(
            Lane lane,
            Staff staff,
            Rules rules,
            Timing timing,
            Faults faults,
            Notifier notifier,
            Map<Farm, Supplier<Map<String, Object>>> metadata) {
        this.lane = lane;
        Publisher publisher = new Publisher(notifier, rules);
        room = new Room(
                lane,
                staff,
                new Catalogue(),
                new Calls(),
                publisher,
                rules,
                timing,
                faults,
                new Steps<>(lane),
                new Steps<>(lane));
        desk = new Desk(room);
        flow = new CallFlow(room, desk::callOver, call -> previews().callClosed(call));
        dialling = new Dialling(room, flow);
        previews = new Previews(room, flow, dialling);
        callbacks = new Callbacks(room, dialling);
        Targets targets = new Targets(room, dialling);
        Transfers transfers = new Transfers(room, flow, dialling, targets);
        controls = new Controls(room, flow, transfers, new Conferences(room, flow, transfers, targets));
        trouble = new Trouble(room, desk, flow, new Moves(room, flow, metadata));
    }

    /** To be used on the lane. */
    public Desk desk() {
        return desk;
    }

    /** To be used on the lane. */
    public Dialling dialling() {
        return dialling;
    }

    /** To be used on the lane. */
    public Controls controls() {
        return controls;
    }

    /** To be used on the lane. */
    public Previews previews() {
        return previews;
    }

    /** To be used on the lane. */
    public Callbacks callbacks() {
        return callbacks;
    }

    /** To be used on the lane. */
    public Trouble trouble() {
        return trouble;
    }

    public Staff staff() {
        return room.staff();
    }

    public Catalogue catalogue() {
        return room.catalogue();
    }

    public Rules rules() {
        return room.rules();
    }

    public Timing timing() {
        return room.timing();
    }

    /** His calls as they are told. On the lane. */
    public List<Map<String, Object>> calls(Agent agent) {
        return agent.calls().stream()
                .filter(call -> !call.conferenced() || room.rules().calls().participantCalls())
                .map(room.publisher()::info)
                .toList();
    }

    /** On the lane. */
    public Map<String, Object> call(Agent agent, String id) {
        return room.publisher().info(agent.call(id).orElseThrow(() -> controls.gone(id)));
    }

    /** Those whom he may send somebody to (sheet 4). On the lane. */
    public List<Map<String, Object>> colleagues(Agent agent) {
        return room.staff().all().stream()
                .filter(one -> one != agent && one.duty().started())
                .map(Agent::shown)
                .toList();
    }

    public List<BookEntry> books() {
        return lane.ask(room.calls()::books);
    }

    public OfferEntry offer(Offer offer) {
        return lane.ask(() -> previews.offer(offer));
    }

    public void withdraw(String offerId) {
        lane.ask(() -> {
            previews.withdraw(offerId);
            return true;
        });
    }

    public List<OfferEntry> offers() {
        return lane.ask(previews::entries);
    }

    public List<CallbackEntry> scheduled() {
        return lane.ask(callbacks::entries);
    }

    public void farEnd(String callId, String action) {
        lane.ask(() -> {
            Call call = room.calls()
                    .find(callId)
                    .filter(one -> one.state().live())
                    .orElseThrow(() -> new RefusedException(404, "There is no live call " + callId + "; GET /calls."));
            if (action.equals("hangup")) {
                flow.farGone(call);
            } else if (call.state().talks()) {
                throw new RefusedException(409, "The far end has answered already.");
            } else {
                flow.answer(call);
            }
            return true;
        });
    }

    /** Ends calls, tells so, clears the books; who is there stays so. */
    public void reset() {
        lane.ask(() -> {
            trouble.stop();
            room.staff().all().forEach(flow::endAll);
            previews.clear();
            callbacks.clear();
            room.staff().all().forEach(this::restore);
            room.catalogue().restore();
            room.calls().clear();
            return true;
        });
    }

    private void restore(Agent agent) {
        agent.permissions().restore(room.rules().desk().withoutPermissions());
        agent.duty().acceptAll();
        agent.findStation();
    }
}

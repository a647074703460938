package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.CallbackEntry;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.Steps;
import java.util.List;

/** The contact centre to the control plane: public methods that say nothing else may be called from any thread. */
public final class Centre {
    private final Lane lane;
    private final Room room;
    private final Desk desk;
    private final CallFlow flow;
    private final Endings endings;
    private final Dialling dialling;
    private final Controls controls;
    private final Transfers transfers;
    private final Consults consults;
    private final Conferences conferences;
    private final Previews previews;
    private final Callbacks callbacks;
    private final Audit audit;
    private final Trouble trouble;

    public Centre(Lane lane, Staff staff, Rules rules, Timing timing, Faults faults, Notifier notifier) {
        this.lane = lane;
        Publisher publisher = new Publisher(notifier, rules, timing);
        room = new Room(
                lane, staff, new Tasks(), publisher, rules, timing, faults, new Steps<>(lane), new Steps<>(lane));
        desk = new Desk(room, agent -> endings().endAll(agent));
        WrapUps wrapUps = new WrapUps(room, desk);
        endings = new Endings(room, desk, wrapUps);
        flow = new CallFlow(room, endings);
        dialling = new Dialling(room, flow, endings);
        controls = new Controls(room, flow, endings, wrapUps);
        transfers = new Transfers(room, flow, endings, controls);
        consults = new Consults(room, controls, desk);
        conferences = new Conferences(room, endings, controls);
        previews = new Previews(room, flow);
        callbacks = new Callbacks(room);
        audit = new Audit(room);
        trouble = new Trouble(room, desk, flow, endings);
    }

    private Endings endings() {
        return endings;
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
    public Transfers transfers() {
        return transfers;
    }

    /** To be used on the lane. */
    public Consults consults() {
        return consults;
    }

    /** To be used on the lane. */
    public Conferences conferences() {
        return conferences;
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
    public Audit audit() {
        return audit;
    }

    /** To be used on the lane. */
    public Trouble trouble() {
        return trouble;
    }

    public Staff staff() {
        return room.staff();
    }

    public Rules rules() {
        return room.rules();
    }

    public Timing timing() {
        return room.timing();
    }

    public List<BookEntry> books() {
        return lane.ask(room.tasks()::books);
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
            Task task = room.tasks()
                    .find(callId)
                    .filter(Task::live)
                    .orElseThrow(() -> new RefusedException(404, "There is no live call " + callId + "; GET /calls."));
            if (action.equals("hangup")) {
                endings.customerGone(task);
            } else if (task.phase() == Phase.CONNECTED) {
                throw new RefusedException(409, "The far end has answered already.");
            } else {
                flow.answerNow(task);
            }
            return true;
        });
    }

    /** Ends calls, tells so, clears the books; who is there stays so. */
    public void reset() {
        lane.ask(() -> {
            trouble.stop();
            room.staff().all().forEach(endings::endAll);
            room.tasks().all().forEach(room.progress()::cancel);
            room.tasks().clear();
            previews.clear();
            callbacks.clear();
            return true;
        });
    }
}

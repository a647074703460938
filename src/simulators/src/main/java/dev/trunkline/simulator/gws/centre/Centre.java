package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.ChangeBurst;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The contact centre to the control plane: public methods may be called from any thread, but for what goes wrong. */
public final class Centre {
    private final Lane lane;
    private final Room room;
    private final Desk desk;
    private final CallFlow flow;
    private final Voice voice;
    private final Services services;
    private final List<ChangeBurst<Call>> bursts = new ArrayList<>();

    public Centre(Lane lane, Staff staff, Rules rules, Shapes shapes, Timing timing, Faults faults, Notifier notifier) {
        this.lane = lane;
        Resources resources = new Resources(shapes, rules, staff, timing);
        Publisher publisher = new Publisher(notifier, resources, shapes, rules);
        Calls calls = new Calls(shapes);
        room = new Room(lane, staff, calls, publisher, rules, timing, faults, new Steps<>(lane), new Steps<>(lane));
        desk = new Desk(room);
        flow = new CallFlow(room, desk);
        Dialling dialling = new Dialling(room, flow, desk);
        voice = new Voice(room, dialling, new Controls(room, flow, new Consults(room, dialling, flow)));
        services = new Services(room);
    }

    /** To be used on the lane. */
    public Voice voice() {
        return voice;
    }

    /** To be used on the lane. */
    public Desk desk() {
        return desk;
    }

    /** To be used on the lane. */
    public Services services() {
        return services;
    }

    public Staff staff() {
        return room.staff();
    }

    public List<BookEntry> books() {
        return lane.ask(room.calls()::books);
    }

    public void farEnd(String callId, String action) {
        lane.ask(() -> {
            Call call = room.calls()
                    .find(callId)
                    .filter(one -> !one.over())
                    .orElseThrow(() -> new RefusedException(404, "There is no live call " + callId + "; GET /calls."));
            farEnd(call, action);
            return true;
        });
    }

    private void farEnd(Call call, String action) {
        Party far = call.live().stream()
                .filter(party -> party.agent().isEmpty() || !party.is(call.placer()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(409, "The call has no far end any more."));
        if (action.equals("hangup")) {
            flow.leave(call, far);
        } else if (far.talks()) {
            throw new RefusedException(409, "The far end has answered already.");
        } else {
            flow.answer(call, far);
        }
    }

    // ---- what goes wrong; on the lane

    /** See {@link ChangeBurst}; of the calls that one agent placed, or of all. */
    public void changeBurst(Predicate<String> concerns, long perSecond, Duration lasting) {
        ChangeBurst<Call> burst = new ChangeBurst<>(
                () -> room.calls().live().stream()
                        .filter(one -> concerns.test(one.placer().name()))
                        .toList(),
                this::change,
                lane,
                perSecond,
                lasting);
        bursts.add(burst);
        burst.start();
    }

    private void change(Call call) {
        call.userData().put("change", call.burst().next(Instant.now()));
        room.publisher().call(call, "AttachedDataChanged");
    }

    /** His calls as they are now, told once more. @param what as which kind of change @param oddly in a state that nobody knows */
    public void tellAgain(Agent agent, String what, boolean oddly) {
        List.copyOf(agent.calls()).forEach(call -> {
            call.showOddly(oddly);
            room.publisher().call(call, agent, what.isEmpty() ? Publisher.STATUS : what);
            call.showOddly(false);
        });
    }

    /** Somebody from outside calls him, whatever he is doing. */
    public void thirdCall(Agent agent) {
        Call call = room.calls().add(CallType.INBOUND, agent, agent.number(), null);
        Party own = call.join(Party.of(agent, CallState.RINGING));
        call.join(Party.outside("6085550100", CallState.DIALING));
        flow.tell(call, agent);
        room.progress().next(call, room.timing().noAnswer(), () -> flow.leave(call, own));
    }

    public void logOut(Agent agent) {
        desk.end(agent);
    }

    public void error(Agent agent, String text) {
        room.publisher().error(agent, text);
    }

    public void register(Agent agent, boolean there) {
        desk.appears(agent, there);
    }

    public void voiceService(boolean active) {
        services.voice(active);
    }

    /** Ends calls, tells so, clears the books; who is there stays so. */
    public void reset() {
        lane.ask(() -> {
            bursts.forEach(ChangeBurst::stop);
            bursts.clear();
            services.voice(true);
            room.calls().live().forEach(flow::endAll);
            room.staff().all().forEach(this::restore);
            room.calls().clear();
            return true;
        });
    }

    /** No work after a call that is in no book any more. */
    private void restore(Agent agent) {
        room.desks().cancel(agent.device());
        if (!agent.device().active()) {
            desk.appears(agent, true);
        }
        desk.endWork(agent);
    }
}

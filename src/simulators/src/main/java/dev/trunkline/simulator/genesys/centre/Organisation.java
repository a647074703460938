package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.BookEntry;
import dev.trunkline.simulator.CallbackEntry;
import dev.trunkline.simulator.ChangeBurst;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Offer;
import dev.trunkline.simulator.OfferEntry;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The organisation to the control plane: its methods may be called from any thread. What the API does is in {@link Conversations}. */
public final class Organisation {
    private final Lane lane;
    private final Room room;
    private final Desk desk;
    private final Endings endings;
    private final Placing placing;
    private final Offers offers;
    private final Conversations conversations;
    private final ScheduledCallbacks callbacks = new ScheduledCallbacks();
    private final List<ChangeBurst<Conversation>> bursts = new ArrayList<>();

    public Organisation(Lane lane, Staff staff, Rules rules, Timing timing, Faults faults, Notifier notifier) {
        this.lane = lane;
        Publisher publisher = new Publisher(notifier, rules);
        Calls calls = new Calls();
        room = new Room(lane, staff, calls, publisher, rules, timing, faults, new Steps<>(lane), new Steps<>(lane));
        desk = new Desk(calls, publisher, rules);
        endings = new Endings(room, desk);
        placing = new Placing(room, endings, desk);
        offers = new Offers(room, placing, endings, desk);
        conversations = new Conversations(room, placing, endings, offers);
    }

    /** To be used on the lane. */
    public Conversations conversations() {
        return conversations;
    }

    /** To be used on the lane. */
    public ScheduledCallbacks callbacks() {
        return callbacks;
    }

    /** To be used on the lane. */
    public Desk desk() {
        return desk;
    }

    public Staff staff() {
        return room.staff();
    }

    public List<BookEntry> books() {
        return lane.ask(room.calls()::books);
    }

    public OfferEntry offer(Offer offer) {
        return lane.ask(() -> offers.offer(offer));
    }

    public void withdraw(String id) {
        lane.ask(() -> {
            offers.withdraw(id);
            return true;
        });
    }

    public List<OfferEntry> offers() {
        return lane.ask(offers::entries);
    }

    public List<CallbackEntry> scheduled() {
        return lane.ask(callbacks::entries);
    }

    public void farEnd(String callId, String action) {
        lane.ask(() -> {
            Conversation conversation = room.calls()
                    .find(callId)
                    .filter(one -> !one.over())
                    .orElseThrow(() -> new RefusedException(404, "There is no live call " + callId + "; GET /calls."));
            farEnd(conversation, action);
            return true;
        });
    }

    private void farEnd(Conversation conversation, String action) {
        Participant far = conversation.live().stream()
                .filter(party -> party.user().isEmpty() || !party.is(conversation.placer()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(409, "The call has no far end yet, or none any more."));
        if (action.equals("hangup")) {
            endings.leave(
                    conversation,
                    far,
                    far.talks() ? Ending.of("endpoint") : placing.causes().rejected());
        } else if (far.talks()) {
            throw new RefusedException(409, "The far end has answered already.");
        } else {
            placing.answer(conversation, far);
        }
    }

    // ---- what goes wrong; on the lane

    /** See {@link ChangeBurst}; of the calls that one agent placed, or of all. */
    public void changeBurst(Function<String, Boolean> concerns, long perSecond, Duration lasting) {
        ChangeBurst<Conversation> burst = new ChangeBurst<>(
                () -> room.calls().live().stream()
                        .filter(one -> concerns.apply(one.placer().agent()))
                        .toList(),
                this::change,
                lane,
                perSecond,
                lasting);
        bursts.add(burst);
        burst.start();
    }

    private void change(Conversation conversation) {
        String mark = conversation.burst().next(Instant.now());
        conversation.participants().stream()
                .filter(party -> party.user().isEmpty())
                .findFirst()
                .or(() -> conversation.of(conversation.placer()))
                .ifPresent(party -> party.attributes().put("change", mark));
        room.tell(conversation);
    }

    /** His calls as they are now, told once more; with a state that nobody knows if wanted. */
    public void tellAgain(User user, boolean oddly) {
        room.calls().of(user).forEach(conversation -> {
            conversation.showOddState(oddly);
            room.publisher().toldAgain(conversation);
            conversation.showOddState(false);
        });
    }

    /** Somebody whom nobody expected comes into his calls. */
    public void thirdLeg(User user) {
        room.calls().of(user).forEach(conversation -> {
            Leg leg = new Leg(LegState.CONNECTED, "inbound");
            leg.become(LegState.CONNECTED);
            Participant.Address address = Numbers.called("+16085550100", "");
            conversation.join(Participant.outside(Purpose.EXTERNAL, address, leg));
            room.tell(conversation);
        });
    }

    /** His phone is gone, and with it his legs. */
    public void stationLost(User user) {
        desk.leaveStation(user);
        room.calls().of(user).forEach(conversation -> conversation.live().stream()
                .filter(party -> party.is(user))
                .forEach(party -> endings.leave(conversation, party, Ending.of("transport.failure"))));
    }

    public void leaveStation(User user) {
        desk.leaveStation(user);
    }

    /** Ends calls, tells so, clears the books; who is there stays so. */
    public void reset() {
        lane.ask(() -> {
            bursts.forEach(ChangeBurst::stop);
            bursts.clear();
            room.calls().live().forEach(this::drop);
            room.staff().all().forEach(this::restore);
            room.calls().clear();
            offers.clear();
            callbacks.clear();
            return true;
        });
    }

    private void drop(Conversation conversation) {
        room.tidying().cancel(conversation);
        conversation.participants().stream().filter(Participant::live).forEach(party -> {
            room.progress().cancel(party);
            party.leg().end(Ending.of("system"));
        });
        conversation.participants().forEach(party -> {
            party.work().filter(AfterCallWork::due).ifPresent(AfterCallWork::skip);
            room.progress().cancel(party);
            party.leg().become(LegState.TERMINATED);
        });
        room.tell(conversation);
    }

    private void restore(User user) {
        if (user.station().isEmpty()) {
            desk.associate(user, user.ownStation());
        }
        desk.follow(user);
    }
}

package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.OfferEntry;
import java.time.Instant;

/** A record of a campaign that was brought to an agent (sheet 4.1). On the lane. */
final class Preview {
    private final String offerId = Ids.next();
    private final Agent agent;
    private final String number;
    private final String mode;
    private final Instant offeredAt = Instant.now();
    private final Task reservation;
    private State state = State.OFFERED;
    private String callId = "";

    /** What became of it. */
    enum State {
        OFFERED,
        ACCEPTED,
        SKIPPED,
        REMOVED,
        WITHDRAWN
    }

    /** @param reservation the offered contact, not that in which the customer is called */
    Preview(Agent agent, String number, String mode, Task reservation) {
        this.agent = agent;
        this.number = number;
        this.mode = mode;
        this.reservation = reservation;
    }

    Agent agent() {
        return agent;
    }

    String number() {
        return number;
    }

    Task reservation() {
        return reservation;
    }

    boolean open() {
        return state == State.OFFERED && reservation.live();
    }

    void become(State next) {
        state = next;
    }

    void call(String id) {
        callId = id;
    }

    /** By any of its ids. */
    boolean is(String id) {
        return offerId.equals(id) || reservation.id().equals(id) || callId.equals(id);
    }

    OfferEntry entry() {
        return new OfferEntry(
                "webexcc", offerId, agent.name(), number, mode, offeredAt, state.name(), reservation.id(), callId);
    }
}

package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.OfferEntry;
import java.time.Instant;

/** A record of a campaign that was brought to an agent, and what became of it (sheet 4.1). On the lane. */
final class Preview {
    private final String id = Ids.next();
    private final Conversation conversation;
    private final String mode;
    private final Instant offeredAt = Instant.now();
    private State state = State.OFFERED;
    private boolean called;

    enum State {
        OFFERED,
        ACCEPTED,
        REJECTED,
        SKIPPED,
        CLOSED,
        WITHDRAWN,
        ENDED
    }

    Preview(Conversation conversation, String mode) {
        this.conversation = conversation;
        this.mode = mode;
    }

    String id() {
        return id;
    }

    Conversation conversation() {
        return conversation;
    }

    State state() {
        return state;
    }

    void become(State next) {
        state = next;
    }

    /** The customer is called from now on. */
    void call() {
        called = true;
    }

    boolean called() {
        return called;
    }

    OfferEntry entry() {
        return new OfferEntry(
                "genesys",
                id,
                conversation.placer().agent(),
                conversation.number(),
                mode,
                offeredAt,
                state.name(),
                mode.equals("preview") ? conversation.id() : "",
                called ? conversation.id() : "");
    }
}

package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Order;

/**
 * Verbs about two calls that Finesse does not have: each is two of its own, and the second waits until the first is seen done,
 * because a phone has one call in hand at a time. If it is not seen in time, the second is asked all the same: Finesse's answer
 * decides. Both carry the command's id, so that the failure of either is the command's.
 */
record FinesseTwoCalls(FinesseClient client, AgentSession agent, FinesseSeat seat) {
    void swap(Order order) {
        if (!order.otherCallId().isEmpty()) {
            client.act(agent, order.commandId(), order.otherCallId(), "HOLD");
            seat.until(
                    now -> now.dialog(order.otherCallId())
                            .map(other -> FinesseCall.of(agent, other).state().equals("HELD"))
                            .orElse(false),
                    client.settings().stepTimeout());
        }
        client.act(agent, order.commandId(), order.callId(), "RETRIEVE");
    }

    /** The customer may be off hold already: some phones take the other call back by themselves. */
    void dropConsult(Order order) {
        client.act(agent, order.commandId(), order.callId(), "DROP");
        if (order.otherCallId().isEmpty()) {
            return;
        }
        seat.until(
                now -> now.dialog(order.callId())
                        .map(consult -> FinesseCall.of(agent, consult).state().equals("DROPPED"))
                        .orElse(true),
                client.settings().stepTimeout());
        client.dialog(agent, order.otherCallId())
                .map(other -> FinesseCall.of(agent, other))
                .filter(other -> other.actions().contains("RETRIEVE"))
                .ifPresent(held -> client.act(agent, order.commandId(), order.otherCallId(), "RETRIEVE"));
    }
}

package dev.trunkline.simulator;

import java.time.Instant;

/**
 * A record of a campaign that a platform brought to an agent, in the books for good.
 *
 * @param state what became of it, in capitals: {@code OFFERED}, {@code ACCEPTED}, {@code REJECTED} and so on
 * @param reservationId what the agent is shown first; empty if he gets the customer's call at once
 * @param callId of the call to the customer; empty while there is none
 */
public record OfferEntry(
        String platform,
        String offerId,
        String agent,
        String number,
        String mode,
        Instant offeredAt,
        String state,
        String reservationId,
        String callId) {}

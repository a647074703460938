package dev.trunkline.simulator;

import java.time.Instant;

/**
 * A callback that an agent asked the platform for.
 *
 * @param callId the call in which he did
 * @param number the customer's, of the record
 * @param callbackTime as it was sent; empty if only a number was
 * @param callbackNumber as it was sent; empty if none was
 * @param dueAt when the platform would call, by its own reading of the time; null without a time
 * @param state {@code SCHEDULED} or {@code CANCELLED}
 * @param changes how many requests made it what it is
 */
public record CallbackEntry(
        String platform,
        String callbackId,
        String offerId,
        String callId,
        String agent,
        String number,
        String callbackTime,
        String callbackNumber,
        Instant dueAt,
        String state,
        int changes) {}

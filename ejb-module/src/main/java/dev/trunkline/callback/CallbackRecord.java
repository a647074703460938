package dev.trunkline.callback;

import dev.trunkline.model.AgentKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A callback that the platform has taken.
 *
 * @param callRef the call on which it was arranged; there is one callback of a call
 * @param callId the platform's id of that call
 * @param to the number of that call; {@code ""} if it is not known (any more)
 * @param number where to call back, if not there
 * @param at the moment, whichever way it was written
 * @param until the latest moment, if one was named
 * @param timeZone as the agent named it
 * @param cancelled whether it no longer holds
 * @param commandId the last command about it
 */
public record CallbackRecord(
        AgentKey key,
        String id,
        String vendor,
        String channel,
        String callRef,
        String callId,
        String to,
        Optional<String> number,
        Instant at,
        Optional<Instant> until,
        Optional<String> timeZone,
        Optional<String> queueId,
        Optional<String> customerName,
        Optional<String> comment,
        boolean cancelled,
        String commandId,
        Instant createdAt,
        Instant changedAt) {}

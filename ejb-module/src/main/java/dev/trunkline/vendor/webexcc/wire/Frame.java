package dev.trunkline.vendor.webexcc.wire;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * One message of the notification socket (sheet 5.1).
 *
 * @param family outer {@code type}
 * @param type {@code data.type}, else the outer one
 * @param interactionId {@code ""} where it is about no call, or does not say about which
 * @param agentId whom it is about
 * @param eventTime the platform's, in milliseconds, or 0
 * @param trackingId of the event itself, not of its delivery
 * @param reason machine word of a failure
 * @param reasonCode number or word
 * @param interaction the whole contact, where the message has it
 * @param data its members
 * @param raw the whole message, secrets left out
 */
public record Frame(
        String family,
        String type,
        String interactionId,
        String agentId,
        long eventTime,
        String trackingId,
        String reason,
        String reasonCode,
        Optional<Interaction> interaction,
        JsonObject data,
        JsonObject raw) {}

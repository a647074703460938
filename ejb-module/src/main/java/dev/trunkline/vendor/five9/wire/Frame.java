package dev.trunkline.vendor.five9.wire;

import jakarta.json.JsonValue;

/**
 * One message of the WebSocket (sheet 5.3).
 *
 * @param timeStamp the platform's own, in milliseconds; 0 if it gave none
 * @param payLoad object, array, text or null
 */
public record Frame(String eventId, String eventReason, String userName, long timeStamp, JsonValue payLoad) {}

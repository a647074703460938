package dev.trunkline.system.soak;

import com.fasterxml.jackson.databind.JsonNode;

/** A call in a simulator's books. @param placedAt in microseconds. @param changes what bursts made of it */
record PlatformCall(
        Platform platform, String callId, String agent, String number, long placedAt, boolean ended, long changes) {
    static PlatformCall of(Platform platform, JsonNode entry) {
        return new PlatformCall(
                platform,
                entry.path("callId").asText(),
                entry.path("agent").asText(),
                entry.path("number").asText(),
                Dialling.micros(entry.path("placedAt").asText()),
                entry.path("ended").asBoolean(),
                entry.path("changes").asLong());
    }
}

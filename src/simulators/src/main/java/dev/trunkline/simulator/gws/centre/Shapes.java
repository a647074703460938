package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.Settings;

/**
 * How resources and messages look, which differs between releases (sheet 5.4). Names of the settings are the names here.
 *
 * @param externalUrl what stands before every path in {@code uri}; hardly ever the host that a client calls
 */
public record Shapes(
        String externalUrl, Metrics metrics, Members callMembers, Participants participants, CallIds callIds) {

    /** Which messages bring metrics; AS_IN_SAMPLES, a dialling call with user data has none, all else has. */
    public enum Metrics {
        AS_IN_SAMPLES,
        ALWAYS,
        NEVER
    }

    /** Which members a call has: those of the documentation's samples, or those that were captured too. */
    public enum Members {
        AS_DOCUMENTED,
        AS_CAPTURED
    }

    /** Whether participants are objects, or text with their particulars beside it as in older releases. */
    public enum Participants {
        OBJECTS,
        STRINGS
    }

    /** What is the id of a call. */
    public enum CallIds {
        UUID,
        CONN_ID
    }

    public static Shapes from(Settings settings) {
        return new Shapes(
                settings.text("externalUrl", "http://gws.example.net:8090"),
                settings.word("metrics", Metrics.AS_IN_SAMPLES),
                settings.word("callMembers", Members.AS_DOCUMENTED),
                settings.word("participants", Participants.OBJECTS),
                settings.word("callIds", CallIds.UUID));
    }

    boolean captured() {
        return callMembers == Members.AS_CAPTURED;
    }

    /** @param path with a slash before it */
    String uri(String path) {
        return externalUrl + "/api/v2" + path;
    }

    String id(Call call) {
        return callIds == CallIds.UUID ? call.uuid() : call.connId();
    }
}

package dev.trunkline.system.kit;

import java.util.List;

/**
 * Something that goes wrong on a platform, for one agent.
 *
 * @param kind the simulator's word
 * @param details further members of its JSON, for example {@code "seconds":1}
 * @param scope what it hits
 */
public record Fault(String kind, String details, Scope scope) {
    /** What a fault hits. */
    public enum Scope {
        /** The event stream: agents are told that the link is down and back. */
        LINK,
        /** The same, and the platform ends the calls. */
        CALLS,
        /** What comes over the event stream. */
        EVENTS,
        /** The next thing that is asked of the platform. */
        REQUESTS,
        /** The agent's sign-in, as the next request shows: he is told, and signs in again. */
        SIGN_IN,
        /** The same, at once. */
        SESSION,
        /** The same, and whoever signs in before he is told is refused. */
        SIGN_OUT;

        /** Whether it shows by itself; others wait for the next request. */
        boolean atOnce() {
            return this == LINK || this == CALLS || this == SESSION || this == SIGN_OUT;
        }
    }

    /** Those of every platform (design 1). */
    static final List<Fault> ALL = List.of(
            new Fault("cut-stream", "\"seconds\":1", Scope.LINK),
            new Fault("refuse-stream", "\"seconds\":2", Scope.LINK),
            new Fault("slow", "\"seconds\":2,\"count\":2", Scope.REQUESTS),
            new Fault("error", "\"status\":500,\"count\":1", Scope.REQUESTS),
            new Fault("rate-limit", "\"seconds\":1,\"count\":1", Scope.REQUESTS),
            new Fault("lose-answer", "\"count\":1", Scope.REQUESTS),
            new Fault("expire-auth", "\"count\":1", Scope.SIGN_IN),
            new Fault("duplicate-events", "\"seconds\":3", Scope.EVENTS),
            new Fault("reorder-events", "\"seconds\":3", Scope.EVENTS));

    String json(String agent) {
        return "{\"kind\":\"" + kind + "\"," + (details.isEmpty() ? "" : details + ",") + "\"agent\":\"" + agent
                + "\"}";
    }

    @Override
    public String toString() {
        return kind;
    }
}

package dev.trunkline.simulator.five9.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For which channels an agent is ready (sheet 2.5). On the lane. */
public final class Presence {
    private static final String NO_REASON = "0";
    private static final List<String> ALL = List.of("CALL", "VOICE_MAIL");

    private State current = new State(List.of(), NO_REASON);
    private State pending;
    private long since = System.currentTimeMillis();

    /** What he is or is to become. */
    record State(List<String> readyChannels, String notReadyReasonCodeId) {
        static final State READY = new State(ALL, NO_REASON);

        static State notReady(String reason) {
            return new State(List.of(), reason);
        }

        private Map<String, Object> shown() {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("readyChannels", readyChannels);
            shown.put("notReadyReasonCodeId", notReadyReasonCodeId);
            return shown;
        }
    }

    boolean readyForCalls() {
        return current.readyChannels().contains("CALL");
    }

    void become(State next) {
        current = next;
        pending = null;
        since = System.currentTimeMillis();
    }

    void wait(State next) {
        pending = next;
    }

    Optional<State> pending() {
        return Optional.ofNullable(pending);
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("currentState", current.shown());
        shown.put("pendingState", pending == null ? null : pending.shown());
        shown.put("currentStateTime", since);
        shown.put("pendingStateDelayTime", 0);
        shown.put("gracefulModeOn", false);
        return shown;
    }
}

package dev.trunkline.simulator.gws.centre;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent is to the switch (sheet 2.6).
 *
 * @param operation what is posted to get there; empty for those that only the switch gives
 * @param workMode empty for most
 * @param id empty for those that have none
 * @param reason of a state that the installation has added
 */
public record UserState(String operation, String displayName, String state, String workMode, String id, String reason) {
    static final UserState LOGGED_OUT = new UserState("", "", "LoggedOut", "", "", "");
    static final UserState LOGGED_IN = new UserState("", "Logged In", "LoggedIn", "", "", "");
    static final UserState READY =
            new UserState("Ready", "Ready", "Ready", "", "9430250E-0A1B-421F-B372-F29E69366DED", "");
    static final UserState NOT_READY =
            new UserState("NotReady", "Not Ready", "NotReady", "", "900D55CC-2BB0-431F-8BF9-D3525B383BE6", "");
    static final UserState AFTER_CALL_WORK = new UserState(
            "AfterCallWork",
            "After Call Work",
            "NotReady",
            "AfterCallWork",
            "D3663509-3D82-4DD3-A82E-2EA8EFA02AEF",
            "");
    static final UserState AUX_WORK =
            new UserState("AuxWork", "Aux Work", "NotReady", "AuxWork", "2B36138D-C564-4562-A8CB-3C32D564F296", "");
    static final UserState OFFLINE =
            new UserState("Offline", "Offline", "Logout", "", "0F7F5003-EF26-4D13-A6Ef-D0C7EC819BEB", "");
    private static final UserState LUNCH =
            new UserState("Lunch", "Lunch", "NotReady", "", "6D5C4F1E-8A0B-4B7C-9E53-2F1B7A64C0D1", "Lunch");
    private static final UserState TRAINING =
            new UserState("Training", "Training", "NotReady", "", "B87A2E90-35D1-4C8F-8D1E-07C94A5E6F32", "Training");

    /** Those that can be asked for. */
    private static final List<UserState> SELECTABLE =
            List.of(READY, NOT_READY, AFTER_CALL_WORK, AUX_WORK, OFFLINE, LUNCH, TRAINING);

    static Optional<UserState> of(String operation) {
        return SELECTABLE.stream()
                .filter(state -> state.operation.equals(operation))
                .findFirst();
    }

    public static boolean isOperation(String name) {
        return of(name).isPresent();
    }

    /** As a device has it. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        putText(shown, "id", id);
        putText(shown, "displayName", displayName);
        shown.put("state", state);
        putText(shown, "workMode", workMode);
        putText(shown, "reason", reason);
        return shown;
    }

    private static void putText(Map<String, Object> shown, String name, String value) {
        if (!value.isEmpty()) {
            shown.put(name, value);
        }
    }

    /** As the settings list them. */
    public static List<Map<String, Object>> catalogue() {
        return SELECTABLE.stream().map(UserState::entry).toList();
    }

    private static Map<String, Object> entry(UserState state) {
        Map<String, Object> entry = new LinkedHashMap<>(state.shown());
        entry.put("operationName", state.operation);
        entry.put("path", "/settings/agent-states/" + state.id);
        return entry;
    }
}

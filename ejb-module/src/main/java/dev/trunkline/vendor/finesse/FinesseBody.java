package dev.trunkline.vendor.finesse;

import java.util.Map;
import java.util.stream.Collectors;

/** XML bodies of our requests; the order of elements means nothing to Finesse (sheet 3.2). */
final class FinesseBody {
    static String signIn(String extension) {
        return element("User", text("state", "LOGIN") + text("extension", extension));
    }

    /** @param reasonCodeId may be empty */
    static String state(String state, String reasonCodeId) {
        String reason = reasonCodeId.isEmpty() ? "" : text("reasonCodeId", reasonCodeId);
        return element("User", text("state", state) + reason);
    }

    static String makeCall(String fromAddress, String toAddress, Map<String, String> variables) {
        // CCX refuses the element even if it is empty (sheet 1).
        String data = variables.isEmpty() ? "" : element("mediaProperties", callVariables(variables));
        String addresses = text("fromAddress", fromAddress) + text("toAddress", toAddress);
        return element("Dialog", text("requestedAction", "MAKE_CALL") + addresses + data);
    }

    /** @param target the phone that the action is for: the agent's own but for PARTICIPANT_DROP */
    static String action(String action, String target) {
        return dialog(action, target, "");
    }

    static String action(String action, String target, String toAddress) {
        return dialog(action, target, text("toAddress", toAddress));
    }

    static String action(String action, String target, String parameter, String value) {
        String only = element("ActionParam", text("name", parameter) + text("value", value));
        return dialog(action, target, element("actionParams", only));
    }

    /** @param wrapUpReason may be empty */
    static String callData(String target, Map<String, String> variables, String wrapUpReason) {
        String reason = wrapUpReason.isEmpty() ? "" : text("wrapUpReason", wrapUpReason);
        String data = variables.isEmpty() ? "" : callVariables(variables);
        return dialog("UPDATE_CALL_DATA", target, element("mediaProperties", reason + data));
    }

    private static String dialog(String action, String target, String more) {
        return element("Dialog", text("targetMediaAddress", target) + text("requestedAction", action) + more);
    }

    private static String callVariables(Map<String, String> variables) {
        return element(
                "callvariables",
                variables.entrySet().stream()
                        .map(variable -> element(
                                "CallVariable", text("name", variable.getKey()) + text("value", variable.getValue())))
                        .collect(Collectors.joining()));
    }

    private static String text(String name, String value) {
        return element(name, value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private FinesseBody() {}
}

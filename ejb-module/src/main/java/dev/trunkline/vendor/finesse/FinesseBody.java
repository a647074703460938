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

    static String action(String action, String extension) {
        return element("Dialog", text("targetMediaAddress", extension) + text("requestedAction", action));
    }

    static String wrapUpReason(String label, String extension) {
        String data = element("mediaProperties", text("wrapUpReason", label));
        return element(
                "Dialog", text("targetMediaAddress", extension) + text("requestedAction", "UPDATE_CALL_DATA") + data);
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

package dev.trunkline.simulator.finesse.centre;

import java.util.Map;

/** What an agent wants done with a dialog (sheet 4.1); what a command does not have is empty. */
public record DialogCommand(
        String action,
        String target,
        String toAddress,
        Map<String, String> variables,
        String wrapUpReason,
        Map<String, String> parameters,
        String requestId) {

    public DialogCommand {
        variables = Map.copyOf(variables);
        parameters = Map.copyOf(parameters);
    }

    static final String DTMF = "dtmfString";
    static final String CLASSIFICATION = "outboundClassification";
    static final String CALLBACK_TIME = "callbackTime";
    static final String CALLBACK_NUMBER = "callbackNumber";

    String digits() {
        return parameters.getOrDefault(DTMF, "");
    }

    String callbackTime() {
        return parameters.getOrDefault(CALLBACK_TIME, "");
    }

    String callbackNumber() {
        return parameters.getOrDefault(CALLBACK_NUMBER, "");
    }

    String classification() {
        return parameters.getOrDefault(CLASSIFICATION, "");
    }
}

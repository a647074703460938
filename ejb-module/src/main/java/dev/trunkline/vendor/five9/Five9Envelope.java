package dev.trunkline.vendor.five9;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.AgentStateForm;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.five9.wire.CallInfo;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** The messages of contract 3.3 and 6.3, profile exact, as JSON text. */
final class Five9Envelope {
    static final String CHANNEL = "Five9";
    private static final String OUTBOUND = "Outbound";
    private static final String MANUAL = "manualdial";

    static Map<String, String> callForms(Five9Call call) {
        String event = word(call);
        JsonObjectBuilder told = object().add("CallVariables", variables(call))
                .add("ResponseFields", fields(call, event))
                .add("id", call.id())
                .add("event", event)
                .add("CallType", OUTBOUND);
        JsonObject form = object().add("channel", CHANNEL)
                .add("topic", "outbound")
                .add("subtopic", "OutBoundCallStateChange")
                .add("message", object().add("call", told).add("source", "event"))
                .build();
        return Map.of(CHANNEL, form.toString());
    }

    /** As received; a call that is over and said nothing more of itself is finished (sheet 8.2). */
    static String word(Five9Call call) {
        boolean unsaid = call.state().isBlank() || call.memory().over();
        return unsaid ? Five9Call.FINISHED : call.state().strip();
    }

    private static JsonObjectBuilder fields(Five9Call call, String event) {
        CallInfo told = call.told();
        JsonObjectBuilder fields = object().add(
                        "interactionData",
                        object().add("interactionId", call.id())
                                .add("callType", told.callType())
                                .add("number", call.to())
                                .add("campaignId", told.campaignId()))
                .add("fromAddress", call.from())
                .add("toAddress", call.to())
                .add("CallState", event)
                .add("Type", OUTBOUND);
        String type = outBoundType(call);
        if (!type.equals(MANUAL)) {
            fields.add("Campaign", call.campaign());
        }
        return fields.add("OutBoundType", type).add("CallAgent", call.me().login());
    }

    /** Contract 3.5. */
    static String outBoundType(Five9Call call) {
        if (call.manual()) {
            return MANUAL;
        }
        return call.told().callType().equals("PREVIEW") ? "preview" : "outbound";
    }

    private static JsonObjectBuilder variables(Five9Call call) {
        JsonObjectBuilder variables = object();
        call.allVariables().forEach(variables::add);
        return variables;
    }

    private static JsonObjectBuilder object() {
        return JsonParts.JSON.createObjectBuilder();
    }

    /** A state can be chosen at any time; during a call it changes what comes after it (sheet 2.5). */
    static Map<String, String> stateForms(AgentSnapshot agent) {
        boolean mayChoose = agent.state() == AgentState.TALKING || agent.state() == AgentState.WORK;
        return Map.of(CHANNEL, Json.textWithNulls(AgentStateForm.of(CHANNEL, agent, mayChoose)));
    }

    private Five9Envelope() {}
}

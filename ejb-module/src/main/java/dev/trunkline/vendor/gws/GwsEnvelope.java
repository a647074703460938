package dev.trunkline.vendor.gws;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.AgentStateForm;
import dev.trunkline.port.JsonParts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** The messages of contract 3.3 and 6.3, profile exact, as JSON text. */
final class GwsEnvelope {
    static final String CHANNEL = "GWS";

    static Map<String, String> callForms(GwsCall call) {
        String event = call.told().notificationType().equals(GwsCall.STATUS)
                ? call.state()
                : call.told().notificationType();
        JsonObjectBuilder told = object().add(
                        "ResponseActual", JsonParts.object(call.told().data()))
                .add("ResponseFields", fields(call))
                .add("id", call.id())
                .add("CallType", call.told().call().callType())
                .add("event", event)
                .add("CallVariables", variables(call));
        JsonObject form = object().add("channel", CHANNEL)
                .add("topic", "outbound")
                .add("subtopic", "OutBoundCallStateChange")
                .add("message", object().add("source", "event").add("call", told))
                .build();
        return Map.of(CHANNEL, form.toString());
    }

    private static JsonObjectBuilder fields(GwsCall call) {
        JsonObjectBuilder fields = object().add("fromAddress", call.from())
                .add("toAddress", call.to())
                .add("CallState", call.state())
                .add("Type", call.told().call().callType());
        String type = outBoundType(call);
        if (!type.equals("manualdial")) {
            fields.add("Campaign", call.campaign());
        }
        return fields.add("OutBoundType", type);
    }

    /** Contract 3.5; in which mode a campaign dials is not known while its records are not taken. */
    static String outBoundType(GwsCall call) {
        return call.memory().command().isEmpty() && call.campaignData() ? "outbound" : "manualdial";
    }

    /** All of them, also those that are empty: the platform has them. */
    private static JsonObjectBuilder variables(GwsCall call) {
        JsonObjectBuilder variables = object();
        call.told().call().userData().forEach(variables::add);
        return variables;
    }

    private static JsonObjectBuilder object() {
        return JsonParts.JSON.createObjectBuilder();
    }

    /** A state can be chosen at any time; during a call it changes what comes after it. */
    static Map<String, String> stateForms(AgentSnapshot agent) {
        boolean mayChoose = agent.state() == AgentState.TALKING || agent.state() == AgentState.WORK;
        return Map.of(CHANNEL, Json.textWithNulls(AgentStateForm.of(CHANNEL, agent, mayChoose)));
    }

    private GwsEnvelope() {}
}

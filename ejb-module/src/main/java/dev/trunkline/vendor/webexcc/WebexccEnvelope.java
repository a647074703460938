package dev.trunkline.vendor.webexcc;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.AgentStateForm;
import dev.trunkline.port.JsonParts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The messages of contract 3.3 and 6.3, profile exact, as JSON text. */
final class WebexccEnvelope {
    static final String CHANNEL = "Webexcc";

    private static final Set<String> PACED = Set.of("progressive", "predictive");

    static Map<String, String> callForms(WebexccCall call) {
        JsonObjectBuilder told = object().add("id", call.id())
                .add("ResponseActual", actual(call))
                .add("ResponseFields", fields(call))
                .add("CallType", direction(call))
                .add("event", call.word())
                .add("CallVariables", variables(call));
        JsonObject form = object().add("channel", CHANNEL)
                .add("topic", "outbound")
                .add("subtopic", "OutBoundCallStateChange")
                .add("message", object().add("source", "event").add("call", told))
                .build();
        return Map.of(CHANNEL, form.toString());
    }

    /** Some failures do not say of which call they are (sheet 4): here they must (contract R12). */
    private static JsonObject actual(WebexccCall call) {
        JsonObject raw = call.told().raw();
        if (call.id().equals(JsonParts.text(call.told().data(), "interactionId"))) {
            return raw;
        }
        JsonObjectBuilder data = JsonParts.JSON.createObjectBuilder(call.told().data());
        data.add("interactionId", call.id());
        return JsonParts.JSON.createObjectBuilder(raw).add("data", data).build();
    }

    private static JsonObjectBuilder fields(WebexccCall call) {
        String type = outBoundType(call);
        return object().add("fromAddress", call.from())
                .add("toAddress", call.to())
                .add("CallState", state(call))
                .add("Type", direction(call))
                .add("Campaign", type.equals("manualdial") ? call.id() : call.campaign())
                .add("OutBoundType", type);
    }

    /** Contacts that are told here are of this direction; a failure that brings no contact does not say so. */
    private static String direction(WebexccCall call) {
        String said = call.now().direction();
        return said.isEmpty() ? "OUTBOUND" : said;
    }

    /** Contract 3.5. */
    static String outBoundType(WebexccCall call) {
        if (call.manual()) {
            return "manualdial";
        }
        String paced = call.now().details().getOrDefault("campaignType", "").toLowerCase(Locale.ROOT);
        return switch (call.now().outboundType().toUpperCase(Locale.ROOT)) {
            case "STANDARD_PREVIEW_CAMPAIGN" -> "preview";
            case "DIRECT_PREVIEW_CAMPAIGN" -> "directpreview";
            case "CALLBACK" -> "callback";
            default -> PACED.contains(paced) ? paced : "outbound";
        };
    }

    private static JsonObjectBuilder variables(WebexccCall call) {
        JsonObjectBuilder variables = object();
        call.callVariables().forEach(variables::add);
        return variables;
    }

    private static JsonObjectBuilder object() {
        return JsonParts.JSON.createObjectBuilder();
    }

    /** A state can be chosen at any time; during a call it changes what comes after it. */
    static Map<String, String> stateForms(AgentSnapshot agent) {
        AgentState state = agent.state();
        boolean mayChoose = state == AgentState.TALKING || state == AgentState.RESERVED || state == AgentState.WORK;
        return Map.of(CHANNEL, Json.textWithNulls(AgentStateForm.of(CHANNEL, agent, mayChoose)));
    }

    private WebexccEnvelope() {}

    /** What has not been told of is as it begins (sheet 6.1): an event may come without its contact. */
    private static String state(WebexccCall call) {
        String said = call.now().state();
        return said.isEmpty() ? "new" : said;
    }
}

package dev.trunkline.vendor.toy;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentStateForm;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.toy.wire.Call;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** Messages in the form of any further channel ({@code event-further.schema.json}), as JSON text. */
final class ToyEnvelope {
    static final String CHANNEL = "Toy";

    static Map<String, String> callForms(Call call) {
        JsonObjectBuilder told = object().add("CallVariables", object())
                .add("fromAddress", call.from())
                .add("toAddress", call.number())
                .add("OutBoundType", "manualdial")
                .add("id", call.id())
                .add("event", call.state())
                .add("CallType", "Outbound");
        return Map.of(
                CHANNEL,
                object().add("channel", CHANNEL)
                        .add("topic", "outbound")
                        .add("subtopic", "OutBoundCallStateChange")
                        .add("message", object().add("call", told).add("source", "event"))
                        .build()
                        .toString());
    }

    static Map<String, String> stateForms(AgentSnapshot agent) {
        return Map.of(CHANNEL, Json.textWithNulls(AgentStateForm.of(CHANNEL, agent, false)));
    }

    private static JsonObjectBuilder object() {
        return JsonParts.JSON.createObjectBuilder();
    }

    private ToyEnvelope() {}
}

package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Buttons;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** State of the agent, both channels (contract 6.3), members in its order. */
@JsonbPropertyOrder({"channel", "topic", "subtopic", "message"})
public record AgentStateForm(String channel, String topic, String subtopic, Message message) {
    static AgentStateForm of(String channel, Message message) {
        return new AgentStateForm(channel, "Agent", "SetAgentState", message);
    }

    /** The body. */
    @JsonbPropertyOrder({"rules", "data", "event", "source"})
    public record Message(Rules rules, Data data, String event, String source) {}

    /** Which buttons to show. */
    @JsonbPropertyOrder({"buttonStates", "responseActual"})
    public record Rules(
            @JsonbProperty("ButtonStates") Buttons.Items<String> buttonStates,
            @JsonbProperty("ResponseActual") Actual responseActual) {}

    /** The state; {@code agentStateARN} is another platform's and always null. */
    @JsonbPropertyOrder({"agentStateARN", "type", "name", "startTimestamp"})
    public record Actual(String agentStateARN, String type, String name, String startTimestamp) {}

    /** The agent; {@code reasonCode} is null where there is none. */
    @JsonbPropertyOrder({
        "muted",
        "name",
        "extension",
        "loginName",
        "softphoneEnabled",
        "state",
        "reasonCode",
        "stateChangeTime",
        "type"
    })
    public record Data(
            boolean muted,
            String name,
            String extension,
            String loginName,
            boolean softphoneEnabled,
            String state,
            ReasonCode reasonCode,
            String stateChangeTime,
            String type) {}

    /** Id of the reason. */
    public record ReasonCode(String id) {}
}

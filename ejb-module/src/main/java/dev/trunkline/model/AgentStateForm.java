package dev.trunkline.model;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** State of the agent, the same on every channel (contract 6.3), members in its order. */
@JsonbPropertyOrder({"channel", "topic", "subtopic", "message"})
public record AgentStateForm(String channel, String topic, String subtopic, Message message) {
    /** @param mayChoose whether the platform takes Ready and Not Ready now; {@code make_call} goes with Ready */
    public static AgentStateForm of(String channel, AgentSnapshot agent, boolean mayChoose) {
        AgentState state = agent.state();
        Map<String, String> items = new LinkedHashMap<>();
        items.put("NotReady", button(state == AgentState.READY || mayChoose));
        items.put("Ready", button(state == AgentState.NOT_READY || mayChoose));
        items.put("make_call", button(state == AgentState.READY));
        items.put("mute", button(false));
        items.put("unmute", button(false));
        Rules rules = new Rules(
                new Buttons.Items<>(items, items.size()),
                new Actual(null, state.type(), agent.label(), agent.changedAt()));
        Data data = new Data(
                false,
                agent.name(),
                agent.extension(),
                agent.loginName(),
                false,
                state.word(),
                agent.reasonCode().isEmpty() ? null : new ReasonCode(agent.reasonCode()),
                agent.changedAt(),
                state.type());
        return new AgentStateForm(channel, "Agent", "SetAgentState", new Message(rules, data, agent.label(), "event"));
    }

    private static String button(boolean enabled) {
        return enabled ? "Enable" : "Hide";
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

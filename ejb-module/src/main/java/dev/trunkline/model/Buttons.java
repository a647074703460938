package dev.trunkline.model;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code ButtonStates} and {@code ActionsAllowed} (contract section 4): the same actions in the same order, twice. */
public record Buttons(Items<String> states, Items<Buttons.Offer> actions) {
    /** An object of members, and how many they are. */
    @JsonbPropertyOrder({"items", "count"})
    public record Items<T>(Map<String, T> items, int count) {}

    /** One allowed action, members in the order of ruling R19. */
    @JsonbPropertyOrder({"variableName", "variableType", "buttonName", "variableStructure"})
    public record Offer(
            @JsonbProperty("VariableName") String variableName,
            @JsonbProperty("VariableType") int variableType,
            @JsonbProperty("ButtonName") String buttonName,
            @JsonbProperty("VariableStructure") Map<String, String> variableStructure) {}

    public static Buttons of(Collection<Action> allowed) {
        Map<String, String> states = new LinkedHashMap<>();
        Map<String, Offer> actions = new LinkedHashMap<>();
        for (Action action : allowed) {
            Map<String, String> structure = new LinkedHashMap<>();
            action.structure().forEach(name -> structure.put(name, ""));
            states.put(action.button(), "Enable");
            actions.put(
                    action.key(), new Offer(action.variableName(), Action.VARIABLE_TYPE, action.button(), structure));
        }
        return new Buttons(new Items<>(states, states.size()), new Items<>(actions, actions.size()));
    }
}

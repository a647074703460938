package dev.trunkline.simulator.webexcc.centre;

import java.util.Map;

/**
 * What is told to an agent (sheet 5.1).
 *
 * @param family its outer type
 * @param data never null: the official SDK stumbles over a message without
 * @param disorderly as a contact with such a number has it: twice, and not in order
 */
public record Event(String family, Map<String, Object> data, boolean disorderly) {
    public static final String ROUTING = "RoutingMessage";

    public static Event of(String family, Map<String, Object> data) {
        return new Event(family, data, false);
    }

    public String type() {
        return String.valueOf(data.get("type"));
    }
}

package dev.trunkline.simulator.webexcc.stream;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.webexcc.centre.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of an event on its way if it is not to arrive as it was sent (sheet 9.1). On the lane. */
final class Distortion {
    private static final int BIG = 64 * 1024;
    private static final String INTERACTION = "interaction";
    private static final String UNKNOWN_STATE = "simulatedUnknown";

    private final Faults faults;

    Distortion(Faults faults) {
        this.faults = faults;
    }

    /** Nothing if it is lost. */
    Optional<Event> of(String agent, Event event) {
        if (faults.active("drop-events", agent)) {
            return Optional.empty();
        }
        Map<String, Object> data = new LinkedHashMap<>(event.data());
        if (data.containsKey(INTERACTION)) {
            contact(agent, data);
        }
        if (data.containsKey("interactionId") && nameless(agent, event.type())) {
            data.keySet().removeAll(List.of("interactionId", "mediaResourceId", INTERACTION));
        }
        return Optional.of(new Event(event.family(), data, event.disorderly()));
    }

    /** What hits any event, or failures alone. */
    private boolean nameless(String agent, String type) {
        return type.endsWith("Failed") && faults.active("no-id-failed", agent) || faults.active("no-id", agent);
    }

    private void contact(String agent, Map<String, Object> data) {
        if (faults.active("no-interaction", agent)) {
            data.remove(INTERACTION);
            return;
        }
        Map<String, Object> interaction = copy(data.get(INTERACTION));
        data.put(INTERACTION, interaction);
        faults.take("unknown-state", agent).ifPresent(fault -> interaction.put("state", word(fault)));
        if (faults.active("odd-payload", agent)) {
            interaction.put("participants", List.of());
            interaction.put("media", "none");
            interaction.put("callProcessingDetails", null);
            interaction.put("state", 17);
            data.put("eventTime", "soon");
            data.put("agentsPendingWrapUp", "nobody");
        }
        if (faults.active("big-frame", agent)) {
            Map<String, Object> details = copy(interaction.get("callProcessingDetails"));
            details.put("fcDesktopView", "x".repeat(BIG));
            interaction.put("callProcessingDetails", details);
        }
    }

    private static String word(Fault fault) {
        return fault.text() == null ? UNKNOWN_STATE : fault.text();
    }

    private static Map<String, Object> copy(Object members) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (members instanceof Map<?, ?> all) {
            all.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        return copy;
    }
}

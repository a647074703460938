package dev.trunkline.vendor.webexcc.wire;

import java.util.List;
import java.util.Map;

/**
 * A contact as the platform tells it each time (sheet 5.2).
 *
 * @param mainId id of the interaction whose media is the customer's
 * @param owner agent to whom it belongs
 * @param direction {@code OUTBOUND}, {@code INBOUND}
 * @param queue id of the queue that it came through
 * @param details {@code callProcessingDetails}, whose flags are texts
 * @param shown {@code callAssociatedDetails} of newer payloads
 * @param variables what an agent may see of its data, by name
 */
public record Interaction(
        String id,
        String mainId,
        String owner,
        String state,
        boolean terminated,
        String direction,
        String outboundType,
        String queue,
        Map<String, String> details,
        Map<String, String> shown,
        Map<String, String> variables,
        List<Participant> participants,
        List<Media> media) {
    /** Of which nothing has been told. */
    public static Interaction untold(String id) {
        return new Interaction(id, id, "", "", false, "", "", "", Map.of(), Map.of(), Map.of(), List.of(), List.of());
    }
}

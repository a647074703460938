package dev.trunkline.vendor.finesse.wire;

import java.util.List;

/**
 * A call, or a preview reservation that is shown as one; always the whole of it, never a delta (sheet 5.3).
 *
 * @param text the XML element it was read from
 */
public record Dialog(
        String id,
        String uri,
        String associatedDialogUri,
        String fromAddress,
        String toAddress,
        String mediaType,
        String state,
        MediaProperties mediaProperties,
        List<Participant> participants,
        String text) {
    public Dialog {
        participants = List.copyOf(participants);
    }
}

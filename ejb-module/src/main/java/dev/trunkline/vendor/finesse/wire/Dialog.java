package dev.trunkline.vendor.finesse.wire;

import java.util.List;

/**
 * A call, or a preview reservation that is shown as one; always the whole of it, never a delta (sheet 5.3).
 *
 * @param secondaryId of a call that was handed over: the other of the two calls that became this one
 * @param callbackNumber of a record that is offered: the customer's number as it is dialled, without what the dialer puts before it
 * @param scheduledCallback what is arranged on it; empty texts if nothing is
 * @param text the XML element it was read from
 */
public record Dialog(
        String id,
        String uri,
        String associatedDialogUri,
        String secondaryId,
        String fromAddress,
        String toAddress,
        String mediaType,
        String state,
        MediaProperties mediaProperties,
        List<Participant> participants,
        String callbackNumber,
        ScheduledCallback scheduledCallback,
        String text) {
    public Dialog {
        participants = List.copyOf(participants);
    }
}

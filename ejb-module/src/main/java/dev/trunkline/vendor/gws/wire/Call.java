package dev.trunkline.vendor.gws.wire;

import java.util.List;
import java.util.Map;

/**
 * One call, as the agent whose device it is on has it.
 *
 * @param uuid the other name that a call may have; the same as the id in current versions
 * @param callType {@code Internal}, {@code Outbound}, {@code Inbound}, {@code Consult}; others are possible
 * @param participants the other parties
 * @param capabilities what may be done with it now
 * @param userData data attached to it; a value that is not a text is its JSON
 * @param mute {@code On} or {@code Off}
 * @param parent of a consult: the id of the call that it is about
 * @param uri as the platform writes it, for where it wants it back: never followed
 */
public record Call(
        String id,
        String state,
        String uuid,
        String dnis,
        String ani,
        String callType,
        List<Participant> participants,
        List<String> capabilities,
        Map<String, String> userData,
        String mute,
        String recordingState,
        String parent,
        String uri) {
    public Call {
        participants = List.copyOf(participants);
        capabilities = List.copyOf(capabilities);
    }
}

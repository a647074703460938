package dev.trunkline.vendor.five9.wire;

import java.util.Map;

/**
 * A call, or a participant of a conference (sheet 5.5). Only the first four are confirmed.
 *
 * @param addressType what kind of participant; empty on the agent's own call
 * @param variables by id
 * @param raw the platform's own text of it
 */
public record CallInfo(
        String id,
        String state,
        String callType,
        String campaignId,
        String number,
        String ani,
        String dnis,
        String addressType,
        Map<String, String> variables,
        String raw) {
    /** The same in another state: what the platform no longer tells of it. */
    public CallInfo in(String other) {
        return new CallInfo(id, other, callType, campaignId, number, ani, dnis, addressType, variables, raw);
    }
}

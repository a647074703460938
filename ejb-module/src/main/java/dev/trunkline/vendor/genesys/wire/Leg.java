package dev.trunkline.vendor.genesys.wire;

import java.util.List;
import java.util.Map;

/**
 * One participant with its call, read from either of the platform's two shapes (sheet 1). A record of this size is filled by name: see the
 * reader.
 *
 * @param call what the participant's call says of itself
 * @param wrapUp what is due after it
 * @param reasons SIP and Q.850 causes; only the nested shape has them
 * @param communicationId id of the call; only the nested shape has it
 */
public record Leg(
        String id,
        String purpose,
        String userId,
        String queueId,
        String name,
        String consultParticipantId,
        Map<String, String> attributes,
        Call call,
        WrapUp wrapUp,
        List<DisconnectReason> reasons,
        String communicationId) {
    /** The call itself. */
    public record Call(
            String state,
            String direction,
            Addresses addresses,
            boolean held,
            boolean muted,
            boolean confined,
            String disconnectType,
            String errorCode,
            Times times) {}

    /** As the platform writes them: {@code tel:} and {@code sip:} with parameters. */
    public record Addresses(String address, String ani, String dnis) {}

    /** Times of the call. */
    public record Times(
            String started, String connected, String held, String ended, String workStarted, String workEnded) {}

    /**
     * Work after the call.
     *
     * @param done whether an outcome is set
     */
    public record WrapUp(boolean required, boolean done, boolean skipped) {}

    public Leg {
        attributes = Map.copyOf(attributes);
        reasons = List.copyOf(reasons);
    }
}

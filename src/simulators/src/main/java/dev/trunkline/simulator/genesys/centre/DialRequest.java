package dev.trunkline.simulator.genesys.centre;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is to be called, for whom (sheet 3.1).
 *
 * @param number as it was given; empty if a user or a queue is called
 * @param userId the colleague to call; empty if a number is
 * @param queueId the queue to call; empty if a number is
 * @param fromQueueId on behalf of which queue; empty for a personal call
 * @param callerId empty for the usual one
 */
public record DialRequest(
        String number,
        String userId,
        String queueId,
        String fromQueueId,
        String callerId,
        Map<String, String> attributes,
        String uuiData) {

    /** Exactly one destination (sheet 3.1). */
    void check() {
        long destinations =
                Stream.of(number, userId, queueId).filter(one -> !one.isEmpty()).count();
        if (destinations == 0) {
            throw new ApiErrorException(
                    400,
                    "missing.create.conversation.destination.parameter",
                    "One destination must be given: phoneNumber, callUserId or callQueueId.");
        }
        if (destinations > 1) {
            throw new ApiErrorException(
                    400,
                    "too.many.create.conversation.parameters",
                    "Only one destination may be given: phoneNumber, callUserId or callQueueId.");
        }
    }

    Optional<Catalogue.Entry> fromQueue() {
        return fromQueueId.isEmpty()
                ? Optional.empty()
                : Optional.of(Catalogue.queue(fromQueueId)
                        .orElseThrow(() -> ApiErrorException.notFound("Queue " + fromQueueId)));
    }
}

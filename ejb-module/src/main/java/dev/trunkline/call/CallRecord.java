package dev.trunkline.call;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the ledger knows of one call.
 *
 * @param callRef our id, known from the acknowledgement on
 * @param callId the platform's id, empty while it is not known
 * @param to the number as the platform reports it, until then as the client asked for it
 * @param lifeCycle where it stands; empty before the platform said anything
 * @param reasonSource REPORTED or INFERRED, or {@code ""}
 * @param allowed the verbs that are open now
 * @param callSeq number of its last event
 * @param talked whether it was ever connected
 * @param dropAsked whether we asked the platform to end it
 * @param parentCallId the platform's id of the offer, or of the call from which was consulted; else {@code ""}
 * @param platformTime the platform's own time of its last change, or {@code ""}
 * @param facts of the last snapshot
 * @param shown channel name to digest of the last message in that form
 * @param raw the platform's last message
 */
public record CallRecord(
        AgentKey key,
        String vendor,
        String channel,
        String callRef,
        Optional<String> callId,
        String to,
        Optional<LifeCycle> lifeCycle,
        Reason reason,
        String reasonSource,
        Instant startedAt,
        Optional<Instant> endedAt,
        Set<Verb> allowed,
        long callSeq,
        boolean talked,
        boolean dropAsked,
        String parentCallId,
        String platformTime,
        String facts,
        Map<String, String> shown,
        String raw) {}

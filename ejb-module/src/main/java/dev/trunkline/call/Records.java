package dev.trunkline.call;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The beginnings of a call record, and its one change that no event tells. */
public final class Records {
    private Records() {}

    /** A call that a dial announces, before the platform knows of it. */
    public static CallRecord announced(CommandRecord dial) {
        return fresh(
                dial.key(),
                dial.vendor(),
                dial.channel(),
                dial.callRef().orElseThrow(),
                String.valueOf(dial.data().get("toAddress")),
                dial.createdAt());
    }

    /** A call that the platform tells of. @param dial the dial it came from, if it was one of ours */
    public static CallRecord found(
            AgentKey key, String vendor, String channel, CallSnapshot news, Optional<CommandRecord> dial) {
        return dial.map(Records::announced)
                .orElseGet(() -> fresh(
                        key,
                        vendor,
                        channel,
                        Ids.callRef(),
                        news.toAddress(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static CallRecord fresh(
            AgentKey key, String vendor, String channel, String callRef, String to, Instant startedAt) {
        return new CallRecord(
                key,
                vendor,
                channel,
                callRef,
                Optional.empty(),
                to,
                Optional.empty(),
                Reason.NONE,
                "",
                startedAt,
                Optional.empty(),
                Set.of(),
                0,
                false,
                false,
                "",
                "",
                "",
                Map.of(),
                "");
    }

    static CallRecord dropAsked(CallRecord call) {
        return new CallRecord(
                call.key(),
                call.vendor(),
                call.channel(),
                call.callRef(),
                call.callId(),
                call.to(),
                call.lifeCycle(),
                call.reason(),
                call.reasonSource(),
                call.startedAt(),
                call.endedAt(),
                call.allowed(),
                call.callSeq(),
                call.talked(),
                true,
                call.parentCallId(),
                call.platformTime(),
                call.facts(),
                call.shown(),
                call.raw());
    }
}

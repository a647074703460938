package dev.trunkline.call;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
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
                "",
                dial.createdAt());
    }

    /** A call that the platform tells of. @param cause the dial, consult or Accept it came from, if it was one of ours */
    public static CallRecord found(
            AgentKey key, String vendor, String channel, CallSnapshot news, Optional<CommandRecord> cause) {
        if (cause.map(CommandRecord::verb).equals(Optional.of(Verb.MAKE_CALL))) {
            return announced(cause.get());
        }
        return fresh(
                key,
                vendor,
                cause.map(CommandRecord::channel).orElse(channel),
                Ids.callRef(),
                cause.map(command -> command.data().get("toAddress"))
                        .map(Object::toString)
                        .orElse(news.toAddress()),
                cause.flatMap(CommandRecord::callId).orElse(""),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static CallRecord fresh(
            AgentKey key, String vendor, String channel, String callRef, String to, String parent, Instant startedAt) {
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
                parent,
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

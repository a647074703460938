package dev.trunkline.call;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of the ledger. */
final class CallStore {
    private CallStore() {}

    static void insert(Handle handle, CallRecord call) {
        bind(
                        handle.createUpdate(
                                "insert into call_record (tenant, call_ref, agent, vendor, channel, call_id, to_address,"
                                        + " life_cycle, reason, reason_source, started_at, ended_at, allowed, call_seq, talked, drop_asked,"
                                        + " parent_id, platform_time, facts, shown, raw) values (:tenant, :callRef, :agent, :vendor,"
                                        + " :channel, :callId, :to, :lifeCycle, :reason, :reasonSource, :startedAt, :endedAt, :allowed,"
                                        + " :callSeq, :talked, :dropAsked, :parent, :platformTime, :facts, :shown, :raw)"),
                        call)
                .execute();
    }

    /**
     * Writes a call as it is after more events. Only what follows the stored event is taken: when a change could not be stored,
     * none that came after it can be, until the ledger is read again.
     *
     * @param from number of the event at which the stored row must stand
     */
    static void advance(Handle handle, CallRecord call, long from) {
        int written = bind(
                        handle.createUpdate(
                                "update call_record set channel = :channel, call_id = :callId, to_address = :to,"
                                        + " life_cycle = :lifeCycle, reason = :reason, reason_source = :reasonSource, ended_at = :endedAt,"
                                        + " allowed = :allowed, call_seq = :callSeq, talked = :talked, drop_asked = :dropAsked,"
                                        + " parent_id = :parent, platform_time = :platformTime, facts = :facts, shown = :shown,"
                                        + " raw = :raw where tenant = :tenant and call_ref = :callRef and agent = :agent"
                                        + " and vendor = :vendor and started_at = :startedAt and call_seq = :from"),
                        call)
                .bind("from", from)
                .execute();
        if (written == 0 && from == 0) {
            insert(handle, call);
        } else if (written != 1) {
            throw new IllegalStateException("call " + call.callRef() + " does not stand at event " + from);
        }
    }

    private static Update bind(Update update, CallRecord call) {
        return update.bind("tenant", call.key().tenant())
                .bind("agent", call.key().agent())
                .bind("vendor", call.vendor())
                .bind("channel", call.channel())
                .bind("callRef", call.callRef())
                .bind("callId", call.callId().orElse(null))
                .bind("to", call.to())
                .bind("lifeCycle", call.lifeCycle().map(LifeCycle::name).orElse(null))
                .bind("reason", call.reason().name())
                .bind("reasonSource", call.reasonSource())
                .bind("startedAt", call.startedAt().toEpochMilli())
                .bind("endedAt", call.endedAt().map(Instant::toEpochMilli).orElse(null))
                .bind("allowed", call.allowed().stream().map(Verb::name).collect(Collectors.joining(" ")))
                .bind("callSeq", call.callSeq())
                .bind("talked", call.talked())
                .bind("dropAsked", call.dropAsked())
                .bind("parent", call.parentCallId())
                .bind("platformTime", call.platformTime())
                .bind("facts", call.facts())
                .bind("shown", Json.text(call.shown()))
                .bind("raw", call.raw());
    }

    /** A dial that came to nothing: its announced call ends without ever having been one. */
    static void never(Handle handle, AgentKey key, String callRef, Reason reason) {
        handle.execute(
                "update call_record set ended_at = ?, reason = ?, reason_source = 'REPORTED' where tenant = ? and call_ref = ? and"
                        + " call_id is null",
                Instant.now().toEpochMilli(),
                reason.name(),
                key.tenant(),
                callRef);
    }

    /** The announced call of a dial that was never taken. */
    static void forget(Handle handle, CommandRecord dial) {
        if (dial.verb() == Verb.MAKE_CALL) {
            handle.execute(
                    "delete from call_record where tenant = ? and call_ref = ? and call_id is null",
                    dial.key().tenant(),
                    dial.callRef().orElse(""));
        }
    }

    static CallRecord record(ResultSet row) throws SQLException {
        long ended = row.getLong("ended_at");
        Optional<Instant> endedAt = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
        return new CallRecord(
                new AgentKey(row.getString("tenant"), row.getString("agent")),
                row.getString("vendor"),
                row.getString("channel"),
                row.getString("call_ref"),
                Optional.ofNullable(row.getString("call_id")),
                row.getString("to_address"),
                Optional.ofNullable(row.getString("life_cycle")).map(LifeCycle::valueOf),
                Reason.valueOf(row.getString("reason")),
                Optional.ofNullable(row.getString("reason_source")).orElse(""),
                Instant.ofEpochMilli(row.getLong("started_at")),
                endedAt,
                verbs(row.getString("allowed")),
                row.getLong("call_seq"),
                row.getBoolean("talked"),
                row.getBoolean("drop_asked"),
                Optional.ofNullable(row.getString("parent_id")).orElse(""),
                row.getString("platform_time"),
                row.getString("facts"),
                shown(row.getString("shown")),
                row.getString("raw"));
    }

    private static Set<Verb> verbs(String words) {
        Set<Verb> verbs = new LinkedHashSet<>();
        for (String word : words.split(" ")) {
            if (!word.isEmpty()) {
                verbs.add(Verb.valueOf(word));
            }
        }
        return verbs;
    }

    private static Map<String, String> shown(String text) {
        Map<String, String> shown = new LinkedHashMap<>();
        Map<?, ?> stored = Json.read(text, Map.class);
        stored.forEach((name, digest) -> shown.put(name.toString(), digest.toString()));
        return shown;
    }
}

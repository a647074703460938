package dev.trunkline.call;

import dev.trunkline.model.AgentKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads calls: for clients that ask instead of listening (contract 13.2), and for the ledger after a restart. */
@ApplicationScoped
public class Calls {
    private final Jdbi jdbi;

    /** For the container's proxies. */
    protected Calls() {
        this(null);
    }

    @Inject
    public Calls(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Calls of an agent, oldest first. @param after a callRef, or empty */
    public List<CallRecord> list(AgentKey key, boolean ended, Optional<String> after, int limit) {
        long from = after.flatMap(ref -> find(key, ref))
                .map(call -> call.startedAt().toEpochMilli())
                .orElse(Long.MIN_VALUE);
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from call_record where tenant = ? and agent = ? and ended_at is "
                                + (ended ? "not " : "")
                                + "null and (started_at > ? or (started_at = ? and call_ref > ?)) order by started_at, call_ref limit "
                                + limit)
                        .bind(0, key.tenant())
                        .bind(1, key.agent())
                        .bind(2, from)
                        .bind(3, from)
                        .bind(4, after.orElse(""))
                        .map((row, context) -> CallStore.record(row))
                        .list());
    }

    public Optional<CallRecord> find(AgentKey key, String callRef) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from call_record where tenant = ? and agent = ? and call_ref = ?")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .bind(2, callRef)
                .map((row, context) -> CallStore.record(row))
                .findOne());
    }

    /** Calls of an agent on one platform that have not ended, as the ledger last stored them. */
    public List<CallRecord> open(AgentKey key, String vendor) {
        return list(key, false, Optional.empty(), Integer.MAX_VALUE).stream()
                .filter(call -> call.vendor().equals(vendor) && call.callId().isPresent())
                .toList();
    }

    /** Calls that ended since, the earliest first: platform id to the platform's time of the end. News of them is old news. */
    public Map<String, String> endedSince(AgentKey key, String vendor, Instant since) {
        Map<String, String> ended = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select call_id, case reason when 'UNKNOWN_GAP' then '' else platform_time end from call_record where tenant = ? and agent = ? and vendor = ? and"
                                + " ended_at > ? and call_id is not null order by ended_at")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .bind(2, vendor)
                .bind(3, since.toEpochMilli())
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(call -> ended.put(call.getKey(), call.getValue())));
        return ended;
    }
}

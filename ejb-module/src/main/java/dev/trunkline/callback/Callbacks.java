package dev.trunkline.callback;

import dev.trunkline.model.AgentKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads callbacks (contract 13.5). */
@ApplicationScoped
public class Callbacks {
    private static final String OF_AN_AGENT =
            "select callback.*, call_record.to_address from callback left join call_record on call_record.tenant ="
                    + " callback.tenant and call_record.call_ref = callback.call_ref where callback.tenant = :tenant and"
                    + " callback.agent = :agent";

    private final Jdbi jdbi;

    /** For the container's proxies. */
    protected Callbacks() {
        this(null);
    }

    @Inject
    public Callbacks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Callbacks of an agent, the next one first.
     *
     * @param over those that were cancelled or whose time has passed, else those to come
     * @param after an id, or empty
     */
    public List<CallbackRecord> list(AgentKey key, boolean over, Optional<String> after, int limit) {
        Optional<CallbackRecord> from = after.flatMap(id -> find(key, id));
        return jdbi.withHandle(handle -> handle.createQuery(OF_AN_AGENT + " and "
                        + (over ? "(cancelled or coalesce(callback_until, callback_at) < :now)" : "")
                        + (over ? "" : "not cancelled and coalesce(callback_until, callback_at) >= :now")
                        + " and (callback_at > :from or (callback_at = :from and id > :after)) order by callback_at, id limit "
                        + limit)
                .bind("tenant", key.tenant())
                .bind("agent", key.agent())
                .bind("now", Instant.now().toEpochMilli())
                .bind("from", from.map(one -> one.at().toEpochMilli()).orElse(Long.MIN_VALUE))
                .bind("after", from.map(CallbackRecord::id).orElse(""))
                .map((row, context) -> record(row))
                .list());
    }

    /** A callback that this agent arranged on that platform. */
    public Optional<CallbackRecord> find(AgentKey key, String vendor, String id) {
        return find(key, id).filter(found -> found.vendor().equals(vendor));
    }

    private Optional<CallbackRecord> find(AgentKey key, String id) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_AN_AGENT + " and id = :id")
                .bind("tenant", key.tenant())
                .bind("agent", key.agent())
                .bind("id", id)
                .map((row, context) -> record(row))
                .findOne());
    }

    private static CallbackRecord record(ResultSet row) throws SQLException {
        long until = row.getLong("callback_until");
        Optional<Instant> latest = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until));
        return new CallbackRecord(
                new AgentKey(row.getString("tenant"), row.getString("agent")),
                row.getString("id"),
                row.getString("vendor"),
                row.getString("channel"),
                row.getString("call_ref"),
                row.getString("call_id"),
                text(row, "to_address").orElse(""),
                text(row, "callback_number"),
                Instant.ofEpochMilli(row.getLong("callback_at")),
                latest,
                text(row, "time_zone"),
                text(row, "queue_id"),
                text(row, "customer_name"),
                text(row, "note"),
                row.getBoolean("cancelled"),
                row.getString("command_id"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }
}

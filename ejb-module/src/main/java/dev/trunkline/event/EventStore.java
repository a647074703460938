package dev.trunkline.event;

import dev.trunkline.event.Change.Alongside;
import dev.trunkline.model.AgentKey;
import dev.trunkline.owner.Owner;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatements;

/** The rows of the log. One call of {@link #append} is one commit. */
class EventStore {
    private static final String COLUMNS = "tenant, agent, seq, event_id, stored_at, vendor, call_ref, forms, gateway";

    private final Jdbi jdbi;
    private final Owner owner;
    private final HourTables hours;

    EventStore(Jdbi jdbi, Owner owner) {
        this.jdbi = jdbi;
        this.owner = owner;
        this.hours = new HourTables(jdbi);
    }

    HourTables hours() {
        return hours;
    }

    /** Numbers and stores all of them, with what is written alongside, or none. */
    List<StoredEvent> append(List<Change> changes) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String table = hours.at(now);
        changes.forEach(change -> owner.epoch(change.key()));
        return jdbi.inTransaction(handle -> {
            Map<AgentKey, Position> positions = new HashMap<>();
            List<StoredEvent> stored = new ArrayList<>(changes.size());
            Map<String, Alongside> rows = new LinkedHashMap<>();
            for (Change change : changes) {
                Position position =
                        positions.computeIfAbsent(change.key(), key -> Position.of(handle, key, owner.epoch(key)));
                stored.add(number(change, position.next(), now));
                change.alongside().forEach(write -> write(handle, write, rows));
            }
            rows.values().forEach(write -> write.write(handle));
            insert(handle, table, stored);
            positions.values().forEach(position -> position.move(handle));
            return stored;
        });
    }

    /** A row that changes more than once in a commit is written once, at its end. */
    private static void write(Handle handle, Alongside write, Map<String, Alongside> rows) {
        if (write.row().isEmpty()) {
            write.write(handle);
        } else {
            rows.merge(write.row(), write, Alongside::then);
        }
    }

    private static StoredEvent number(Change change, long seq, Instant now) {
        String id = UUID.randomUUID().toString();
        Gateway gateway = change.gateway().numbered(id, seq, Json.time(now));
        String callRef = gateway.callRef() == null ? "" : gateway.callRef();
        return new StoredEvent(
                change.key(),
                seq,
                id,
                now,
                change.vendor(),
                callRef,
                change.forms(),
                change.exact(),
                Json.text(gateway));
    }

    private static void insert(Handle handle, String table, List<StoredEvent> events) {
        long bytes = 0;
        PreparedBatch batch =
                handle.prepareBatch("insert into " + table + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (StoredEvent event : events) {
            String forms = new Forms(event.forms(), event.exact()).encode();
            bytes += forms.getBytes(StandardCharsets.UTF_8).length
                    + event.gateway().length();
            batch.add(
                    event.key().tenant(),
                    event.key().agent(),
                    event.seq(),
                    event.eventId(),
                    event.time().toEpochMilli(),
                    event.vendor(),
                    event.callRef(),
                    forms,
                    event.gateway());
        }
        batch.execute();
        handle.execute("update event_hour set bytes = bytes + ? where name = ?", bytes, table);
    }

    /**
     * Oldest first, at most {@code limit}, as the stream stands when it is asked: what is stored while we go from table to table would
     * be seen in the next one and missed in this.
     */
    List<StoredEvent> page(AgentKey key, long after, int limit, String callRef) {
        return jdbi.withHandle(handle -> {
            long last = Position.last(handle, key);
            List<StoredEvent> page = new ArrayList<>();
            for (String table : hours.oldestFirst()) {
                if (page.size() < limit) {
                    Slice slice = new Slice(after, last, limit - page.size());
                    page.addAll(HourTables.unlessDropped(() -> pageOf(handle, table, key, slice, callRef)));
                }
            }
            return page;
        });
    }

    /** Numbers above {@code after}, up to {@code last}. */
    private record Slice(long after, long last, int limit) {}

    /** Ordered by a whole index: by its last column alone, H2 would sort all that is left of the stream for each page. */
    private static List<StoredEvent> pageOf(Handle handle, String table, AgentKey key, Slice slice, String callRef) {
        String which = callRef.isEmpty()
                ? " order by tenant, agent, seq limit "
                : " and call_ref = :call order by tenant, agent, call_ref, seq limit ";
        return handle.createQuery("select " + COLUMNS + " from " + table
                        + " where tenant = :tenant and agent = :agent and seq > :after and seq <= :last" + which
                        + slice.limit)
                .bind("tenant", key.tenant())
                .bind("agent", key.agent())
                .bind("after", slice.after)
                .bind("last", slice.last)
                .bind("call", callRef)
                .configure(SqlStatements.class, settings -> settings.setUnusedBindingAllowed(true))
                .map((row, context) -> row(row))
                .list();
    }

    private static StoredEvent row(ResultSet row) throws SQLException {
        Forms forms = Forms.decode(row.getString("forms"));
        return new StoredEvent(
                new AgentKey(row.getString("tenant"), row.getString("agent")),
                row.getLong("seq"),
                row.getString("event_id"),
                Instant.ofEpochMilli(row.getLong("stored_at")),
                row.getString("vendor"),
                row.getString("call_ref"),
                forms.messages(),
                forms.exact(),
                row.getString("gateway"));
    }

    Optional<StoredEvent> lastOfCall(AgentKey key, String callRef) {
        List<String> newestFirst = new ArrayList<>(hours.oldestFirst());
        Collections.reverse(newestFirst);
        return jdbi.withHandle(handle -> newestFirst.stream()
                .flatMap(table -> HourTables.unlessDropped(() -> lastOfCall(handle, table, key, callRef)).stream())
                .findFirst());
    }

    private static List<StoredEvent> lastOfCall(Handle handle, String table, AgentKey key, String callRef) {
        return handle.createQuery("select " + COLUMNS + " from " + table
                        + " where tenant = ? and agent = ? and call_ref = ?"
                        + " order by tenant desc, agent desc, call_ref desc, seq desc limit 1")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .bind(2, callRef)
                .map((row, context) -> row(row))
                .list();
    }

    LogRange range(AgentKey key) {
        return jdbi.withHandle(handle -> {
            long last = Position.last(handle, key);
            for (String table : hours.oldestFirst()) {
                List<Long> oldest = HourTables.unlessDropped(() -> oldestOf(handle, table, key));
                if (!oldest.isEmpty()) {
                    return new LogRange(oldest.get(0), last);
                }
            }
            return new LogRange(last + 1, last);
        });
    }

    /** Not {@code min(seq)}, for which H2 would read all of the stream. */
    private static List<Long> oldestOf(Handle handle, String table, AgentKey key) {
        return handle.createQuery("select seq from " + table
                        + " where tenant = ? and agent = ? order by tenant, agent, seq limit 1")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .mapTo(Long.class)
                .list();
    }
}

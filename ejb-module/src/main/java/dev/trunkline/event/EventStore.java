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
        return append(new Attempt(changes, List.of()));
    }

    /** The same once more, if it is in doubt whether an earlier try took place. */
    List<StoredEvent> append(Attempt attempt) {
        List<StoredEvent> already = attempt.inDoubt() ? stored(attempt) : List.of();
        return already.isEmpty() ? write(attempt) : already;
    }

    private List<StoredEvent> write(Attempt attempt) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String table = attempt.changes().isEmpty() ? "" : hours.at(now);
        attempt.changes().forEach(change -> owner.epoch(change.key()));
        return jdbi.inTransaction(handle -> {
            Map<AgentKey, Position> positions = new HashMap<>();
            List<StoredEvent> stored = new ArrayList<>(attempt.changes().size());
            Map<String, Alongside> rows = new LinkedHashMap<>();
            for (Change change : attempt.changes()) {
                Position position = positions.computeIfAbsent(change.key(), key -> position(handle, key, attempt));
                stored.add(number(change, position.next(), now));
                change.alongside().forEach(write -> write(handle, write, rows));
            }
            attempt.writes().forEach(write -> write(handle, write, rows));
            rows.values().forEach(write -> write.write(handle));
            if (!stored.isEmpty()) {
                insert(handle, table, stored);
            }
            positions.values().forEach(position -> position.move(handle));
            return stored;
        });
    }

    private Position position(Handle handle, AgentKey key, Attempt attempt) {
        Position position = Position.of(handle, key, owner.epoch(key));
        attempt.stands(key, position.last());
        return position;
    }

    /** What an attempt stored though it seemed to fail: all or nothing, since it is one commit. */
    private List<StoredEvent> stored(Attempt attempt) {
        Map<String, StoredEvent> found = new HashMap<>();
        attempt.changes().stream().map(Change::key).distinct().forEach(key -> attempt.before(key)
                .ifPresent(before -> page(key, before, attempt.changes().size(), "")
                        .forEach(event -> found.put(event.eventId(), event))));
        return attempt.changes().stream().map(Change::id).allMatch(found::containsKey)
                ? attempt.changes().stream()
                        .map(change -> found.get(change.id()))
                        .toList()
                : List.of();
    }

    /** A write that comes as far as the disk; it throws if none does. */
    void beat() {
        hours.at(Instant.now());
        jdbi.useHandle(EventStore::beat);
    }

    static void beat(Handle handle) {
        handle.execute(
                "update event_hour set bytes = bytes + 1 where started_at = (select max(started_at) from event_hour)");
    }

    static void look(Handle handle) {
        handle.createQuery("select 1").mapTo(Integer.class).one();
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
        Gateway gateway = change.gateway().numbered(change.id(), seq, Json.time(now));
        String callRef = gateway.callRef() == null ? "" : gateway.callRef();
        return new StoredEvent(
                change.key(),
                seq,
                change.id(),
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

package dev.trunkline.event;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementException;

/**
 * The log is kept by the hour, so that old events go by dropping a table: deleting rows would cost as much as writing them did,
 * and would not give the space back.
 */
class HourTables {
    private static final Logger LOG = Logger.getLogger(HourTables.class.getName());
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'event_'yyyyMMddHH").withZone(ZoneOffset.UTC);
    private static final long HOUR = 3_600_000L;
    /** H2 and PostgreSQL. */
    private static final Set<String> NO_SUCH_TABLE = Set.of("42S02", "42P01");

    private static final int LONGEST_DROP_SECONDS = 2;

    private final Jdbi jdbi;
    /** Names of all hour tables, oldest first. */
    private final List<String> names;

    HourTables(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.names = new CopyOnWriteArrayList<>();
        names.addAll(jdbi.withHandle(handle -> handle.createQuery("select name from event_hour order by started_at")
                .mapTo(String.class)
                .list()));
    }

    /** The table for events of this moment, made if it is not there yet. A clock set back does not go back a table. */
    synchronized String at(Instant now) {
        String name = NAME.format(now);
        if (names.isEmpty() || names.get(names.size() - 1).compareTo(name) < 0) {
            jdbi.useTransaction(handle -> make(handle, name, now));
            names.add(name);
        }
        return names.get(names.size() - 1);
    }

    private static void make(Handle handle, String name, Instant now) {
        handle.execute("create table if not exists " + name
                + " (tenant varchar(64) not null, agent varchar(128) not null, seq bigint not null, event_id varchar(64) not null,"
                + " stored_at bigint not null, vendor varchar(32) not null, call_ref varchar(64) not null, forms text not null,"
                + " gateway text not null, primary key (tenant, agent, seq))");
        handle.execute("create index if not exists " + name + "_call on " + name + " (tenant, agent, call_ref, seq)");
        handle.execute(
                "insert into event_hour (name, started_at, bytes) values (?, ?, 0)",
                name,
                now.toEpochMilli() / HOUR * HOUR);
    }

    List<String> oldestFirst() {
        return names;
    }

    /** What the question finds in a table; nothing if the table was dropped since we had its name. */
    static <T> List<T> unlessDropped(Supplier<List<T>> question) {
        try {
            return question.get();
        } catch (StatementException failed) {
            if (failed.getCause() instanceof SQLException why && NO_SUCH_TABLE.contains(why.getSQLState())) {
                return List.of();
            }
            throw failed;
        }
    }

    /** Drops whole hours that are older than {@code before}, then the oldest until at most {@code maxBytes} stay; never the last. */
    synchronized List<String> dropOld(Instant before, long maxBytes) {
        List<Hour> hours = jdbi.withHandle(
                handle -> handle.createQuery("select name, started_at, bytes from event_hour order by started_at")
                        .map((row, context) -> new Hour(row.getString(1), row.getLong(2), row.getLong(3)))
                        .list());
        long kept = hours.stream().mapToLong(Hour::bytes).sum();
        List<String> dropped = new ArrayList<>();
        for (Hour hour : hours.subList(0, Math.max(0, hours.size() - 1))) {
            if (hour.startedAt + HOUR > before.toEpochMilli() && kept <= maxBytes) {
                break;
            }
            if (!drop(hour.name)) {
                break;
            }
            kept -= hour.bytes;
            dropped.add(hour.name);
        }
        return dropped;
    }

    /**
     * A reader that takes long, a backup for one, keeps the table from being dropped, and on PostgreSQL those who come after us wait
     * behind us: so we do not wait long, and try again another time.
     */
    private boolean drop(String name) {
        names.remove(name);
        try {
            jdbi.useTransaction(handle -> {
                handle.createUpdate("drop table if exists " + name)
                        .setQueryTimeout(LONGEST_DROP_SECONDS)
                        .execute();
                handle.execute("delete from event_hour where name = ?", name);
            });
            return true;
        } catch (JdbiException busy) {
            names.add(0, name);
            LOG.log(Level.INFO, "{0} is being read and stays for now: {1}", new Object[] {name, busy.getMessage()});
            return false;
        }
    }

    private record Hour(String name, long startedAt, long bytes) {}
}

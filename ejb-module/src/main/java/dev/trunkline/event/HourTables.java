package dev.trunkline.event;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The log is kept by the hour, so that old events go by dropping a table: deleting rows would cost as much as writing them did,
 * and would not give the space back.
 */
class HourTables {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'event_'yyyyMMddHH").withZone(ZoneOffset.UTC);
    private static final long HOUR = 3_600_000L;

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
            jdbi.useHandle(handle -> make(handle, name, now));
            names.add(name);
        }
        return names.get(names.size() - 1);
    }

    private static void make(Handle handle, String name, Instant now) {
        handle.execute("create table if not exists " + name
                + " (tenant varchar(64) not null, agent varchar(128) not null, seq bigint not null, event_id varchar(64) not null,"
                + " stored_at bigint not null, vendor varchar(32) not null, call_ref varchar(64) not null, forms text not null,"
                + " gateway text not null, primary key (tenant, agent, seq))");
        handle.execute("create index if not exists " + name + "_call on " + name + " (tenant, call_ref)");
        handle.execute(
                "insert into event_hour (name, started_at, bytes) values (?, ?, 0)",
                name,
                now.toEpochMilli() / HOUR * HOUR);
    }

    List<String> oldestFirst() {
        return names;
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
            kept -= hour.bytes;
            drop(hour.name);
            dropped.add(hour.name);
        }
        return dropped;
    }

    private void drop(String name) {
        names.remove(name);
        jdbi.useHandle(handle -> {
            handle.execute("drop table if exists " + name);
            handle.execute("delete from event_hour where name = ?", name);
        });
    }

    private record Hour(String name, long startedAt, long bytes) {}
}

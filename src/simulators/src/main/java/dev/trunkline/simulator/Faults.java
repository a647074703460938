package dev.trunkline.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faults in force on one platform: each lasts for a time, or for a number of requests. Safe for threads. */
public final class Faults {
    private final List<Entry> entries = new ArrayList<>();

    /** In force for its seconds, or the usual time if it names none. */
    public synchronized void addFor(Fault fault, Duration usual) {
        entries.add(new Entry(fault, System.nanoTime() + fault.duration(usual).toNanos(), Integer.MAX_VALUE));
    }

    /** In force for its count of requests (one if it names none), however long that takes. */
    public synchronized void addTimes(Fault fault) {
        entries.add(new Entry(fault, Long.MAX_VALUE, fault.count() == null ? 1 : fault.count()));
    }

    /** In force until it is removed. */
    public synchronized void addForever(Fault fault) {
        entries.add(new Entry(fault, Long.MAX_VALUE, Integer.MAX_VALUE));
    }

    /** The fault of this kind that hits this agent now; it counts as used once. */
    public synchronized Optional<Fault> take(String kind, String agent) {
        Iterator<Entry> all = entries.iterator();
        while (all.hasNext()) {
            Entry entry = all.next();
            if (entry.over()) {
                all.remove();
            } else if (entry.fault.kind().equals(kind) && entry.fault.concerns(agent)) {
                entry.left--;
                return Optional.of(entry.fault);
            }
        }
        return Optional.empty();
    }

    public boolean active(String kind, String agent) {
        return take(kind, agent).isPresent();
    }

    /** Whether it hits everybody, before one knows who is there. */
    public synchronized boolean activeForAll(String kind) {
        return entries.stream()
                .anyMatch(entry -> !entry.over() && entry.fault.kind().equals(kind) && entry.fault.agent() == null);
    }

    public synchronized void remove(String kind, String agent) {
        entries.removeIf(entry -> entry.fault.kind().equals(kind) && entry.fault.concerns(agent));
    }

    public synchronized void clear() {
        entries.clear();
    }

    private static final class Entry {
        private final Fault fault;
        private final long until;
        private int left;

        Entry(Fault fault, long until, int left) {
            this.fault = fault;
            this.until = until;
            this.left = left;
        }

        boolean over() {
            return left <= 0 || until != Long.MAX_VALUE && System.nanoTime() - until >= 0;
        }
    }
}

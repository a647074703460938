package dev.trunkline.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults in force on one platform: each lasts for a time, or for a number of requests. Safe for threads. */
public final class Faults {
    private final List<Entry> entries;
    private final String node;

    public Faults() {
        this(new ArrayList<>(), null);
    }

    private Faults(List<Entry> entries, String node) {
        this.entries = entries;
        this.node = node;
    }

    /** The same faults as one server of the platform meets them: what is added here happens there alone. */
    public Faults at(String oneNode) {
        return new Faults(entries, oneNode);
    }

    /** In force for its seconds, or the usual time if it names none. */
    public void addFor(Fault fault, Duration usual) {
        add(fault, System.nanoTime() + fault.duration(usual).toNanos(), Integer.MAX_VALUE);
    }

    /** In force for its count of requests (one if it names none), however long that takes. */
    public void addTimes(Fault fault) {
        add(fault, Long.MAX_VALUE, fault.count() == null ? 1 : fault.count());
    }

    /** In force until it is removed. */
    public void addForever(Fault fault) {
        add(fault, Long.MAX_VALUE, Integer.MAX_VALUE);
    }

    private void add(Fault fault, long until, int times) {
        synchronized (entries) {
            entries.add(new Entry(node == null ? fault : fault.at(node), until, times));
        }
    }

    /** The fault of this kind that hits this agent now; it counts as used once. */
    public Optional<Fault> take(String kind, String agent) {
        synchronized (entries) {
            entries.removeIf(Entry::over);
            Optional<Entry> first = entries.stream()
                    .filter(entry -> hits(entry.fault, kind, agent))
                    .findFirst();
            first.ifPresent(entry -> entry.left--);
            return first.map(entry -> entry.fault);
        }
    }

    private boolean hits(Fault fault, String kind, String agent) {
        return fault.kind().equals(kind) && fault.concerns(agent) && fault.happensAt(node);
    }

    public boolean active(String kind, String agent) {
        return take(kind, agent).isPresent();
    }

    /** Whether it hits everybody, before one knows who is there. */
    public boolean activeForAll(String kind) {
        synchronized (entries) {
            return entries.stream()
                    .anyMatch(entry -> !entry.over() && entry.fault.agent() == null && hits(entry.fault, kind, ""));
        }
    }

    public void remove(String kind, String agent) {
        synchronized (entries) {
            entries.removeIf(entry -> hits(entry.fault, kind, agent));
        }
    }

    public void clear() {
        synchronized (entries) {
            entries.clear();
        }
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

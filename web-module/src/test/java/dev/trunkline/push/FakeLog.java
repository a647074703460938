package dev.trunkline.push;

import dev.trunkline.desk.Asker;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.LogRange;
import dev.trunkline.event.Origin;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.model.AgentKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** An agent's stream in memory. */
final class FakeLog implements Backlog {
    static final AgentKey ALICE = new AgentKey("default", "alice");

    private final ConcurrentSkipListMap<Long, StoredEvent> rows = new ConcurrentSkipListMap<>();
    private volatile long oldest = 1;
    private volatile long last;

    /** Stores the next change; telling it is the caller's matter. */
    synchronized StoredEvent append() {
        long seq = last + 1;
        StoredEvent event = new StoredEvent(
                ALICE,
                seq,
                "e" + seq,
                Instant.EPOCH,
                "finesse",
                "",
                Map.of("Finesse", "{\"n\":" + seq + "}", "Cisco", "{\"c\":" + seq + "}"),
                Set.of("Finesse"),
                "{\"v\":1,\"seq\":" + seq + "}");
        rows.put(seq, event);
        last = seq;
        return event;
    }

    FakeLog with(int changes) {
        for (int i = 0; i < changes; i++) {
            append();
        }
        return this;
    }

    void letGoBefore(long seq) {
        rows.headMap(seq).clear();
        oldest = seq;
    }

    @Override
    public List<StoredEvent> page(long after, int limit) {
        return rows.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public LogRange range() {
        return new LogRange(oldest, last);
    }

    @Override
    public List<AgentTold> sync(Asker asker) {
        return List.of(told("{\"sync\":true}"));
    }

    static AgentTold told(String text) {
        return AgentTold.of(ALICE, "finesse", Map.of("Finesse", text), Origin.EVENT);
    }
}

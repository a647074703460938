package dev.trunkline.simulator.finesse;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what was asked for. */
public final class Counters {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(String what) {
        counts.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        return all;
    }

    void clear() {
        counts.clear();
    }
}

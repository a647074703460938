package dev.trunkline.simulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often what was asked for. Every platform counts {@code requests}, {@code reads}, {@code dial} and {@code commands}, and what it
 * refused as {@code refused 401} and so on.
 */
public final class Counters {
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(String what) {
        count(what, 1);
    }

    public void count(String what, long times) {
        counts.computeIfAbsent(what, name -> new LongAdder()).add(times);
    }

    public Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        return all;
    }

    public void clear() {
        counts.clear();
    }
}

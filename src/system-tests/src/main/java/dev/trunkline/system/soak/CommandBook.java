package dev.trunkline.system.soak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every command that was accepted, and when and how it was settled. Times in microseconds. */
final class CommandBook {
    private final Map<String, Accepted> accepted = new ConcurrentHashMap<>();
    private final Map<String, Settled> settled = new ConcurrentHashMap<>();

    /** A command whose acknowledgement came. */
    record Accepted(String id, String agent, String verb, long at) {}

    /** @param code why it failed; {@code ""}: it is done. @param at when the gateway stored that */
    record Settled(long at, String code) {}

    void accepted(String id, String agent, String verb, long at) {
        accepted.putIfAbsent(id, new Accepted(id, agent, verb, at));
    }

    /** An event named it; the first one counts. */
    void settled(String id, long at, String code) {
        settled.putIfAbsent(id, new Settled(at, code));
    }

    Collection<Accepted> all() {
        return List.copyOf(accepted.values());
    }

    Optional<Settled> outcome(String id) {
        return Optional.ofNullable(settled.get(id));
    }

    /** How long the longest took, of the time in which the gateway was up. */
    long slowest(Outages outages) {
        return all().stream()
                .mapToLong(command -> outcome(command.id)
                        .map(end -> outages.upTime(command.at, Math.max(command.at, end.at)))
                        .orElse(0L))
                .max()
                .orElse(0);
    }

    /** Each sentence is a command that took longer than it may. */
    List<String> slowerThan(long micros, Outages outages) {
        List<String> slow = new ArrayList<>();
        for (Accepted command : all()) {
            outcome(command.id)
                    .map(end -> outages.upTime(command.at, Math.max(command.at, end.at)))
                    .filter(took -> took > micros)
                    .ifPresent(took -> slow.add(command.agent + " " + command.verb + " " + command.id
                            + " was settled after " + took / 1_000 + " ms"));
        }
        return slow;
    }
}

package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.webexcc.wire.Ani;
import dev.trunkline.vendor.webexcc.wire.AuxCode;
import dev.trunkline.vendor.webexcc.wire.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What is the same for all agents of an organisation, or of a desktop profile: read once and kept for a while, since requests are scarce
 * (sheet 7).
 */
public final class WebexccDirectory {
    private final WebexccClient client;
    private final Duration keep;
    private final LongSupplier clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Object value, long since) {}

    WebexccDirectory(WebexccClient client, Duration keep, LongSupplier clock) {
        this.client = client;
        this.keep = keep;
        this.clock = clock;
    }

    List<AuxCode> auxCodes(AgentSession agent) {
        return known(client.organisation(agent) + " codes", () -> client.auxCodes(agent));
    }

    /** @param id may be empty, where nothing is known of the agent */
    Profile profile(AgentSession agent, String id) {
        return id.isEmpty()
                ? Profile.UNKNOWN
                : known(client.organisation(agent) + " profile " + id, () -> client.profile(agent, id));
    }

    /** @param listId may be empty */
    List<Ani> anis(AgentSession agent, String listId) {
        return listId.isEmpty()
                ? List.of()
                : known(client.organisation(agent) + " ani " + listId, () -> client.anis(agent, listId));
    }

    @SuppressWarnings("unchecked")
    private <T> T known(String key, Supplier<T> asked) {
        Kept last = kept.get(key);
        if (last != null && clock.getAsLong() - last.since() < keep.toNanos()) {
            return (T) last.value();
        }
        T fresh = asked.get();
        kept.put(key, new Kept(fresh, clock.getAsLong()));
        return fresh;
    }
}

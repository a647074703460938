package dev.trunkline.event;

import static java.util.Objects.requireNonNull;

import dev.trunkline.model.AgentKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * One change, before it is numbered.
 *
 * @param id of the event that it becomes, made before it is tried to be stored: by it an event is found that was stored unnoticed
 * @param key whose stream it goes into
 * @param vendor the platform it is about
 * @param forms channel name to message, profile exact
 * @param exact the channel names in whose form a listener of profile exact sees it (contract 3.1 rule 9)
 * @param gateway our block, not yet numbered
 * @param alongside what is written in the same commit: the call as it is now, the command that it settles
 */
public record Change(
        String id,
        AgentKey key,
        String vendor,
        Map<String, String> forms,
        Set<String> exact,
        Gateway gateway,
        List<Alongside> alongside) {
    public Change {
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(vendor, "vendor");
        requireNonNull(gateway, "gateway");
        forms = Map.copyOf(forms);
        exact = Set.copyOf(exact);
        alongside = List.copyOf(alongside);
    }

    public Change(
            AgentKey key,
            String vendor,
            Map<String, String> forms,
            Set<String> exact,
            Gateway gateway,
            List<Alongside> alongside) {
        this(UUID.randomUUID().toString(), key, vendor, forms, exact, gateway, alongside);
    }

    /** A write that belongs to a change. */
    @FunctionalInterface
    public interface Alongside {
        void write(Handle handle);

        /** Which row it writes, if a later write of the same commit may take its place; {@code ""} if none may. */
        default String row() {
            return "";
        }

        /** One write that does what this one and then the later one would do. */
        default Alongside then(Alongside later) {
            return later;
        }
    }
}

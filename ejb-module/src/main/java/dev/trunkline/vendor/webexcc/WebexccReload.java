package dev.trunkline.vendor.webexcc;

import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reading (sheet 5.5): it is asked for by REST and answered by events, one for the agent and one for each contact that he has, in any order.
 * Used on the lane only.
 */
final class WebexccReload {
    private boolean open;
    private Optional<Frame> agent = Optional.empty();
    private final Map<String, Frame> contacts = new LinkedHashMap<>();

    /** What such a message is to a reading. */
    enum Part {
        NONE,
        /** It belongs to the reading, of which more is to come. */
        MORE,
        LAST
    }

    /** Before it is asked for: its first event may be there before the answer. */
    void begin() {
        open = true;
        agent = Optional.empty();
        contacts.clear();
    }

    void stop() {
        open = false;
    }

    boolean open() {
        return open;
    }

    /** Whether the agent's part is there: then only contacts are missing. */
    boolean answered() {
        return agent.isPresent();
    }

    Part take(Frame frame) {
        if (!open) {
            return Part.NONE;
        }
        if (about(frame)) {
            agent = Optional.of(frame);
        } else if (WebexccKind.of(frame.type()) == WebexccKind.SNAPSHOT
                && !frame.interactionId().isEmpty()) {
            contacts.put(frame.interactionId(), frame);
        } else {
            return Part.NONE;
        }
        return complete() ? Part.LAST : Part.MORE;
    }

    /** Newer tenants name it by its channel (sheet 2.5). */
    static boolean about(Frame frame) {
        return success(frame) || failed(frame);
    }

    private static boolean success(Frame frame) {
        String type = frame.type().toLowerCase(Locale.ROOT);
        return type.equals("agentreloginsuccess") || type.equals("agentchannelreloginsuccess");
    }

    static boolean failed(Frame frame) {
        return frame.type().equalsIgnoreCase("AgentReloginFailed");
    }

    private boolean complete() {
        return agent.filter(frame ->
                        failed(frame) || named(frame) && contacts.keySet().containsAll(ids(frame)))
                .isPresent();
    }

    private static boolean named(Frame frame) {
        return frame.data().containsKey("interactionIds");
    }

    private static List<String> ids(Frame frame) {
        return WebexccJson.strings(frame.data(), "interactionIds");
    }

    /**
     * What was read.
     *
     * @param agent success or failure
     * @param contacts those that were told
     * @param present ids of all that the platform has of him
     */
    record Read(Frame agent, List<Frame> contacts, Set<String> present) {
        boolean loggedIn() {
            return !failed(agent);
        }
    }

    /** Ends it; only when {@link #answered}. */
    Read taken() {
        open = false;
        Frame said = agent.orElseThrow();
        Set<String> present = new HashSet<>(ids(said));
        present.addAll(contacts.keySet());
        return new Read(said, new ArrayList<>(contacts.values()), present);
    }
}

package dev.trunkline.vendor.five9.wire;

import java.util.List;
import java.util.Optional;

/**
 * What the agent is ready for (sheet 2.5).
 *
 * @param readyChannels of his present state
 * @param reason id of his Not Ready reason
 * @param since epoch milliseconds, or 0
 * @param pending what he will be when he is free, if that was put off
 */
public record Presence(List<String> readyChannels, String reason, long since, Optional<Presence> pending) {
    public Presence(List<String> readyChannels, String reason, long since) {
        this(readyChannels, reason, since, Optional.empty());
    }

    /** The platform has taken that he will be so, and has not told it yet. */
    public Presence then(Presence coming) {
        return new Presence(readyChannels, reason, since, Optional.of(coming));
    }

    /** What he is or will be. */
    public Presence last() {
        return pending.orElse(this);
    }

    /** Ready for calls. */
    public boolean ready() {
        return readyChannels.contains("CALL");
    }
}

package dev.trunkline.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that is to go wrong. Which kinds there are is the platform's affair; the words of every platform are {@code cut-stream},
 * {@code refuse-stream}, {@code slow}, {@code error}, {@code rate-limit}, {@code lose-answer}, {@code expire-auth}, {@code duplicate-events}
 * and {@code reorder-events}. A platform with two servers has nodes {@code a} and {@code b}; without a node it goes wrong at both.
 */
public record Fault(
        String kind,
        Double seconds,
        Integer status,
        Integer count,
        String agent,
        String text,
        Boolean raw,
        Integer perSecond,
        String node) {

    public Fault {
        if (kind == null || kind.isBlank()) {
            throw new RefusedException(
                    400, "A fault needs a kind, for example {\"kind\":\"cut-stream\",\"seconds\":3}.");
        }
        if (seconds != null && seconds < 0 || count != null && count < 0 || perSecond != null && perSecond < 0) {
            throw new RefusedException(400, "seconds, count and perSecond cannot be negative.");
        }
    }

    public static Fault of(String kind) {
        return new Fault(kind, null, null, null, null, null, null, null, null);
    }

    public Fault lasting(double forSeconds) {
        return new Fault(kind, forSeconds, status, count, agent, text, raw, perSecond, node);
    }

    public Fault times(int howOften) {
        return new Fault(kind, seconds, status, howOften, agent, text, raw, perSecond, node);
    }

    public Fault withStatus(int code) {
        return new Fault(kind, seconds, code, count, agent, text, raw, perSecond, node);
    }

    public Fault onlyFor(String oneAgent) {
        return new Fault(kind, seconds, status, count, oneAgent, text, raw, perSecond, node);
    }

    public Fault withText(String what, boolean atStreamLevel) {
        return new Fault(kind, seconds, status, count, agent, what, atStreamLevel, perSecond, node);
    }

    public Fault atRate(int changesPerSecond) {
        return new Fault(kind, seconds, status, count, agent, text, raw, changesPerSecond, node);
    }

    /** Of a platform with several servers: only at this one. */
    public Fault at(String oneNode) {
        return new Fault(kind, seconds, status, count, agent, text, raw, perSecond, oneNode);
    }

    /** The same time, agent and node, another thing that goes wrong. */
    public Fault as(String otherKind) {
        return new Fault(otherKind, seconds, status, count, agent, text, raw, perSecond, node);
    }

    public Duration duration(Duration usual) {
        return seconds == null ? usual : Duration.ofMillis(Math.round(seconds * 1000));
    }

    public Optional<String> onlyAgent() {
        return Optional.ofNullable(agent);
    }

    public boolean concerns(String oneAgent) {
        return agent == null || agent.equals(oneAgent);
    }

    /** Whether it happens at this node; no node is any. */
    public boolean happensAt(String oneNode) {
        return node == null || oneNode == null || node.equals(oneNode);
    }
}

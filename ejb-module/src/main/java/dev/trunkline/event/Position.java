package dev.trunkline.event;

import dev.trunkline.model.AgentKey;
import org.jdbi.v3.core.Handle;

/** How far an agent's stream is numbered. Moved by compare-and-set, so that an owner who is no longer the owner cannot write. */
final class Position {
    private final AgentKey key;
    private final long epoch;
    private final long before;
    /** The last number given. */
    private long last;

    private Position(AgentKey key, long epoch, long last) {
        this.key = key;
        this.epoch = epoch;
        this.before = last;
        this.last = last;
    }

    /** The last number of a stream, 0 if it has none. */
    static long last(Handle handle, AgentKey key) {
        return handle.createQuery("select last_seq from agent_stream where tenant = ? and agent = ?")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** @param epoch with which this process owns the stream */
    static Position of(Handle handle, AgentKey key, long epoch) {
        return new Position(key, epoch, last(handle, key));
    }

    /** The last number that is given. */
    long last() {
        return last;
    }

    long next() {
        return ++last;
    }

    void move(Handle handle) {
        int moved = handle.execute(
                "update agent_stream set last_seq = ? where tenant = ? and agent = ? and epoch = ? and last_seq = ?",
                last,
                key.tenant(),
                key.agent(),
                epoch,
                before);
        if (moved != 1) {
            throw new IllegalStateException("the stream of " + key + " is written by another owner");
        }
    }
}

package dev.trunkline.event;

import dev.trunkline.model.AgentKey;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far an agent's stream is numbered. Moved by compare-and-set, so that an owner who is no longer the owner cannot write. */
final class Position {
    private final AgentKey key;
    private final long epoch;
    private final long before;
    /** The last number given. */
    long last;

    private Position(AgentKey key, long epoch, long last) {
        this.key = key;
        this.epoch = epoch;
        this.before = last;
        this.last = last;
    }

    static Optional<Position> read(Handle handle, AgentKey key) {
        return handle.createQuery("select epoch, last_seq from agent_stream where tenant = ? and agent = ?")
                .bind(0, key.tenant())
                .bind(1, key.agent())
                .map((row, context) -> new Position(key, row.getLong(1), row.getLong(2)))
                .findOne();
    }

    static Position of(Handle handle, AgentKey key) {
        return read(handle, key).orElseGet(() -> {
            handle.execute(
                    "insert into agent_stream (tenant, agent, epoch, last_seq) values (?, ?, 1, 0)",
                    key.tenant(),
                    key.agent());
            return new Position(key, 1, 0);
        });
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

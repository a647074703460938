package dev.trunkline.command;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.call.CommandStore;
import dev.trunkline.event.CallChanged;
import dev.trunkline.model.AgentKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** Waits for a command on behalf of a client that asked for it ({@code Prefer: wait}, contract 5.1). */
@ApplicationScoped
public class CommandWatch {
    private static final Logger LOG = Logger.getLogger(CommandWatch.class.getName());

    @Inject
    CommandStore store;

    private final Queue<Watcher> watchers = new ConcurrentLinkedQueue<>();

    private record Watcher(AgentKey key, Semaphore news) {}

    void changed(@Observes CallChanged change) {
        for (Watcher watcher : watchers) {
            if (watcher.key.equals(change.event().key())) {
                watcher.news.release();
            }
        }
    }

    /** The command as it is when its call id is known or it has ended, but no later than after {@code longest}. */
    public CommandRecord await(CommandRecord command, Duration longest) throws InterruptedException {
        Watcher watcher = new Watcher(command.key(), new Semaphore(0));
        watchers.add(watcher);
        try {
            long until = System.nanoTime() + longest.toNanos();
            CommandRecord now = read(command);
            while (now.status() == Status.ACCEPTED
                    && now.callId().isEmpty()
                    && watcher.news.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                now = read(command);
            }
            return now;
        } finally {
            watchers.remove(watcher);
        }
    }

    private CommandRecord read(CommandRecord command) {
        try {
            return store.find(command.key().tenant(), command.id()).orElse(command);
        } catch (JdbiException away) {
            // It is accepted, whatever else can be said of it now.
            LOG.log(Level.FINE, "Nobody knows how " + command.id() + " stands", away);
            return command;
        }
    }
}

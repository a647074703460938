package dev.trunkline.desk;

import dev.trunkline.event.AgentTold;
import dev.trunkline.event.Change;
import dev.trunkline.event.Origin;
import dev.trunkline.model.AgentKey;
import dev.trunkline.port.VendorService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All that a desk says, one after the other: changes for the log, and messages that must not overtake them. */
final class Voice {
    private static final Logger LOG = Logger.getLogger(Voice.class.getName());

    private final AgentKey key;
    private final VendorService platform;
    private final Surroundings around;
    /** Done when everything that was said so far is out: what merely waits for the same change would turn round. */
    private CompletableFuture<Void> said = CompletableFuture.completedFuture(null);
    /** Set by the log's writer when something could not be stored; from then on nothing is said, until the desk begins again. */
    private volatile boolean lost;

    Voice(AgentKey key, VendorService platform, Surroundings around) {
        this.key = key;
        this.platform = platform;
        this.around = around;
    }

    void changes(Change... changes) {
        changes(List.of(changes));
    }

    synchronized void changes(List<Change> changes) {
        if (!changes.isEmpty() && !lost) {
            inTurn(around.log().append(changes));
        }
    }

    /** What is written in its turn and told to nobody. */
    synchronized CompletableFuture<?> write(Change.Alongside write) {
        return lost
                ? CompletableFuture.failedFuture(new IllegalStateException(key + " is being read again"))
                : inTurn(around.log().write(write));
    }

    private CompletableFuture<?> inTurn(CompletableFuture<?> storing) {
        CompletableFuture<Void> stored = storing.handle((done, failure) -> {
            lost |= failure != null;
            return null;
        });
        said = said.thenCombine(stored, (before, now) -> null);
        return storing;
    }

    /** A message without a number, to all connections of the agent. */
    void tell(Map<String, String> forms) {
        tell(forms, Optional.empty());
    }

    /** To the asker alone, if he can be told. */
    synchronized void tell(Map<String, String> forms, Optional<Asker> asker) {
        AgentTold message = AgentTold.of(key, platform.vendor(), forms, Origin.EVENT);
        Asker told = asker.orElse(around.told()::accept);
        said = said.thenRun(() -> told.told(message)).exceptionally(this::unheard);
    }

    /** On a thread of its own: the log's writer must never wait for a desk that waits for the log. */
    synchronized void afterwards(Runnable work) {
        said = said.thenRunAsync(work, around.threads()).exceptionally(this::unheard);
    }

    /** Whether something could not be stored. */
    boolean lost() {
        return lost;
    }

    /** Whether nothing that was said waits for the log any more. */
    synchronized boolean quiet() {
        return said.isDone();
    }

    /** The desk knows again what is stored. */
    void found() {
        lost = false;
    }

    private Void unheard(Throwable fault) {
        LOG.log(Level.WARNING, "Something of " + key + " on " + platform.vendor() + " could not be told", fault);
        return null;
    }
}

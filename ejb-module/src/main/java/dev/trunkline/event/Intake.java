package dev.trunkline.event;

import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import dev.trunkline.store.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.ConnectionException;

/**
 * How the log stands: whether it takes in, and if not, since when and why. The log's one writer tells it; it asks the database
 * nothing itself, so that nobody who asks it has to wait.
 */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class.getName());
    private static final long COME_BACK_MILLIS = 5_000;
    private static final long NANOS_IN_SECOND = 1_000_000_000;

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);

    private volatile Duration patience;
    private Optional<Instant> closedSince = Optional.empty();
    /** The database has answered since we started. */
    private boolean begun;
    /** What keeps the writer from storing, as the last try found it. */
    private String fault = "";

    private String shortage = "";
    private boolean trying;
    private long tryingSince;
    /** When the oldest was handed in of what is not stored yet; empty if nothing waits. */
    private OptionalLong oldest = OptionalLong.empty();

    /** How long the last try took, if that was too long. */
    private long slow;

    private long letGo;

    /** Without settings: health is asked before the application has any. */
    public Intake() {
        this(USUAL_PATIENCE);
    }

    Intake(Duration patience) {
        this.patience = patience;
    }

    /** @param longest a database that takes longer than this to store a change counts as away */
    void patience(Duration longest) {
        patience = longest;
    }

    /** Closed. @param why in words for an operator; no address, no data */
    public record Closed(Instant since, String why) {}

    // ---- what the writer tells

    /** @param since {@link System#nanoTime()} at which the oldest of what is tried was handed in */
    synchronized void trying(long since) {
        trying = true;
        tryingSince = System.nanoTime();
        oldest = OptionalLong.of(since);
    }

    /**
     * The database has stored what was tried, or refused it by its own fault.
     *
     * @param next when the oldest was handed in of what waits now: after an outage that is more than one commit takes
     */
    synchronized void answered(OptionalLong next) {
        long took = System.nanoTime() - tryingSince;
        trying = false;
        oldest = next;
        begun = true;
        fault = "";
        // Once slow, it must be quick to count as well: else the door would flap.
        slow = took > (slow > 0 ? patience.toNanos() / 2 : patience.toNanos()) ? took : 0;
        look("");
    }

    synchronized void failed(RuntimeException why) {
        trying = false;
        fault = why instanceof ConnectionException
                ? "the database cannot be reached"
                : "the database does not store what it is given";
        look(": " + Outage.word(why));
    }

    /** A change was not taken in: too many wait. */
    synchronized void letGo() {
        letGo++;
    }

    /** @param now the disk's shortage in words; empty: there is none */
    synchronized void disk(Optional<String> now) {
        shortage = now.orElse("");
        look("");
    }

    // ---- what others ask

    /** Empty if the log takes in. */
    public synchronized Optional<Closed> closed() {
        look("");
        return closedSince.map(since -> new Closed(since, why()));
    }

    /** Whether the database has ever answered. */
    public synchronized boolean begun() {
        return begun;
    }

    synchronized boolean slow() {
        return slow > 0;
    }

    public Duration patience() {
        return patience;
    }

    /** @throws RefusedException if nothing new is taken in now */
    public void check() {
        if (closed().isPresent()) {
            throw overloaded();
        }
    }

    /** For those who only read. @throws RefusedException if the database answers nobody now, so that a question would hang */
    public synchronized void checkAnswers() {
        if (trying && System.nanoTime() - tryingSince > patience.toNanos()) {
            throw overloaded();
        }
    }

    public static RefusedException overloaded() {
        return new RefusedException(Refusal.of(Code.OVERLOADED, "the event log cannot take it now; nothing was done")
                .retryAfter(COME_BACK_MILLIS));
    }

    // ---- how it follows

    private String why() {
        long now = System.nanoTime();
        long waits = now - oldest.orElse(now);
        if (!fault.isEmpty()) {
            return fault;
        }
        if (waits > patience.toNanos()) {
            return "the database has not answered for " + waits / NANOS_IN_SECOND + " s";
        }
        if (slow > 0) {
            return "the database is slow: the last change took " + slow / NANOS_IN_SECOND + " s";
        }
        return shortage;
    }

    /** One line when it begins and one when it ends, by whoever notices it first. */
    private void look(String detail) {
        String why = why();
        if (closedSince.isEmpty() && !why.isEmpty()) {
            closedSince = Optional.of(Instant.now());
            LOG.log(Level.WARNING, "New commands are refused: {0}{1}", new Object[] {why, detail});
        } else if (closedSince.isPresent() && why.isEmpty()) {
            long seconds = Duration.between(closedSince.get(), Instant.now()).toSeconds();
            LOG.log(
                    Level.WARNING,
                    "New commands are taken again, after {0} s; {1} changes were too many to wait and are read again from the platforms",
                    new Object[] {seconds, letGo});
            closedSince = Optional.empty();
            letGo = 0;
        }
    }
}

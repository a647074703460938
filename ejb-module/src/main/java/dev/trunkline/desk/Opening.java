package dev.trunkline.desk;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandStore;
import dev.trunkline.event.EventLog;
import dev.trunkline.model.AgentKey;
import dev.trunkline.port.Vendors;
import dev.trunkline.threads.ServerThreads;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What happens when the house opens: the logins are read, the commands that a restart cut short are looked after, the sign-ins count
 * as such. Once the server has loaded all of us ({@link #begin}) the sign-ins are taken up again, spread over a moment, so that the
 * platform is not asked by all at once, and what is done every second begins.
 */
@Singleton
@Startup
@DependsOn({"Database", "ServerThreads"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Opening {
    private static final Logger LOG = Logger.getLogger(Opening.class.getName());
    private static final long MILLIS = 1_000;

    @Inject
    Desks desks;

    @Inject
    Vendors vendors;

    @Inject
    Logins logins;

    @Inject
    SignIns signIns;

    @Inject
    SignInStore signInStore;

    @Inject
    CommandStore commands;

    @Inject
    EventLog log;

    @Inject
    ServerThreads threads;

    /** At most so many sign-ins are taken up again in a second. */
    @Inject
    @ConfigProperty(name = "trunkline.signIns.reattachedPerSecond")
    int perSecond;

    @Inject
    @ConfigProperty(name = "trunkline.log.maxAge", defaultValue = "PT72H")
    Duration maxAge;

    @Inject
    @ConfigProperty(name = "trunkline.log.maxBytes", defaultValue = "10737418240")
    long maxBytes;

    private final List<Runnable> reattachments = new ArrayList<>();

    @PostConstruct
    void open() {
        if (perSecond < 1) {
            throw new IllegalArgumentException("trunkline.signIns.reattachedPerSecond is at least 1, not " + perSecond);
        }
        logins.load();
        int cutShort = takeUpCommands();
        expectSignIns();
        LOG.log(Level.INFO, "Open: {0} sign-ins to take up again, {1} commands to look after", new Object[] {
            reattachments.size(), cutShort
        });
    }

    /** Not on {@link #open}: a thread that looks for classes while the server still loads the application may not find them. */
    public void begin() {
        for (int i = 0; i < reattachments.size(); i++) {
            later(i * MILLIS / perSecond, reattachments.get(i));
        }
        reattachments.clear();
        threads.clock().scheduleWithFixedDelay(this::tend, 0, 1, TimeUnit.SECONDS);
        threads.clock().scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
        threads.clock().scheduleWithFixedDelay(this::tidy, 1, 10, TimeUnit.MINUTES);
    }

    private int takeUpCommands() {
        List<CommandRecord> open = commands.open();
        commands.lastTouched()
                .ifPresent(alive -> open.forEach(command ->
                        desk(command.key(), command.vendor()).ifPresent(desk -> desk.takeUp(command, alive))));
        return open.size();
    }

    private record Reattached(Desk desk, SignInStore.Stored stored) {}

    /** Those first whose call or command somebody waits for. */
    private void expectSignIns() {
        signInStore.all().stream()
                .flatMap(stored ->
                        desk(stored.key(), stored.vendor()).map(desk -> new Reattached(desk, stored)).stream())
                .sorted(Comparator.comparing(one -> one.desk.idle()))
                .forEach(one -> signIns.restored(one.stored)
                        .ifPresentOrElse(
                                signIn -> reattachments.add(one.desk.reattachment(signIn)), one.desk::signInExpired));
    }

    /** What an earlier deployment stored for a platform that this one does not have is left alone. */
    private Optional<Desk> desk(AgentKey key, String vendor) {
        Optional<Desk> desk = vendors.lookUp(vendor).map(platform -> desks.of(key, platform));
        if (desk.isEmpty()) {
            LOG.log(Level.WARNING, "{0} has something stored on {1}, which is not in this deployment", new Object[] {
                key, vendor
            });
        }
        return desk;
    }

    private void later(long delay, Runnable work) {
        long jitter = ThreadLocalRandom.current().nextLong(Math.max(1, MILLIS / perSecond));
        threads.clock().schedule(work, delay + jitter, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            desks.sweep();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Looking after overdue commands failed; it is tried again", fault);
        }
    }

    /** Apart from the sweep, which may have to wait for the database. */
    private void tend() {
        try {
            log.tend();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Looking after the log failed; it is tried again", fault);
        }
    }

    private void tidy() {
        try {
            log.dropOld(maxAge, maxBytes);
            commands.dropExpiredKeys();
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Letting go of old events failed; it is tried again", fault);
        }
    }

    @PreDestroy
    void close() {
        desks.close();
    }
}

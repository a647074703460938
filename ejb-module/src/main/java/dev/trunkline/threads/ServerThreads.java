package dev.trunkline.threads;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.concurrent.Executor;

/**
 * The executors of the server. An EJB, because a CDI bean that is first used on a thread of the server while applications are being
 * loaded gets {@code null} for its {@code @Resource} fields, without a word (Payara 6.2025.10, seen at a cold start).
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerThreads {
    /**
     * So many agents' lanes at once. What they do is short and takes a processor: more of them would only take it from the one thread
     * that writes the log, for which all of them are working.
     */
    private static final int LANES = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
    /** So many requests to platforms at once; each may wait for its answer. */
    private static final int OUTWARD = 50;

    /** So many commands being stored at once; each may have to wait for the database. */
    private static final int ADMISSIONS = 40;

    @Resource
    ManagedExecutorService managed;

    @Resource
    ManagedScheduledExecutorService clock;

    private Executor workers;
    private Executor lanes;
    private Executor outward;
    private Executor admissions;

    @PostConstruct
    void share() {
        workers = new Handover(managed);
        lanes = new Turns(workers, LANES);
        outward = new Turns(workers, OUTWARD);
        admissions = new Turns(workers, ADMISSIONS);
    }

    /** Refuses when all its threads are busy: for the few who can do without, or who count themselves. */
    public Executor workers() {
        return workers;
    }

    /** For work that waits for nobody but the database; never refused while the server runs. */
    public Executor lanes() {
        return lanes;
    }

    /** For work that waits for a platform, so that a slow one does not keep what it tells from being heard; never refused either. */
    public Executor outward() {
        return outward;
    }

    /** For commands on their way in, so that a database that hangs keeps no lane; never refused either. */
    public Executor admissions() {
        return admissions;
    }

    public ManagedScheduledExecutorService clock() {
        return clock;
    }
}

package dev.trunkline.threads;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;

/**
 * The executors of the server. An EJB, because a CDI bean that is first used on a thread of the server while applications are being
 * loaded gets {@code null} for its {@code @Resource} fields, without a word (Payara 6.2025.10, seen at a cold start).
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerThreads {
    @Resource
    ManagedExecutorService workers;

    @Resource
    ManagedScheduledExecutorService clock;

    public ManagedExecutorService workers() {
        return workers;
    }

    public ManagedScheduledExecutorService clock() {
        return clock;
    }
}

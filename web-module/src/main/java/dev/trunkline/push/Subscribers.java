package dev.trunkline.push;

import dev.trunkline.desk.Asker;
import dev.trunkline.desk.Desks;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.CallChanged;
import dev.trunkline.event.EventLog;
import dev.trunkline.event.LogRange;
import dev.trunkline.event.Profile;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.model.AgentKey;
import dev.trunkline.port.Vendors;
import dev.trunkline.threads.ServerThreads;
import dev.trunkline.threads.Turns;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All who listen, by whose stream they listen to; hears every change and hands it to them. */
@ApplicationScoped
public class Subscribers {
    /** Few, so that two thousand who come back at once do not take the database from those who dial. */
    private static final int READERS = 8;

    /** A close may wait for a send that does not end, and there may be thousands to close at once. */
    private static final int CLOSERS = 16;

    private static final Logger LOG = Logger.getLogger(Subscribers.class.getName());

    @Inject
    PushSettings settings;

    @Inject
    EventLog log;

    @Inject
    Desks desks;

    @Inject
    Vendors vendors;

    @Inject
    ServerThreads threads;

    private Executor readers;
    private Executor closers;
    private final Map<AgentKey, Set<Subscription>> byAgent = new ConcurrentHashMap<>();
    private final Map<Subscription, Vigil> vigils = new ConcurrentHashMap<>();

    @PostConstruct
    void watch() {
        readers = new Turns(threads.workers(), READERS);
        closers = new Turns(threads.workers(), CLOSERS);
        threads.clock().scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
    }

    /** For whatever of a listener must not be done on the caller's thread. */
    Executor threads() {
        return closers;
    }

    PushSettings settings() {
        return settings;
    }

    /** For the ways in of WebSocket clients. */
    PacedInput.Clock pace() {
        return new PacedInput.Clock() {
            @Override
            public int framesPerSecond() {
                return settings.framesPerSecond();
            }

            @Override
            public void later(Duration pause, Runnable task) {
                threads.clock().schedule(() -> threads.lanes().execute(task), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        };
    }

    boolean full() {
        return vigils.size() >= settings.connections();
    }

    /** @param byDefault the profile, if the query named none */
    Subscription open(Opening opening, Profile byDefault, Sink sink) {
        AgentKey key = opening.key();
        ListenerForm form =
                new ListenerForm(opening.profile().orElse(byDefault), vendor -> desks.defaultChannel(key, vendor));
        opening.channel().ifPresent(channel -> use(form, channel));
        Subscription subscription =
                new Subscription(opening, backlog(key), form, sink, readers, settings, ended -> remove(key, ended));
        vigils.put(subscription, new Vigil(subscription, sink, opening.caller().expires(), settings));
        byAgent.compute(key, (same, others) -> {
            Set<Subscription> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(subscription);
            return all;
        });
        subscription.begin();
        return subscription;
    }

    /** From now on this listener is told in the form of this channel. */
    void use(ListenerForm form, String channel) {
        vendors.find(channel).ifPresent(vendor -> form.use(vendor.vendor(), channel));
    }

    private Backlog backlog(AgentKey key) {
        return new Backlog() {
            @Override
            public List<StoredEvent> page(long after, int limit) {
                return log.page(key, after, limit);
            }

            @Override
            public LogRange range() {
                return log.range(key);
            }

            @Override
            public List<AgentTold> sync(Asker asker) {
                return desks.sync(key, asker);
            }
        };
    }

    private void remove(AgentKey key, Subscription subscription) {
        vigils.remove(subscription);
        byAgent.computeIfPresent(key, (same, all) -> {
            all.remove(subscription);
            return all.isEmpty() ? null : all;
        });
    }

    void changed(@Observes CallChanged change) {
        of(change.event().key()).forEach(subscription -> subscription.changed(change.event()));
    }

    void told(@Observes AgentTold told) {
        of(told.key()).forEach(subscription -> subscription.told(told));
    }

    private Set<Subscription> of(AgentKey key) {
        return Optional.ofNullable(byAgent.get(key)).orElse(Set.of());
    }

    private void sweep() {
        Instant now = Instant.now();
        long nanos = System.nanoTime();
        for (Map.Entry<Subscription, Vigil> entry : vigils.entrySet()) {
            try {
                entry.getValue().check(now, nanos);
            } catch (RuntimeException fault) {
                LOG.log(Level.WARNING, "A listener could not be looked after", fault);
                entry.getKey().end(Ending.LOST);
            }
        }
    }

    @PreDestroy
    void close() {
        vigils.keySet().forEach(subscription -> subscription.end(Ending.RESTARTING));
    }
}

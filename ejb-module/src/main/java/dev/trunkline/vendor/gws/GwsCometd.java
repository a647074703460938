package dev.trunkline.vendor.gws;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * What the polls of all agents share: one HTTP client and one clock (sheet 1). Their few threads belong to the library: they have no naming
 * context and not our class loader, and only hand over what they hear.
 */
final class GwsCometd implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(GwsCometd.class.getName());
    private static final int CLOCK_THREADS = 2;
    /** Handing over is short; the polls themselves take no thread. */
    private static final int MOST_THREADS = 24;

    private static final int LEAST_THREADS = 2;

    private final GwsSettings settings;
    private final Supplier<SSLContext> tls;
    private Optional<Shared> shared = Optional.empty();
    private boolean closed;

    /** @param json what texts are read with; it keeps no state */
    record Shared(HttpClient http, ScheduledThreadPoolExecutor clock, GwsJsonContext json, GwsSettings settings) {}

    /** @param tls asked for when it is needed: the trust store may come later than we do */
    GwsCometd(GwsSettings settings, Supplier<SSLContext> tls) {
        this.settings = settings;
        this.tls = tls;
    }

    synchronized Shared shared() {
        if (closed) { // a sign-on that was under way: what it began nobody would end
            throw new VendorException(Code.LINK_DOWN, "the application ends");
        }
        Shared ready = shared.orElseGet(this::started);
        shared = Optional.of(ready);
        return ready;
    }

    private Shared started() {
        ScheduledThreadPoolExecutor clock = clock();
        HttpClient http = client(clock);
        try {
            http.start();
        } catch (Exception fault) { // as the library declares it
            clock.shutdownNow();
            throw GwsErrorMapper.link(fault);
        }
        return new Shared(http, clock, new GwsJsonContext(), settings);
    }

    private HttpClient client(ScheduledThreadPoolExecutor clock) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("gws-polls");
        threads.setDaemon(true);
        SslContextFactory.Client trust = new SslContextFactory.Client();
        trust.setSslContext(tls.get());
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(trust);
        HttpClient http = new HttpClient(new HttpClientTransportOverHTTP(connector));
        http.setExecutor(threads);
        http.setScheduler(new ScheduledExecutorScheduler(clock));
        http.setConnectTimeout(settings.connectTimeout().toMillis());
        http.setMaxConnectionsPerDestination(settings.connections());
        http.setMaxRequestsQueuedPerDestination(settings.connections());
        http.setFollowRedirects(false);
        http.setUserAgentField(null);
        http.setHttpCookieStore(new HttpCookieStore.Empty()); // each agent has a jar of his own
        return http;
    }

    private static ScheduledThreadPoolExecutor clock() {
        AtomicInteger number = new AtomicInteger();
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(CLOCK_THREADS, task -> {
            Thread thread = new Thread(task, "gws-clock-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(GwsCometd.class.getClassLoader());
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true); // each poll leaves a time limit behind
        return clock;
    }

    /** With the application: threads that outlive it would keep it in memory. */
    @Override
    public synchronized void close() {
        closed = true;
        shared.ifPresent(open -> {
            try {
                open.http().stop();
            } catch (Exception fault) {
                LOG.log(Level.WARNING, "gws: the polls' client did not stop", fault);
            }
            open.clock().shutdownNow();
        });
        shared = Optional.empty();
    }
}

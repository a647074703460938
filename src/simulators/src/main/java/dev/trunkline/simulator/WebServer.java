package dev.trunkline.simulator;

import java.io.IOException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server on one loopback port; with an identity it speaks HTTPS, and plain HTTP on the same port for those who come that way. */
public final class WebServer implements AutoCloseable {
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
    private static final Logger LOG = Logger.getLogger(WebServer.class.getName());
    private static final int MOST_THREADS = 64;
    /** Longer than any request is parked: Jetty would answer such a one with 500. */
    private static final long IDLE_MILLIS = 300_000;

    private final Server server;
    private final ServerConnector connector;
    private final String purpose;
    private final int port;

    private WebServer(String purpose, Server server, ServerConnector connector) {
        this.purpose = purpose;
        this.server = server;
        this.connector = connector;
        this.port = connector.getLocalPort();
    }

    public static WebServer plain(String purpose, int port, Handler handler) {
        Server server = newServer(purpose);
        server.setHandler(handler);
        return open(purpose, server, new ServerConnector(server, 1, 1, http()), port);
    }

    public static WebServer secure(String purpose, int port, Identity identity, Handler handler) {
        return secure(purpose, port, identity, server -> handler);
    }

    /** For a handler that must know its server. */
    public static WebServer secure(String purpose, int port, Identity identity, Function<Server, Handler> handlers) {
        Server server = newServer(purpose);
        server.setHandler(handlers.apply(server));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(identity.keyStore());
        tls.setKeyStorePassword(identity.keyStorePassword());
        HttpConnectionFactory http = http();
        DetectorConnectionFactory either =
                new DetectorConnectionFactory(new SslConnectionFactory(tls, http.getProtocol()));
        return open(purpose, server, new ServerConnector(server, 1, 1, either, http), port);
    }

    private static Server newServer(String purpose) {
        JETTY.setLevel(Level.WARNING);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
        threads.setName(purpose);
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setStopTimeout(0);
        return server;
    }

    private static HttpConnectionFactory http() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        return new HttpConnectionFactory(configuration);
    }

    private static WebServer open(String purpose, Server server, ServerConnector connector, int port) {
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw PortTakenException.of(purpose, port, e);
        }
        return new WebServer(purpose, server, connector);
    }

    public void start() {
        try {
            server.start();
        } catch (Exception e) { // Jetty declares it so
            throw new IllegalStateException(purpose + " does not start: " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    /** Whoever comes is refused as by a machine on which nothing runs; who is there is cut off. */
    public void down() {
        try {
            connector.stop();
            connector.close();
        } catch (Exception e) { // Jetty declares it so
            throw new IllegalStateException(purpose + " does not go down", e);
        }
    }

    /** Open again at the same port. */
    public void up() {
        try {
            connector.setPort(port);
            connector.start();
        } catch (Exception e) { // Jetty declares it so
            throw new IllegalStateException(purpose + " does not come up again", e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
            connector.close();
        } catch (Exception e) { // Jetty declares it so
            LOG.log(Level.WARNING, e, () -> purpose + " does not stop");
        }
    }
}

package dev.trunkline.benchmark.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.cometd.client.BayeuxClient;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Agents' applications on Genesys Web Services. Their event streams, by the CometD project's own client, share an HTTP client and a clock. */
final class GwsDesktops implements Platform.Desktops {
    /** Each application polls on one and speaks on another. */
    private static final int MOST_CONNECTIONS = 1_000;

    private final Caller caller;
    private final HttpClient http;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private GwsDesktops(Caller caller) {
        this.caller = caller;
        SslContextFactory.Client tls = new SslContextFactory.Client();
        tls.setSslContext(caller.tls());
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(tls);
        http = new HttpClient(new HttpClientTransportOverHTTP(connector));
        http.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
    }

    static GwsDesktops begin(Caller caller) {
        GwsDesktops desktops = new GwsDesktops(caller);
        try {
            desktops.http.start();
        } catch (Exception failed) { // as it is declared
            throw new IllegalStateException("no HTTP client for event streams", failed);
        }
        return desktops;
    }

    @Override
    public Desktop open(String agent, String extension, Told told) {
        GwsLogin login = GwsLogin.of(caller, agent);
        return GwsDesktop.open(login, stream(login), told);
    }

    /** With the cookies of the login; its own ones it keeps by itself. */
    private BayeuxClient stream(GwsLogin login) {
        Map<String, Object> options = new HashMap<>(); // it is written to
        BayeuxClient stream = new BayeuxClient(
                caller.address("/api/v2/notifications"),
                clock,
                new JettyHttpClientTransport(null, options, clock, http) {
                    @Override
                    protected void customize(Request request) {
                        request.headers(headers -> login.token().forEach(headers::put));
                    }
                });
        login.cookies()
                .forEach((name, value) ->
                        stream.putCookie(HttpCookie.build(name, value).path("/").build()));
        return stream;
    }

    @Override
    public void close() {
        try {
            http.stop();
        } catch (Exception failed) { // as it is declared
            throw new IllegalStateException("event streams do not end", failed);
        } finally {
            clock.shutdownNow();
        }
    }
}

package dev.trunkline.simulator.genesys;

import dev.trunkline.simulator.Identity;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.WebServer;
import dev.trunkline.simulator.genesys.rest.Api;
import dev.trunkline.simulator.genesys.stream.Channels;
import dev.trunkline.simulator.web.WebHandler;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** The one port: login, API and WebSocket, each below its own path (sheet 9.1), by TLS and without. */
final class Entrance implements AutoCloseable {
    private static final String CHANNELS = "/channels/";
    private static final int UNAUTHORIZED = 401;

    private final Channels channels;
    private final WebServer web;

    Entrance(int port, Identity identity, Api api, Channels channels, Lane lane) {
        this.channels = channels;
        WebHandler rest = new WebHandler(api::answer, lane);
        web = WebServer.secure("Genesys Cloud", port, identity, server -> upgrading(server, rest));
    }

    private Handler upgrading(Server server, Handler rest) {
        WebSocketUpgradeHandler upgrade = WebSocketUpgradeHandler.from(server, container -> {
            // When a socket is idle for too long is a rule of the platform, not of the server.
            container.setIdleTimeout(Duration.ZERO);
            container.addMapping(CHANNELS + "*", this::socket);
        });
        upgrade.setHandler(rest);
        return upgrade;
    }

    /** The channel id is the credential (sheet 5.1). */
    private Object socket(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        String path = request.getHttpURI().getCanonicalPath();
        String id = path.substring(path.indexOf(CHANNELS) + CHANNELS.length());
        if (channels.admits(id)) {
            return channels.socket(id);
        }
        response.setStatus(UNAUTHORIZED);
        callback.succeeded();
        return null;
    }

    void start() {
        web.start();
    }

    int port() {
        return web.port();
    }

    @Override
    public void close() {
        web.close();
    }
}

package dev.trunkline.simulator.webexcc.stream;

import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Where WebSockets come in, before what the REST API handles: the address itself is the credential (sheet 5.1). */
public final class Entrance {
    public static final String PLACE = "/v1/notification/subscription/";

    private final Sockets sockets;

    public Entrance(Sockets sockets) {
        this.sockets = sockets;
    }

    /** @param rest who gets what is no WebSocket */
    public Handler before(Server server, Handler rest) {
        WebSocketUpgradeHandler upgrade = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.addMapping(PLACE + "*", this::socket);
        });
        upgrade.setHandler(rest);
        return upgrade;
    }

    private Object socket(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        String path = request.getHttpURI().getDecodedPath();
        try {
            return sockets.admit(path.substring(path.indexOf(PLACE) + PLACE.length()));
        } catch (ApiErrorException refusal) {
            response.setStatus(refusal.status());
            callback.succeeded();
            return null;
        }
    }
}

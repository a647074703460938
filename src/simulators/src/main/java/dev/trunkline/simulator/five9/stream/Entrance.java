package dev.trunkline.simulator.five9.stream;

import dev.trunkline.simulator.five9.centre.Farm;
import dev.trunkline.simulator.five9.centre.VccException;
import dev.trunkline.simulator.five9.login.Visitor;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Where WebSockets come in at a data centre, before what the REST API handles (sheet 5.1). */
public final class Entrance {
    private static final String PLACE = "/appsvcs/ws";

    private final Farm farm;
    private final Sockets sockets;

    public Entrance(Farm farm, Sockets sockets) {
        this.farm = farm;
        this.sockets = sockets;
    }

    /** @param rest who gets what is no WebSocket */
    public Handler before(Server server, Handler rest) {
        WebSocketUpgradeHandler upgrade = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.addMapping(PLACE, this::socket);
            container.addMapping(PLACE + "/*", this::socket);
        });
        upgrade.setHandler(rest);
        return upgrade;
    }

    private Object socket(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        String path = request.getHttpURI().getCanonicalPath();
        String key = path.length() > PLACE.length() ? path.substring(PLACE.length() + 1) : "";
        Visitor visitor = Visitor.of(Optional.of(farm), name -> header(request, name));
        try {
            return sockets.admit(visitor, key);
        } catch (VccException refusal) {
            response.setStatus(refusal.status());
            callback.succeeded();
            return null;
        }
    }

    private static Optional<String> header(ServerUpgradeRequest request, String name) {
        return request.getHeaders().getFields(name).stream()
                .map(HttpField::getValue)
                .reduce((one, two) -> one + ";" + two);
    }
}

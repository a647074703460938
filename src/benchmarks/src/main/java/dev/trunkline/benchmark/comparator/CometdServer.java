package dev.trunkline.benchmark.comparator;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.cometd.server.AbstractServerTransport;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.websocket.jetty.JettyWebSocketTransport;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.ajax.JSON;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** CometD on Jetty: a frame from the feed is delivered to its session as the data of a Bayeux message, without being parsed. */
public final class CometdServer {
    private static final long NEVER = 3_600_000;

    private final Map<Integer, ServerSession> sessions = new ConcurrentHashMap<>();

    private CometdServer() {}

    /** @param arguments the port of the WebSocket, {@code /cometd}, and the port of the feed */
    public static void main(String[] arguments) throws Exception { // Jetty declares it so
        Parent.endWithIt();
        new CometdServer().open(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void open(int port, int feedPort) throws Exception { // Jetty declares it so
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ContextHandler context = new ContextHandler("/");
        context.setHandler(WebSocketUpgradeHandler.from(server, context, container -> {}));
        server.setHandler(context);
        BayeuxServerImpl bayeux = bayeux(context.getContext());
        server.start();
        bayeux.start();
        feed(feedPort);
    }

    private BayeuxServerImpl bayeux(Context context) {
        BayeuxServerImpl bayeux = new BayeuxServerImpl();
        bayeux.setOption(Context.class.getName(), context);
        bayeux.setOption("ws.cometdURLMapping", "/cometd");
        bayeux.setOption("ws.idleTimeout", NEVER);
        bayeux.setOption(AbstractServerTransport.TIMEOUT_OPTION, NEVER);
        bayeux.setOption(AbstractServerTransport.MAX_INTERVAL_OPTION, NEVER);
        bayeux.setTransports(new JettyWebSocketTransport(bayeux));
        bayeux.addListener(new BayeuxServer.SessionListener() {
            @Override
            public void sessionAdded(ServerSession session, ServerMessage handshake) {
                sessions.put(((Number) handshake.getExt().get("session")).intValue(), session);
            }
        });
        return bayeux;
    }

    private void feed(int port) throws IOException {
        try (ServerSocket door = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            while (true) {
                try (Socket feed = door.accept()) {
                    relay(new DataInputStream(new BufferedInputStream(feed.getInputStream(), FeedFormat.LONGEST)));
                } catch (EOFException over) {
                    // The next feed.
                    continue;
                }
            }
        }
    }

    private void relay(DataInputStream feed) throws IOException {
        while (true) {
            ServerSession session = sessions.get(feed.readInt());
            byte[] bytes = feed.readNBytes(feed.readInt());
            JSON.Literal data = new JSON.Literal(new String(bytes, StandardCharsets.UTF_8));
            session.deliver(null, "/events", data, Promise.noop());
        }
    }
}

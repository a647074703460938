package dev.trunkline.push;

import dev.trunkline.event.Profile;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The WebSocket, one object for each connection: opens, hands over, closes; nothing else. */
@ServerEndpoint(
        value = "/events",
        configurator = EventsHandshake.class,
        subprotocols = {EventsEndpoint.EXACT, EventsEndpoint.EXTENDED})
public class EventsEndpoint {
    static final String EXACT = "trunkline.v1.exact";
    static final String EXTENDED = "trunkline.v1.extended";
    private static final int MOST_BYTES = 65_536;
    private static final Logger LOG = Logger.getLogger(EventsEndpoint.class.getName());

    @Inject
    Subscribers subscribers;

    @Inject
    MessageDesk desk;

    private Opening opening;
    private SessionSink sink;
    private Subscription subscription;

    @OnOpen
    public void onOpen(Session session) {
        // With a time-out each send would leave a cancelled task behind until it would have fired: we ping instead.
        session.setMaxIdleTimeout(0);
        session.setMaxTextMessageBufferSize(MOST_BYTES);
        opening = (Opening) session.getUserProperties().get(EventsHandshake.OPENING);
        sink = new SessionSink(
                session, subscribers.threads(), subscribers.settings().pingEvery());
        if (Boolean.TRUE.equals(session.getUserProperties().get(EventsHandshake.UNKNOWN_SUBPROTOCOL))) {
            sink.close(Ending.UNKNOWN_SUBPROTOCOL);
            return;
        }
        Profile profile = EXTENDED.equals(session.getNegotiatedSubprotocol()) ? Profile.EXTENDED : Profile.EXACT;
        subscription = subscribers.open(opening, profile, sink);
    }

    @OnMessage(maxMessageSize = MOST_BYTES)
    public void onText(String text) {
        byte[] frame = text.getBytes(StandardCharsets.UTF_8);
        if (subscription == null) {
            return;
        }
        if (frame.length > MOST_BYTES) {
            subscription.end(Ending.TOO_LARGE);
        } else {
            desk.take(opening.caller(), opening.key(), subscription, frame);
        }
    }

    /** Taken in parts, so that it is refused before it has come. */
    @OnMessage
    public void onBinary(ByteBuffer part, boolean last) {
        if (subscription != null) {
            subscription.end(Ending.BINARY);
        }
    }

    @OnMessage
    public void onPong(PongMessage pong) {
        sink.pong(pong.getApplicationData());
    }

    @OnClose
    public void onClose() {
        if (subscription != null) {
            subscription.end(Ending.LOST);
        }
    }

    /** The container closes the session after this; what is wrong with a frame is the client's matter. */
    @OnError
    public void onError(Session session, Throwable fault) {
        LOG.log(Level.FINE, "WebSocket " + session.getId(), fault);
    }
}

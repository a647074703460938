package dev.trunkline.simulator.genesys.stream;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One WebSocket at a channel: hands on what comes, sends what it is given. Public, since Jetty looks for its methods. */
public final class ChannelSocket extends Session.Listener.AbstractAutoDemanding {
    private static final Logger LOG = Logger.getLogger(ChannelSocket.class.getName());

    private final String channelId;
    private final Channels channels;
    private final Instant connectedAt = Instant.now();

    ChannelSocket(String channelId, Channels channels) {
        this.channelId = channelId;
        this.channels = channels;
    }

    String channelId() {
        return channelId;
    }

    Instant connectedAt() {
        return connectedAt;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        channels.opened(this);
    }

    @Override
    public void onWebSocketText(String text) {
        channels.said(this, text);
    }

    @Override
    public void onWebSocketClose(int status, String reason) {
        channels.closed(this);
    }

    /** That the client is gone is told by the close that follows. */
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.log(Level.FINE, cause, () -> "The socket of " + channelId + " broke");
    }

    void send(String text) {
        getSession().sendText(text, Callback.NOOP);
    }

    /** Closed as by agreement. */
    void close(int status, String reason) {
        getSession().close(status, reason, Callback.NOOP);
    }

    /** Gone without a word. */
    void drop() {
        getSession().disconnect();
    }
}

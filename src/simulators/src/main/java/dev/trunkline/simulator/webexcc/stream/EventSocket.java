package dev.trunkline.simulator.webexcc.stream;

import dev.trunkline.simulator.webexcc.centre.Agent;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One notification WebSocket of an agent: hands on what comes, sends what it is given. Public, since Jetty looks for its methods. */
public final class EventSocket extends Session.Listener.AbstractAutoDemanding {
    private static final Logger LOG = Logger.getLogger(EventSocket.class.getName());
    private static final int FRAGMENT = 100;

    private final Subscription subscription;
    private final Sockets sockets;
    private final Instant connectedAt = Instant.now();
    private long heardAt = System.nanoTime();
    private long silentUntil = heardAt;
    private long frozenUntil = heardAt;
    private boolean displaced;

    EventSocket(Subscription subscription, Sockets sockets) {
        this.subscription = subscription;
        this.sockets = sockets;
    }

    Subscription subscription() {
        return subscription;
    }

    Agent agent() {
        return subscription.agent();
    }

    Instant connectedAt() {
        return connectedAt;
    }

    /** When its client last gave a sign of life. */
    long heardAt() {
        return heardAt;
    }

    void hear() {
        heardAt = System.nanoTime();
    }

    /** Whether events come on it; keepalives may come in any case. */
    boolean tells() {
        return System.nanoTime() - silentUntil >= 0;
    }

    void silence(Duration lasting) {
        silentUntil = System.nanoTime() + lasting.toNanos();
    }

    /** Whether it is dead, which nobody can see. */
    boolean frozen() {
        return displaced || System.nanoTime() - frozenUntil < 0;
    }

    void freeze(Duration lasting) {
        frozenUntil = System.nanoTime() + lasting.toNanos();
    }

    /** Dead for good: another connection has taken its place. */
    void displace() {
        displaced = true;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        sockets.opened(this);
    }

    @Override
    public void onWebSocketText(String text) {
        sockets.said(this, text);
    }

    @Override
    public void onWebSocketClose(int status, String reason) {
        sockets.closed(this);
    }

    /** That the client is gone is told by the close that follows. */
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.log(Level.FINE, cause, () -> "The socket of the " + subscription + " broke");
    }

    void send(String text) {
        getSession().sendText(text, Callback.NOOP);
    }

    /** One message in several frames. */
    void sendInFragments(String text) {
        for (int from = 0; from < text.length(); from += FRAGMENT) {
            int to = Math.min(text.length(), from + FRAGMENT);
            getSession().sendPartialText(text.substring(from, to), to == text.length(), Callback.NOOP);
        }
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

package dev.trunkline.simulator.five9.stream;

import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Farm;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** One WebSocket of an agent at a data centre: hands on what comes, sends what it is given. Public, since Jetty looks for its methods. */
public final class EventSocket extends Session.Listener.AbstractAutoDemanding {
    private static final Logger LOG = Logger.getLogger(EventSocket.class.getName());

    private final String key;
    private final dev.trunkline.simulator.five9.login.Session owner;
    private final Farm farm;
    private final Sockets sockets;
    private final Instant connectedAt = Instant.now();
    private long heardAt = System.nanoTime();
    private long silentUntil = heardAt;
    private long frozenUntil = heardAt;
    private boolean abandoned;

    EventSocket(String key, dev.trunkline.simulator.five9.login.Session owner, Farm farm, Sockets sockets) {
        this.key = key;
        this.owner = owner;
        this.farm = farm;
        this.sockets = sockets;
    }

    String key() {
        return key;
    }

    dev.trunkline.simulator.five9.login.Session owner() {
        return owner;
    }

    Agent agent() {
        return owner.agent();
    }

    Farm farm() {
        return farm;
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

    /** Whether events come on it; pongs may come in any case. */
    boolean tells() {
        return !abandoned && System.nanoTime() - silentUntil >= 0;
    }

    /** For good: the domain has moved. */
    void abandon() {
        abandoned = true;
    }

    void silence(Duration lasting) {
        silentUntil = System.nanoTime() + lasting.toNanos();
    }

    /** Whether it is dead, which nobody can see. */
    boolean frozen() {
        return System.nanoTime() - frozenUntil < 0;
    }

    void freeze(Duration lasting) {
        frozenUntil = System.nanoTime() + lasting.toNanos();
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
        LOG.log(Level.FINE, cause, () -> "The socket " + key + " broke");
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

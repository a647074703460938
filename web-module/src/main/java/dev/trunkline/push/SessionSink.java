package dev.trunkline.push;

import dev.trunkline.threads.ContextLoader;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A WebSocket. The server says that a message is out when it has a place for it, and it has place for megabytes; so that a client who
 * stopped reading does not fill the memory, every so many characters he must answer a ping, which stands in line behind them, before
 * more is sent.
 */
final class SessionSink implements Sink {
    private static final Logger LOG = Logger.getLogger(SessionSink.class.getName());
    private static final int MOST_UNCONFIRMED = 256 * 1024;
    private static final int WORD_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Session session;
    private final Executor threads;
    private final Duration beatEvery;
    private final AtomicInteger unanswered = new AtomicInteger();
    /** Only touched by the one send in flight. */
    private volatile int unconfirmed;

    /** What the last ping said. */
    private final AtomicReference<ByteBuffer> asked = new AtomicReference<>();

    private final AtomicReference<Runnable> confirmation = new AtomicReference<>();

    SessionSink(Session session, Executor threads, Duration beatEvery) {
        this.session = session;
        this.threads = threads;
        this.beatEvery = beatEvery;
    }

    @Override
    public void send(Outgoing message, Consumer<Boolean> done) {
        unconfirmed += message.text().length();
        boolean enough = unconfirmed > MOST_UNCONFIRMED;
        send(
                message.text(),
                result -> {
                    if (result.isOK() && enough) {
                        confirm(() -> done.accept(true));
                    } else {
                        done.accept(result.isOK());
                    }
                },
                () -> done.accept(false));
    }

    private void confirm(Runnable goOn) {
        unconfirmed = 0;
        confirmation.set(goOn);
        beat();
    }

    private void send(String text, SendHandler sent, Runnable failed) {
        try {
            // Each send of Tyrus starts a timer task.
            ContextLoader.empty(() -> session.getAsyncRemote().sendText(text, sent));
        } catch (IllegalStateException | IllegalArgumentException alreadyClosed) {
            LOG.log(Level.FINE, "Not sent", alreadyClosed);
            failed.run();
        }
    }

    @Override
    public Duration beatEvery() {
        return beatEvery;
    }

    @Override
    public Optional<Outgoing> beat() {
        unanswered.incrementAndGet();
        ByteBuffer word = word();
        asked.set(word);
        ContextLoader.empty(() -> ping(word.duplicate()));
        return Optional.empty();
    }

    private void ping(ByteBuffer word) {
        try {
            session.getAsyncRemote().sendPing(word);
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, "No ping", gone);
        }
    }

    /** Not to be guessed: with answers to what he never read, a client could go on being sent. */
    private static ByteBuffer word() {
        byte[] word = new byte[WORD_BYTES];
        RANDOM.nextBytes(word);
        return ByteBuffer.wrap(word);
    }

    /** @param word what the client says it was asked; it need only answer the last ping (RFC 6455, 5.5.3) */
    void pong(ByteBuffer word) {
        if (!word.equals(asked.get())) {
            return;
        }
        unanswered.set(0);
        Optional.ofNullable(confirmation.getAndSet(null)).ifPresent(Runnable::run);
    }

    @Override
    public int unanswered() {
        return unanswered.get();
    }

    /** On another thread: a close may wait for the lock of a send that does not end, and there may be thousands to close. */
    @Override
    public void close(Ending ending) {
        try {
            threads.execute(() -> closeNow(ending));
        } catch (RejectedExecutionException shuttingDown) {
            closeNow(ending);
        }
    }

    private void closeNow(Ending ending) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(ending.closeCode()), ending.sentence()));
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, "Not closed in order", gone);
        }
    }

    @Override
    public String name() {
        return "WebSocket " + session.getId();
    }
}

package dev.trunkline.push;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An event stream, written by hand with the servlet's non-blocking output: JAX-RS's own event sink buffers without bound for a reader
 * who stopped. A message is out when the server has room for the next one.
 */
final class StreamSink implements Sink, WriteListener {
    private static final Logger LOG = Logger.getLogger(StreamSink.class.getName());

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Executor threads;
    private final Duration beatEvery;

    private boolean possible;
    private byte[] waiting = new byte[0];
    private boolean flushDue;
    private Optional<Consumer<Boolean>> done = Optional.empty();
    private boolean closed;

    StreamSink(AsyncContext context, ServletOutputStream out, Executor threads, Duration beatEvery) {
        this.context = context;
        this.out = out;
        this.threads = threads;
        this.beatEvery = beatEvery;
    }

    @Override
    public void send(Outgoing message, Consumer<Boolean> told) {
        synchronized (this) {
            waiting = text(message).getBytes(StandardCharsets.UTF_8);
            done = Optional.of(told);
        }
        proceed();
    }

    private static String text(Outgoing message) {
        if (message.text().isEmpty()) {
            return ":\n\n";
        }
        // Our JSON has no line break, so that one data line holds it.
        return (message.seq() > 0 ? "id:" + message.seq() + "\n" : "") + "data:" + message.text() + "\n\n";
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            possible = true;
        }
        proceed();
    }

    @Override
    public void onError(Throwable fault) {
        LOG.log(Level.FINE, "Event stream", fault);
        Optional<Consumer<Boolean>> told;
        synchronized (this) {
            closed = true;
            told = taken();
        }
        told.ifPresent(one -> one.accept(false));
    }

    private void proceed() {
        Optional<Consumer<Boolean>> told = Optional.empty();
        boolean sent = true;
        synchronized (this) {
            try {
                if (closed || written()) {
                    sent = !closed;
                    told = taken();
                }
            } catch (IOException | IllegalStateException gone) {
                LOG.log(Level.FINE, "Event stream", gone);
                closed = true;
                sent = false;
                told = taken();
            }
        }
        boolean outcome = sent;
        told.ifPresent(one -> one.accept(outcome));
    }

    private Optional<Consumer<Boolean>> taken() {
        Optional<Consumer<Boolean>> told = done;
        done = Optional.empty();
        return told;
    }

    /** Writes and flushes as far as the server takes it; where it does not, it calls us again. */
    private boolean written() throws IOException {
        if (done.isEmpty() || !ready()) {
            return false;
        }
        if (waiting.length > 0) {
            out.write(waiting);
            waiting = new byte[0];
            flushDue = true;
        }
        if (flushDue && ready()) {
            flushDue = false;
            out.flush();
        }
        return !flushDue && ready();
    }

    private boolean ready() {
        possible = possible && out.isReady();
        return possible;
    }

    @Override
    public Duration beatEvery() {
        return beatEvery;
    }

    @Override
    public Optional<Outgoing> beat() {
        return Optional.of(Outgoing.SIGN_OF_LIFE);
    }

    @Override
    public int unanswered() {
        return 0;
    }

    @Override
    public void close(Ending ending) {
        try {
            threads.execute(this::complete);
        } catch (RejectedExecutionException shuttingDown) {
            complete();
        }
    }

    private void complete() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            context.complete();
        } catch (IllegalStateException already) {
            LOG.log(Level.FINE, "Event stream is already closed", already);
        }
    }

    @Override
    public String name() {
        return "event stream";
    }
}

package dev.trunkline.vendor.genesys;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One WebSocket of one channel (sheet 5.1): the channel's id is the credential, there is no header. Hands over on the client's threads. */
final class GenesysSocket implements WebSocket.Listener {
    /** A conversation with hundreds of legs is smaller. */
    private static final int LONGEST = 8 * 1024 * 1024;

    private final Ears ears;
    private final StringBuilder text = new StringBuilder();
    private volatile WebSocket socket;
    private volatile boolean over;

    /** Whom to tell: what was heard, in order, and once that the connection broke. */
    record Ears(Consumer<String> heard, Consumer<Exception> lost) {}

    private GenesysSocket(Ears ears) {
        this.ears = ears;
    }

    /** Blocks until it is open. */
    static GenesysSocket open(HttpClient http, URI uri, Duration within, Ears ears) throws IOException {
        GenesysSocket opening = new GenesysSocket(ears);
        try {
            opening.socket = http.newWebSocketBuilder()
                    .connectTimeout(within)
                    .buildAsync(uri, opening)
                    .get(within.toMillis(), TimeUnit.MILLISECONDS);
            return opening;
        } catch (InterruptedException stopped) {
            opening.cut();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (TimeoutException silent) {
            opening.cut();
            throw new IOException("no WebSocket in time", silent);
        } catch (ExecutionException | CompletionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        if (over) {
            opened.abort();
        }
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (text.length() > LONGEST) {
            lost(new IOException("a frame without end"));
            from.abort();
            return null;
        }
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            if (!over) {
                ears.heard().accept(whole);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        lost(new EOFException("closed with " + status));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        lost(failure instanceof Exception known ? known : new IOException(failure));
    }

    private void lost(Exception why) {
        if (!over) {
            over = true;
            ears.lost().accept(why);
        }
    }

    boolean isOpen() {
        return !over && !socket.isInputClosed() && !socket.isOutputClosed();
    }

    /** A sign of life is asked for. */
    void ping() {
        socket.sendText("{\"message\":\"ping\"}", true);
    }

    /** Orderly, without waiting. */
    void close() {
        over = true;
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(2, TimeUnit.SECONDS)
                .whenComplete((done, failed) -> socket.abort());
    }

    /** At once, without a word: for a connection that is dead or not wanted. */
    void cut() {
        over = true;
        WebSocket known = socket;
        if (known != null) {
            known.abort();
        }
    }
}

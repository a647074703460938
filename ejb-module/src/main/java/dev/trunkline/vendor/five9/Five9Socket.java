package dev.trunkline.vendor.five9;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One WebSocket of one agent (sheet 5.1). Hands over on the client's threads. Public because it stands in a signature of {@link Five9Client}. */
public final class Five9Socket implements WebSocket.Listener {
    /** Statistics that are none of ours come as frames of some MiB (sheet 5.3). */
    private static final int LONGEST = 16 * 1024 * 1024;

    private static final String GREETING = "1010";

    private final Ears ears;
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private volatile WebSocket socket;
    private volatile boolean over;

    /** Whom to tell: what was heard, in order, and once that the connection broke. */
    record Ears(Consumer<String> heard, Consumer<Exception> lost) {}

    /** The platform closed it, and said why by a number (sheet 5.6). */
    static final class Closed extends IOException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Closed(int status) {
            super("closed with " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private Five9Socket(Ears ears) {
        this.ears = ears;
    }

    /** Blocks until the platform has greeted: what happens before might not be told. */
    static Five9Socket open(HttpClient http, URI uri, Map<String, String> headers, Duration within, Ears ears)
            throws IOException {
        Five9Socket opening = new Five9Socket(ears);
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(within);
        headers.forEach(builder::header);
        try {
            opening.socket = builder.buildAsync(uri, opening).get(within.toMillis(), TimeUnit.MILLISECONDS);
            opening.greeted.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return opening;
        } catch (InterruptedException stopped) {
            opening.cut();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (TimeoutException silent) {
            opening.cut();
            throw new IOException("no event connection in time", silent);
        } catch (ExecutionException failed) {
            opening.cut();
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
            if (text.capacity() > LONGEST / 16) {
                text.trimToSize(); // agents are many, such frames few
            }
            heard(whole);
        }
        from.request(1);
        return null;
    }

    private void heard(String whole) {
        if (over) {
            return;
        }
        if (!greeted.isDone() && greets(whole)) {
            greeted.complete(null);
        }
        ears.heard().accept(whole);
    }

    private static boolean greets(String message) {
        try {
            return Five9Json.frame(message).eventId().equals(GREETING);
        } catch (IllegalArgumentException garbage) {
            return false;
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        lost(new Closed(status));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        lost(failure instanceof Exception known ? known : new IOException(failure));
    }

    private void lost(Exception why) {
        if (!over) {
            over = true;
            greeted.completeExceptionally(why);
            ears.lost().accept(why);
        }
    }

    boolean isOpen() {
        return !over && !socket.isInputClosed() && !socket.isOutputClosed();
    }

    /** A text of its own, neither JSON nor the protocol's ping (sheet 5.2). */
    void ping() {
        socket.sendText("ping", true);
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

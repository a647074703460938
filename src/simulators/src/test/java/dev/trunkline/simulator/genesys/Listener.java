package dev.trunkline.simulator.genesys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Simulators;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A WebSocket at a channel, and all that came on it. */
final class Listener implements AutoCloseable, WebSocket.Listener {
    private static final int PATIENCE = 10;
    /** What the client makes of an end without a word. */
    private static final int ABNORMAL = 1006;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    /** Fails with the reason if the upgrade is refused. */
    Listener(Simulators simulators, String connectUri) {
        socket = HttpClient.newBuilder()
                .sslContext(simulators.identity().clientContext())
                .build()
                .newWebSocketBuilder()
                .buildAsync(URI.create(connectUri), this)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status == ABNORMAL ? -1 : status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(-1);
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    /** The status with which it was closed; -1 without a word. */
    int awaitClosed() {
        try {
            return closed.get(PATIENCE, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The socket is still open", e);
        }
    }

    boolean quiet() {
        return frames.isEmpty();
    }

    String nextText() {
        try {
            String text = frames.poll(PATIENCE, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("Nothing came");
            }
            return text;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode next() {
        String text = nextText();
        try {
            return Rest.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** What came up to and with the first frame of which this is true. */
    List<JsonNode> until(Predicate<JsonNode> last) {
        List<JsonNode> seen = new ArrayList<>();
        do {
            seen.add(next());
        } while (!last.test(seen.get(seen.size() - 1)));
        return seen;
    }

    /** What has come by now, to the last that was sent; no answer to the ping itself. */
    List<JsonNode> arrived() {
        say("{\"message\":\"ping\"}");
        List<JsonNode> seen =
                until(frame -> frame.at("/eventBody/message").asText().equals("pong"));
        return seen.subList(0, seen.size() - 1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}

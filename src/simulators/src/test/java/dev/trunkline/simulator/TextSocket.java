package dev.trunkline.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A WebSocket on which JSON comes, and all that came on it. What a frame means is the platform's affair. */
public class TextSocket implements AutoCloseable {
    private static final int PATIENCE = 30;
    /** What the client makes of an end without a word. */
    private static final int ABNORMAL = 1006;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    /** Fails with the reason if the upgrade is refused. */
    protected TextSocket(WebSocket.Builder builder, URI at) {
        socket = builder.buildAsync(at, new Ear()).join();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

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
    }

    public boolean open() {
        return !socket.isInputClosed();
    }

    public void say(String text) {
        socket.sendText(text, true).join();
    }

    /** The status with which it was closed; -1 without a word. */
    public int awaitClosed() {
        try {
            return closed.get(PATIENCE, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("The socket is still open", e);
        }
    }

    /** As {@link #awaitClosed}, now. */
    public Optional<Integer> closedAs() {
        return Optional.ofNullable(closed.getNow(null));
    }

    public boolean quiet() {
        return frames.isEmpty();
    }

    public String nextText() {
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

    public JsonNode next() {
        String text = nextText();
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** What came up to and with the first frame of which this is true. */
    public List<JsonNode> until(Predicate<JsonNode> last) {
        List<JsonNode> seen = new ArrayList<>();
        do {
            try {
                seen.add(next());
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + " after " + seen, e);
            }
        } while (!last.test(seen.get(seen.size() - 1)));
        return seen;
    }

    /** The first frame of which this is true. */
    public JsonNode first(Predicate<JsonNode> wanted) {
        List<JsonNode> seen = until(wanted);
        return seen.get(seen.size() - 1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}

package dev.trunkline.simulator.five9;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An agent's socket and all that came on it (sheet 5). */
final class Socket implements AutoCloseable, WebSocket.Listener {
    private static final int PATIENCE = 15;
    /** What the client makes of an end without a word. */
    private static final int ABNORMAL = 1006;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private Socket() {}

    /** @param key how the client names it */
    static Socket open(Rest rest, String key) {
        return at(rest, "/appsvcs/ws/" + key);
    }

    static Socket at(Rest rest, String place) {
        Socket made = new Socket();
        URI uri = URI.create(rest.host().replaceFirst("^http", "ws") + place);
        WebSocket.Builder builder = Rest.http().newWebSocketBuilder();
        if (rest.says(Rest.Style.HEADERS) && !rest.token().isEmpty()) {
            builder.header("Authorization", rest.authorization()).header("farmId", rest.farm());
        }
        String cookies = rest.cookies(URI.create(rest.host() + place));
        if (rest.says(Rest.Style.COOKIES) && !cookies.isEmpty()) {
            builder.header("Cookie", cookies);
        }
        made.socket = builder.buildAsync(uri, made).join();
        return made;
    }

    /** The status with which the handshake is refused; 101 if it is not, 0 if there was no answer. */
    static int handshake(Rest rest, String place) {
        try (Socket opened = at(rest, place)) {
            return opened.socket.isInputClosed() ? 0 : 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
        }
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

    /** As {@link #awaitClosed}, now. */
    Optional<Integer> closedAs() {
        return Optional.ofNullable(closed.getNow(null));
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

    static String eventId(JsonNode frame) {
        return frame.at("/context/eventId").asText();
    }

    /** What came up to and with the first frame of which this is true. */
    List<JsonNode> until(Predicate<JsonNode> last) {
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

    /** The first of these. */
    JsonNode event(String id) {
        List<JsonNode> seen = until(frame -> eventId(frame).equals(id));
        return seen.get(seen.size() - 1);
    }

    /** What has come by now, to the last that was sent; not the answer to the ping itself. */
    List<JsonNode> arrived() {
        say("ping");
        List<JsonNode> seen = until(frame -> eventId(frame).equals("1202"));
        return seen.subList(0, seen.size() - 1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}

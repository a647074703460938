package dev.trunkline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What came over one WebSocket, in order; keeps its books when the connection is lost. */
public final class Frames implements WebSocket.Listener {
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(Contract.json(partial.toString()));
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.complete(-1);
    }

    public List<JsonNode> all() {
        return List.copyOf(frames);
    }

    int count() {
        return frames.size();
    }

    public List<JsonNode> calls() {
        return frames.stream()
                .filter(frame -> frame.path("subtopic").asText().equals("OutBoundCallStateChange"))
                .toList();
    }

    boolean closed() {
        return closed.isDone();
    }

    public int closeCode() {
        Await.until("the connection is closed", closed::isDone);
        return closed.join();
    }

    public JsonNode await(String what, Predicate<JsonNode> wanted) {
        Await.until(what + " in " + summary(), () -> frames.stream().anyMatch(wanted));
        return frames.stream().filter(wanted).findFirst().orElseThrow();
    }

    public JsonNode awaitLifeCycle(String word) {
        return await("life-cycle " + word, frame -> lifeCycle(frame).equals(word));
    }

    public JsonNode awaitSubtopic(String word) {
        return await(word, frame -> frame.path("subtopic").asText().equals(word));
    }

    public JsonNode awaitState(String state) {
        return await(
                "agent state " + state,
                frame -> frame.at("/message/data/state").asText().equals(state));
    }

    public static String lifeCycle(JsonNode frame) {
        return frame.at("/gateway/lifeCycle").asText();
    }

    /** Life-cycles of the calls told, each once in a row. */
    public List<String> lifeCycles() {
        return inARow(calls().stream().map(Frames::lifeCycle).toList());
    }

    public static List<String> inARow(List<String> all) {
        List<String> words = new ArrayList<>();
        all.stream()
                .filter(word -> words.isEmpty() || !words.get(words.size() - 1).equals(word))
                .forEach(words::add);
        return words;
    }

    /** The state that a form tells, wherever it stands in that form. */
    public static String event(JsonNode frame) {
        return frame.at("/message/call/event").asText(frame.at("/data/event").asText());
    }

    /** Numbers in the order of their coming. */
    public List<Long> numbers() {
        return frames.stream()
                .map(frame -> frame.at("/gateway/seq"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .toList();
    }

    private String summary() {
        return frames.stream()
                .map(frame -> frame.path("subtopic").asText() + " " + lifeCycle(frame))
                .toList()
                .toString();
    }
}

package dev.trunkline.simulator.webexcc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.TextSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An agent's notification socket and all that came on it (sheet 5.1). */
final class Listener extends TextSocket {
    private static final String KEEPALIVE = "{\"keepalive\":\"true\"}";

    /** Fails with the reason if the upgrade is refused. */
    Listener(String webSocketUrl) {
        super(Rest.http().newWebSocketBuilder(), URI.create(webSocketUrl));
    }

    /** Once it is welcome. */
    static Listener welcomed(String webSocketUrl) {
        Listener made = new Listener(webSocketUrl);
        made.first(frame -> family(frame).equals("Welcome"));
        return made;
    }

    /** What of messages its outer type says. */
    static String family(JsonNode frame) {
        return frame.path("type").asText();
    }

    static String type(JsonNode frame) {
        return frame.at("/data/type").asText();
    }

    static boolean keepalive(JsonNode frame) {
        return frame.has("keepalive");
    }

    void keepAlive() {
        say(KEEPALIVE);
    }

    /** The first whole message with this event. */
    JsonNode message(String type) {
        return first(frame -> type(frame).equals(type));
    }

    /** The first event of this type, its {@code data}. */
    JsonNode event(String type) {
        return message(type).path("data");
    }

    JsonNode event(String type, Predicate<JsonNode> which) {
        return first(frame -> type(frame).equals(type) && which.test(frame.path("data")))
                .path("data");
    }

    /** All events up to and with the first of this type. */
    List<JsonNode> events(String last) {
        return until(frame -> type(frame).equals(last)).stream()
                .filter(frame -> !keepalive(frame))
                .toList();
    }

    /** The names of what became of contacts, up to and with the first of this name. */
    List<String> contacts(String last) {
        return contacts(events(last));
    }

    static List<String> contacts(List<JsonNode> frames) {
        return frames.stream()
                .filter(frame -> family(frame).equals("RoutingMessage"))
                .map(Listener::type)
                .filter(type -> !type.equals("AgentDNRegistered"))
                .toList();
    }

    /** What has come by now, to the last that was sent; not the keepalive that comes back. */
    List<JsonNode> arrived() {
        keepAlive();
        List<JsonNode> seen = until(Listener::keepalive);
        return seen.subList(0, seen.size() - 1);
    }

    List<String> arrivedTypes() {
        return new ArrayList<>(arrived().stream().map(Listener::type).toList());
    }
}

package dev.trunkline.simulator.five9;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.TextSocket;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;

/** An agent's socket and all that came on it (sheet 5). */
final class Socket extends TextSocket {
    private Socket(WebSocket.Builder builder, URI at) {
        super(builder, at);
    }

    /** @param key how the client names it */
    static Socket open(Rest rest, String key) {
        return at(rest, "/appsvcs/ws/" + key);
    }

    static Socket at(Rest rest, String place) {
        URI uri = URI.create(rest.host().replaceFirst("^http", "ws") + place);
        WebSocket.Builder builder = Rest.http().newWebSocketBuilder();
        if (rest.says(Rest.Style.HEADERS) && !rest.token().isEmpty()) {
            builder.header("Authorization", rest.authorization()).header("farmId", rest.farm());
        }
        String cookies = rest.cookies(URI.create(rest.host() + place));
        if (rest.says(Rest.Style.COOKIES) && !cookies.isEmpty()) {
            builder.header("Cookie", cookies);
        }
        return new Socket(builder, uri);
    }

    /** The status with which the handshake is refused; 101 if it is not, 0 if there was no answer. */
    static int handshake(Rest rest, String place) {
        try (Socket opened = at(rest, place)) {
            return opened.open() ? 101 : 0;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
        }
    }

    static String eventId(JsonNode frame) {
        return frame.at("/context/eventId").asText();
    }

    /** The first of these. */
    JsonNode event(String id) {
        return first(frame -> eventId(frame).equals(id));
    }

    /** What has come by now, to the last that was sent; not the answer to the ping itself. */
    List<JsonNode> arrived() {
        say("ping");
        List<JsonNode> seen = until(frame -> eventId(frame).equals("1202"));
        return seen.subList(0, seen.size() - 1);
    }
}

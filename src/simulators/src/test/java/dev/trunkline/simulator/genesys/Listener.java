package dev.trunkline.simulator.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Simulators;
import dev.trunkline.simulator.TextSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;

/** A WebSocket at a channel, and all that came on it. */
final class Listener extends TextSocket {
    /** Fails with the reason if the upgrade is refused. */
    Listener(Simulators simulators, String connectUri) {
        super(
                HttpClient.newBuilder()
                        .sslContext(simulators.identity().clientContext())
                        .build()
                        .newWebSocketBuilder(),
                URI.create(connectUri));
    }

    /** What has come by now, to the last that was sent; no answer to the ping itself. */
    List<JsonNode> arrived() {
        say("{\"message\":\"ping\"}");
        List<JsonNode> seen =
                until(frame -> frame.at("/eventBody/message").asText().equals("pong"));
        return seen.subList(0, seen.size() - 1);
    }
}

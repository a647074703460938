package dev.trunkline.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.api.Document;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be known of asyncapi.yaml without running the product; src/system-tests asks the running one. */
class AsyncApiTest {
    /** Closed by the server itself, before a frame comes to us. */
    private static final String NOT_UTF8 = "1007";

    private static final Document API = Document.read("asyncapi.yaml");
    private static final Document EVENTS = API.at("channels", "events");
    private static final ServerEndpoint ENDPOINT = EventsEndpoint.class.getAnnotation(ServerEndpoint.class);

    @Test
    void addressAndSubprotocolsShouldBeThoseOfTheEndpoint() {
        assertThat(EVENTS.at("address").text()).isEqualTo(ENDPOINT.value());
        assertThat(EVENTS.at("x-subprotocols").names()).containsExactlyInAnyOrder(ENDPOINT.subprotocols());
        assertThat(EVENTS.at("bindings", "ws", "headers", "properties", "Sec-WebSocket-Protocol", "enum")
                        .text())
                .isEqualTo(Arrays.toString(ENDPOINT.subprotocols()));
    }

    @Test
    void closeCodesShouldBeThoseOfTheCode() {
        Set<String> sent = Arrays.stream(Ending.values())
                .filter(ending -> ending != Ending.LOST)
                .map(ending -> String.valueOf(ending.closeCode()))
                .collect(Collectors.toCollection(TreeSet::new));
        sent.add(NOT_UTF8);
        assertThat(EVENTS.at("x-close-codes").names()).isEqualTo(sent);
    }

    @Test
    void everyFormOfACallEventShouldBeAMessage() throws IOException {
        String payloads = API.at("components", "messages").parts().stream()
                .map(message -> message.at("payload", "$ref").text())
                .collect(Collectors.joining(" "));
        try (Stream<Path> schemas = Files.list(Path.of("src/main/docs/schema"))) {
            assertThat(schemas.map(schema -> schema.getFileName().toString()).filter(name -> name.startsWith("event-")))
                    .allSatisfy(name -> assertThat(payloads).contains("schema/" + name));
        }
    }

    @Test
    void everyMessageShouldBeToldOrAsked() {
        assertThat(EVENTS.at("messages").names())
                .isEqualTo(API.at("components", "messages").names());
        String operations = API.at("operations", "tell", "messages").text()
                + API.at("operations", "ask", "messages").text();
        assertThat(EVENTS.at("messages").names())
                .allSatisfy(name -> assertThat(operations).contains("#/channels/events/messages/" + name + "}"));
    }
}

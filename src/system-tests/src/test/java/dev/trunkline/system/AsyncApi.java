package dev.trunkline.system;

import static dev.trunkline.system.ServedDocument.pointer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The AsyncAPI document of the running gateway: which messages there are, and how a connection may be refused or end. */
final class AsyncApi {
    private static final String REQUEST = "request";
    private static final String MESSAGES = "/components/messages";
    private static final String EVENTS = "/channels/events";

    private final ServedDocument document;

    private AsyncApi(ServedDocument document) {
        this.document = document;
    }

    /** @param base the gateway's address, with a slash at its end */
    static AsyncApi of(String base) {
        return new AsyncApi(ServedDocument.of(base, "asyncapi.yaml"));
    }

    ServedDocument document() {
        return document;
    }

    List<String> messages() {
        return ServedDocument.names(document.at(MESSAGES));
    }

    List<String> subprotocols() {
        return ServedDocument.names(document.at(EVENTS + "/x-subprotocols"));
    }

    List<String> handshakes() {
        return ServedDocument.names(document.at(EVENTS + "/x-handshake"));
    }

    List<String> closeCodes() {
        return ServedDocument.names(document.at(EVENTS + "/x-close-codes"));
    }

    static String payload(String message) {
        return MESSAGES + pointer(message, "payload");
    }

    void checkAsked(String text) {
        document.check(Contract.json(text), payload(REQUEST));
    }

    /** The one message of those that the gateway tells which this frame is. */
    String told(JsonNode frame) {
        List<String> fitting = messages().stream()
                .filter(name -> !name.equals(REQUEST))
                .filter(name -> document.allows(frame, payload(name)))
                .toList();
        assertThat(fitting).as(frame.toString()).hasSize(1);
        return fitting.get(0);
    }
}

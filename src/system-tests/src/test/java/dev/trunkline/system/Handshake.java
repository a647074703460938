package dev.trunkline.system;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A WebSocket handshake that can be spoilt in any of its parts. */
final class Handshake {
    private final int port;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String line = "GET /trunkline/events HTTP/1.1";

    private Handshake(int port) {
        this.port = port;
        header("Host", "localhost:" + port);
        header("Upgrade", "websocket");
        header("Connection", "Upgrade");
        header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        header("Sec-WebSocket-Version", "13");
    }

    /** A good one. */
    static Handshake of(Site site, Person person) {
        return without(site).header("Authorization", "Bearer " + person.token());
    }

    /** One of somebody who does not say who he is. */
    static Handshake without(Site site) {
        return new Handshake(site.installation().ports().http());
    }

    /** @param value empty to leave the header out */
    Handshake header(String name, String value) {
        headers.put(name, value);
        headers.values().removeAll(Collections.singleton(""));
        return this;
    }

    Handshake query(String query) {
        return line("GET /trunkline/events?" + query + " HTTP/1.1");
    }

    Handshake line(String requestLine) {
        line = requestLine;
        return this;
    }

    String text() {
        StringBuilder text = new StringBuilder(line).append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString();
    }

    RawSocket.Answer answer() {
        try (RawSocket socket = new RawSocket(port)) {
            return socket.send(text()).answer();
        }
    }

    /** An open WebSocket. */
    RawSocket open() {
        return open(0);
    }

    /** @param receiveBuffer small for a client that will not read */
    RawSocket open(int receiveBuffer) {
        RawSocket socket = new RawSocket(port, receiveBuffer);
        RawSocket.Answer answer = socket.send(text()).answer();
        if (answer.status() != 101) {
            throw new AssertionError(answer);
        }
        return socket;
    }
}

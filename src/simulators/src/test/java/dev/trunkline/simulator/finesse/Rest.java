package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.Simulators;
import dev.trunkline.simulator.finesse.wire.Element;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/** A raw REST client of one agent. */
final class Rest {
    private final HttpClient http;
    private final String url;
    private final String authorization;

    Rest(Simulators simulators, String user, String password) {
        this(simulators, simulators.finesse().first(), basic(user, password));
    }

    Rest(Simulators simulators, String authorization) {
        this(simulators, simulators.finesse().first(), authorization);
    }

    Rest(Simulators simulators, FinesseNode node, String authorization) {
        http = HttpClient.newBuilder()
                .sslContext(simulators.identity().clientContext())
                .build();
        url = node.restUrl();
        this.authorization = authorization;
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) throws IOException {
        return send("GET", path, "");
    }

    HttpResponse<String> put(String path, String body) throws IOException {
        return send("PUT", path, body);
    }

    HttpResponse<String> post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException {
        return send(request(path).method(method, BodyPublishers.ofString(body)).build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/xml")
                .header("requestId", UUID.randomUUID().toString());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String errorType(HttpResponse<String> response) {
        try {
            Element error = Element.parse(response.body()).child("ApiError").orElseThrow();
            return response.statusCode() + " " + error.textOf("ErrorType").orElseThrow();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(response.body(), e);
        }
    }
}

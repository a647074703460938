package dev.trunkline.simulator.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A raw client of the Platform API with one token, by HTTPS. */
final class Rest {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String url;
    private final String token;

    /** What came back. */
    record Reply(int status, JsonNode json, HttpResponse<String> response) {
        /** {@code 400 not.a.user} */
        String error() {
            return status + " " + json.path("code").asText();
        }

        String text(String pointer) {
            return json.at(pointer).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Rest(Simulators simulators, String token) {
        http = HttpClient.newBuilder()
                .sslContext(simulators.identity().clientContext())
                .build();
        url = simulators.platform(Genesys.class).url();
        this.token = token;
    }

    String token() {
        return token;
    }

    /** @param path behind {@code /api/v2/} */
    Reply get(String path) throws IOException {
        return send("GET", path, "");
    }

    Reply post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    Reply patch(String path, String body) throws IOException {
        return send("PATCH", path, body);
    }

    Reply put(String path, String body) throws IOException {
        return send("PUT", path, body);
    }

    Reply delete(String path) throws IOException {
        return send("DELETE", path, "");
    }

    Reply send(String method, String path, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v2/" + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    Reply send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = JSON.readTree(type.contains("json") ? response.body() : "null");
            return new Reply(response.statusCode(), json, response);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String place) {
        return HttpRequest.newBuilder(URI.create(url + place));
    }

    /** A form at the token endpoint, with the client's secret in the header if there is one. */
    Reply form(String client, String secret, String form) throws IOException {
        HttpRequest.Builder request = request("/oauth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (!client.isEmpty()) {
            String pair = client + ":" + secret;
            String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + encoded);
        }
        return send(request.build());
    }
}

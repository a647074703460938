package dev.trunkline.simulator.webexcc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A raw client of the API with one token, by HTTPS (sheet 2.2). */
final class Rest {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Quick.IDENTITY.clientContext())
            .build();

    private final Described described;
    private final String token;

    /** What came back. */
    record Reply(int status, String body, JsonNode json, HttpResponse<String> response) {
        String text(String pointer) {
            return json.at(pointer).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Rest(Simulators simulators, String token) {
        this(Described.of(simulators), token);
    }

    Rest(Described described, String token) {
        this.described = described;
        this.token = token;
    }

    /** With a token that the standing refresh token of this agent gave. */
    static Rest of(Simulators simulators, String agent) throws IOException {
        Rest nobody = new Rest(simulators, "none");
        Reply granted = nobody.refresh("refresh-" + agent);
        if (granted.status() != 200) {
            throw new AssertionError(granted.toString());
        }
        return nobody.withToken(granted.text("/access_token"));
    }

    Rest withToken(String another) {
        return new Rest(described, another);
    }

    static HttpClient http() {
        return HTTP;
    }

    Described described() {
        return described;
    }

    String token() {
        return token;
    }

    Reply get(String path) throws IOException {
        return send("GET", path, "");
    }

    Reply post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    Reply put(String path, String body) throws IOException {
        return send("PUT", path, body);
    }

    Reply patch(String path, String body) throws IOException {
        return send("PATCH", path, body);
    }

    Reply delete(String path) throws IOException {
        return send("DELETE", path, "");
    }

    /** @param path behind {@code /organization/ORG/} */
    Reply organisation(String path) throws IOException {
        return get("/organization/" + described.orgId() + "/" + path);
    }

    Reply send(String method, String path, String body) throws IOException {
        return send(request(method, path, body).build());
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return bare(method, path, body).header("Authorization", "Bearer " + token);
    }

    /** Without a token. */
    HttpRequest.Builder bare(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(described.api() + path));
        if (body.isEmpty()) {
            return request.method(method, BodyPublishers.noBody());
        }
        return request.method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
    }

    Reply send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json =
                    JSON.readTree(type.contains("json") && !response.body().isEmpty() ? response.body() : "null");
            return new Reply(response.statusCode(), response.body(), json, response);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** At the token endpoint, with the client's own id and secret. */
    Reply token(Map<String, String> fields) throws IOException {
        String own = form(
                Map.of("client_id", described.text("/clientId"), "client_secret", described.text("/clientSecret")));
        return tokenForm(own + "&" + form(fields));
    }

    Reply tokenForm(String form) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(described.api() + "/v1/access_token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    Reply refresh(String refreshToken) throws IOException {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

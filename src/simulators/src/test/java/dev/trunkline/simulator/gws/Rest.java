package dev.trunkline.simulator.gws;

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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A raw client with a cookie jar and a CSRF token of its own, by plain HTTP. */
final class Rest {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String SESSION = "JSESSIONID";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String url;
    private String csrf = "";

    /** What came back. */
    record Reply(int status, JsonNode json, HttpResponse<String> response) {
        /** {@code 403 20} */
        String code() {
            return status + " " + json.path("statusCode").asText();
        }

        String text(String pointer) {
            return json.at(pointer).asText();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Rest(Simulators simulators) {
        url = "http://localhost:" + simulators.platform(Gws.class).port();
    }

    Map<String, String> cookies() {
        return cookies;
    }

    String csrf() {
        return csrf;
    }

    void csrf(String token) {
        csrf = token;
    }

    static HttpClient http() {
        return HTTP;
    }

    static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.ISO_8859_1);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    Reply signIn(String user) throws IOException {
        return signIn(user, "secret");
    }

    Reply signIn(String user, String password) throws IOException {
        return send(request("/api/v2/me?subresources=features,devices,channels")
                .header("Authorization", basic(user, password))
                .build());
    }

    /** @param path behind {@code /api/v2/} */
    Reply get(String path) throws IOException {
        return send(request("/api/v2/" + path).build());
    }

    Reply post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    Reply send(String method, String path, String body) throws IOException {
        return send(request("/api/v2/" + path)
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build());
    }

    /** With what was collected so far. @param place with a slash before it */
    HttpRequest.Builder request(String place) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + place));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    new TreeMap<>(cookies)
                            .entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .collect(Collectors.joining("; ")));
        }
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-TOKEN", csrf);
        }
        return request;
    }

    Reply send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            collect(response);
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = JSON.readTree(type.contains("json") ? response.body() : "null");
            return new Reply(response.statusCode(), json, response);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void collect(HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";")[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        response.headers()
                .firstValue("X-CSRF-HEADER")
                .flatMap(name -> response.headers().firstValue(name))
                .ifPresent(token -> csrf = token);
    }
}

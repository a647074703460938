package dev.trunkline.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** The control plane of a simulated platform. */
public final class Controls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REFUSED = 400;

    private final HttpClient http;
    private final String base;

    /** @param controlUrl without a slash at its end @param vendor of the platform, for example {@code finesse} */
    public Controls(HttpClient http, String controlUrl, String vendor) {
        this.http = http;
        this.base = controlUrl + "/platforms/" + vendor;
    }

    /** What whoever uses the platform has to know of it. */
    public JsonNode described() {
        return read("");
    }

    /** Every call that the platform really created: {@code callId, agent, number, placedAt, state, ended, changes}. */
    public JsonNode books() {
        return read("/calls");
    }

    /** The agents' open event streams: {@code agent, connectedAt}. */
    public JsonNode sessions() {
        return read("/sessions");
    }

    /** How often each kind of request arrived. */
    public JsonNode requests() {
        return read("/requests");
    }

    private JsonNode read(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return json(http.sendAsync(request, BodyHandlers.ofString()).join().body());
    }

    /** @param json for example {@code {"kind":"cut-stream","seconds":3}} */
    public void fault(String json) {
        HttpResponse<String> answer = post("/faults", json).join();
        if (answer.statusCode() >= REFUSED) {
            throw new IllegalStateException(json + ": " + answer.body());
        }
    }

    /** The answer may be a refusal: the call may be over. @param action {@code answer} or {@code hangup} */
    public CompletableFuture<HttpResponse<String>> farEnd(String callId, String action) {
        return post("/calls/" + callId + "/far-end", "{\"action\":\"" + action + "\"}");
    }

    private CompletableFuture<HttpResponse<String>> post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}

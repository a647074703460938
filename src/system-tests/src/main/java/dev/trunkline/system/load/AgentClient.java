package dev.trunkline.system.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What one agent's application does: it posts, reads and listens. Thousands of them share one {@link HttpClient}. */
public final class AgentClient {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String base;
    private final String name;
    private final String authorization;

    /** @param gatewayUrl base address, with a slash at its end */
    public AgentClient(HttpClient http, String gatewayUrl, String name, String token) {
        this.http = http;
        this.base = gatewayUrl;
        this.name = name;
        this.authorization = "Bearer " + token;
    }

    /** A client for many agents; each request waiting for its answer has a connection of its own. */
    public static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    public String name() {
        return name;
    }

    /** A request message. @param data as JSON; {@code ""} for none, as for the two behind it */
    public static String message(
            String channel, String topic, String subtopic, String data, String requestId, String key) {
        String plain = message(channel, topic, subtopic, data);
        return plain.substring(0, plain.length() - 1)
                + (requestId.isEmpty() ? "" : ",\"requestId\":\"" + requestId + "\"")
                + (key.isEmpty() ? "" : ",\"idempotencyKey\":\"" + key + "\"") + "}";
    }

    /** A request message without a name. @param data as JSON; {@code ""} for none */
    public static String message(String channel, String topic, String subtopic, String data) {
        return "{\"channel\":\"" + channel + "\",\"topic\":\"" + topic + "\",\"subtopic\":\"" + subtopic + "\""
                + (data.isEmpty() ? "" : ",\"data\":" + data) + "}";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "api/v1/" + path))
                .timeout(LONGEST)
                .header("Authorization", authorization);
    }

    public CompletableFuture<HttpResponse<String>> post(String message) {
        HttpRequest request = request("messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    /** @param path behind {@code api/v1/} */
    public CompletableFuture<HttpResponse<String>> get(String path) {
        return http.sendAsync(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** Listens to all that comes after a number. */
    public CompletableFuture<EventSocket> listen(long after, Hearer hearer) {
        return open("&after=" + after, hearer);
    }

    /** Listens to what comes from now on. */
    public CompletableFuture<EventSocket> listen(Hearer hearer) {
        return open("", hearer);
    }

    private CompletableFuture<EventSocket> open(String more, Hearer hearer) {
        EventSocket socket = new EventSocket(hearer);
        return http.newWebSocketBuilder()
                .header("Authorization", authorization)
                .connectTimeout(LONGEST)
                .buildAsync(URI.create(base.replace("http:", "ws:") + "events?profile=extended" + more), socket)
                .thenApply(socket::on);
    }

    /** Server-sent events after a number. */
    public EventReader read(long after, Hearer hearer) {
        EventReader reader = new EventReader(hearer);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "api/v1/events?profile=extended&after=" + after))
                .header("Authorization", authorization)
                .header("Accept", "text/event-stream")
                .build();
        http.sendAsync(request, answer -> BodySubscribers.fromLineSubscriber(reader))
                .whenComplete((answer, lost) -> {
                    if (lost != null) {
                        reader.onError(lost);
                    }
                });
        return reader;
    }
}

package dev.trunkline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One signed-in person and his ways to talk to the gateway; HTTP and WebSocket stay in here. */
public final class Person {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final String base;
    private final String token;

    private Person(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Signs in with the name as password. */
    public static Person named(String name, String gatewayUrl) {
        String basic = Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(gatewayUrl + "api/v1/tokens"))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        return new Person(
                gatewayUrl, Contract.json(answer.body()).path("access_token").asText());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "api/v1/" + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token);
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** The same person with another token. */
    public Person withToken(String other) {
        return new Person(base, other);
    }

    public HttpResponse<String> post(String message, String... headers) {
        return postAs("application/json", message, headers);
    }

    /** Over HTTP/1.1: Java's client for HTTP/2 does not listen while it waits to send more, and who refuses reads no more. */
    public HttpResponse<String> postTooMuch(String message) {
        return send(request("messages")
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build());
    }

    public HttpResponse<String> postAs(String type, String message, String... headers) {
        return send(request("messages", headers)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build());
    }

    /** Whatever it is, as a message. Over HTTP/1.1, for the same reason as {@link #postTooMuch}. */
    HttpResponse<String> postBytes(byte[] message) {
        return send(request("messages")
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build());
    }

    /** For those who write their requests themselves. */
    String token() {
        return token;
    }

    /** The acknowledgement's {@code message}; fails if the request was refused. */
    public static JsonNode acknowledged(HttpResponse<String> answer) {
        if (answer.statusCode() != 202) {
            throw new AssertionError("refused: " + answer.body());
        }
        JsonNode ack = Contract.json(answer.body());
        Contract.check(ack, "ack");
        return ack.path("message");
    }

    /** Posts a verb and gives the acknowledgement's {@code message}; fails if it is refused. */
    public JsonNode ask(String subtopic, String data, String... headers) {
        return acknowledged(post(message(subtopic, data), headers));
    }

    public static String message(String subtopic, String data) {
        return "{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"" + subtopic + "\""
                + (data.isEmpty() ? "" : ",\"data\":" + data) + "}";
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public JsonNode read(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Contract.json(answer.body());
    }

    public JsonNode command(String id) {
        JsonNode command = read("commands/" + id);
        Contract.check(command, "rest-command");
        return command;
    }

    /** The command when it is settled. */
    public JsonNode settled(String id) {
        Await.until(
                () -> "command " + id + " is settled; it is " + command(id),
                () -> !command(id).path("status").asText().equals("accepted"));
        return command(id);
    }

    /** Waits until the platform has done it. */
    public Person done(JsonNode ack) {
        JsonNode command = settled(ack.path("commandId").asText());
        if (!command.path("status").asText().equals("done")) {
            throw new AssertionError(command);
        }
        return this;
    }

    public String ticket() {
        return Contract.json(send(request("tickets")
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build())
                        .body())
                .path("ticket")
                .asText();
    }

    /** An open WebSocket, and what comes over it. */
    public record Line(WebSocket socket, Frames frames) implements AutoCloseable {
        public void say(String text) {
            socket.sendText(text, true).join();
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    /** @param query behind {@code /events}, for example {@code ?profile=extended} */
    public Line listen(String query) {
        return open(socket().header("Authorization", "Bearer " + token), query);
    }

    /** As a browser: no header, but a ticket in the query. */
    public Line listenWithoutToken(String query) {
        return open(socket(), query);
    }

    /** @param protocol a WebSocket subprotocol */
    public Line listenAs(String protocol, String query) {
        return open(socket().header("Authorization", "Bearer " + token).subprotocols(protocol), query);
    }

    private static WebSocket.Builder socket() {
        return HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
    }

    private Line open(WebSocket.Builder builder, String query) {
        Frames frames = new Frames();
        WebSocket socket = builder.buildAsync(URI.create(base.replace("http:", "ws:") + "events" + query), frames)
                .join();
        return new Line(socket, frames);
    }

    /** Server-sent events. @param query behind {@code events} */
    public EventLines events(String query, String... headers) {
        return new EventLines(
                HTTP,
                HttpRequest.newBuilder(URI.create(base + "api/v1/events" + query))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream")
                        .headers(headers.length == 0 ? new String[] {"X-Test", "1"} : headers)
                        .build());
    }

    /** All numbered events of this person's stream, page by page. */
    public List<JsonNode> log() {
        return pages("events");
    }

    /** All events of one call, page by page. */
    public List<JsonNode> callEvents(String callRef) {
        return pages("calls/" + callRef + "/events");
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> events = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more) {
            JsonNode page = read(path + "?profile=extended&limit=500&after=" + after);
            Contract.check(page.path("events").isEmpty() ? page : firstOf(page), "rest-events-page");
            page.path("events").forEach(events::add);
            after = page.path("last").asLong();
            more = page.path("more").asBoolean();
        }
        return events;
    }

    /** A page of thousands of events would take its time to be validated: its first event stands for the others. */
    private static JsonNode firstOf(JsonNode page) {
        ObjectNode copy = page.deepCopy();
        copy.set("events", copy.arrayNode().add(page.path("events").get(0)));
        return copy;
    }

    /** Signs in to the simulated platform and gets ready to dial. */
    public Person ready() {
        return signedIn().done(ask("SetReady", ""));
    }

    /** What the first sign-in of a gateway that has just been started loads may take longer than its patience with the platform. */
    public Person signedIn() {
        Await.until("the sign-in", () -> {
            JsonNode command = settled(ask("Login", "").path("commandId").asText());
            boolean done = command.path("status").asText().equals("done");
            if (!done && !command.at("/problem/code").asText().equals("PLATFORM_TIMEOUT")) {
                throw new AssertionError(command);
            }
            return done;
        });
        return this;
    }

    /** The client's own time-out ends where the body begins: an answer that stops half-way is an error too. */
    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.sendAsync(request, BodyHandlers.ofString()).get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            throw new AssertionError("no whole answer to " + request + " within " + LONGEST, stuck);
        } catch (ExecutionException lost) {
            throw new UncheckedIOException(
                    lost.getCause() instanceof IOException known ? known : new IOException(lost.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

package dev.trunkline.simulator.gws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A raw Bayeux client with the cookies of a REST client: one poll after the other, and all that came on them. */
final class Stream {
    private static final String PLACE = "/api/v2/notifications";
    private static final int PATIENCE = 10;

    private final Rest rest;
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private String clientId = "";

    Stream(Rest rest) {
        this.rest = rest;
    }

    /** The reply, or how HTTP refused it. */
    JsonNode handshake(String extra) throws IOException {
        Rest.Reply reply = send(
                "/handshake",
                "{\"channel\":\"/meta/handshake\",\"version\":\"1.0\",\"minimumVersion\":\"1.0\","
                        + "\"supportedConnectionTypes\":[\"long-polling\"]" + extra + "}");
        assertReached(reply);
        clientId = reply.json().path(0).path("clientId").asText();
        return reply.json().path(0);
    }

    private static void assertReached(Rest.Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.body());
        }
    }

    Rest.Reply send(String end, String message) throws IOException {
        return rest.send(request(end, message));
    }

    private HttpRequest request(String end, String message) {
        return rest.request(PLACE + end)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[" + message + "]"))
                .build();
    }

    JsonNode subscribe(String... channels) throws IOException {
        String names = Arrays.stream(channels).map(one -> "\"" + one + "\"").collect(Collectors.joining(","));
        Rest.Reply reply = send(
                "",
                "{\"channel\":\"/meta/subscribe\",\"clientId\":\"" + clientId + "\",\"subscription\":[" + names + "]}");
        for (JsonNode message : reply.json()) {
            if (message.path("channel").asText().equals("/meta/subscribe")) {
                return message;
            }
            messages.add(message);
        }
        throw new AssertionError(reply.body());
    }

    String clientId() {
        return clientId;
    }

    void clientId(String another) {
        clientId = another;
    }

    /** Shakes hands, subscribes, polls. */
    Stream listen() throws IOException {
        handshake("");
        subscribe("/v2/me/calls", "/v2/me/devices", "/v2/me/outbound", "/notifications/services");
        return start();
    }

    /** Polls until a poll ends otherwise than well; the first is answered at once. */
    Stream start() {
        poll(",\"advice\":{\"timeout\":0}");
        return this;
    }

    JsonNode connectOnce(String extra) throws IOException {
        Rest.Reply reply = send("/connect", connect(extra));
        assertReached(reply);
        return reply.json().path(reply.json().size() - 1);
    }

    private String connect(String extra) {
        return "{\"channel\":\"/meta/connect\",\"clientId\":\"" + clientId + "\",\"connectionType\":\"long-polling\""
                + extra + "}";
    }

    private void poll(String extra) {
        CompletableFuture<HttpResponse<String>> answer =
                Rest.http().sendAsync(request("/connect", connect(extra)), BodyHandlers.ofString());
        answer.whenComplete((response, failure) -> {
            if (failure != null) {
                ends.add("broken");
            } else if (response.statusCode() != 200) {
                ends.add(response.statusCode() + " " + response.body());
            } else {
                rest.collect(response);
                take(response.body());
            }
        });
    }

    private void take(String body) {
        try {
            boolean on = false;
            for (JsonNode message : Rest.JSON.readTree(body)) {
                if (!message.path("channel").asText().equals("/meta/connect")) {
                    messages.add(message);
                } else if (message.path("successful").asBoolean()) {
                    on = true;
                } else {
                    ends.add(message.path("error").asText());
                }
            }
            if (on) {
                poll("");
            }
        } catch (JsonProcessingException e) {
            ends.add("not JSON: " + body);
        }
    }

    /** How polling ended. */
    String awaitEnd() {
        return poll(ends, "The stream is still there");
    }

    JsonNode next() {
        return poll(messages, "Nothing came, ended: " + ends);
    }

    private static <T> T poll(BlockingQueue<T> queue, String otherwise) {
        try {
            T first = queue.poll(PATIENCE, TimeUnit.SECONDS);
            if (first == null) {
                throw new AssertionError(otherwise);
            }
            return first;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came up to and with the first message of which this is true. */
    List<JsonNode> until(Predicate<JsonNode> last) {
        List<JsonNode> seen = new ArrayList<>();
        do {
            seen.add(next());
        } while (!last.test(seen.get(seen.size() - 1)));
        return seen;
    }
}

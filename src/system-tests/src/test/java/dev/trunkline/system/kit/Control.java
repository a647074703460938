package dev.trunkline.system.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trunkline.system.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The simulators' control plane, of one platform. */
public final class Control {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int REFUSED = 400;

    private final String url;
    private final String vendor;

    Control(String url, String vendor) {
        this.url = url;
        this.vendor = vendor;
    }

    /** What the platform says of itself: addresses and settings. */
    public JsonNode described() {
        return send("GET", "/platforms/" + vendor, "");
    }

    /** Every call that the platform really created since the last reset. */
    public List<JsonNode> books() {
        List<JsonNode> books = new ArrayList<>();
        send("GET", "/platforms/" + vendor + "/calls", "").forEach(books::add);
        return books;
    }

    public List<JsonNode> books(Predicate<JsonNode> wanted) {
        return books().stream().filter(wanted).toList();
    }

    /** Those that an agent placed to a number. */
    public List<JsonNode> callsTo(String agent, String number) {
        return books(call -> call.path("agent").asText().equals(agent)
                && call.path("number").asText().equals(number));
    }

    /** How often the platform was asked to do something; reading it does not count. */
    public long asked() {
        JsonNode counts = send("GET", "/platforms/" + vendor + "/requests", "");
        return counts.path("commands").asLong() + counts.path("dial").asLong();
    }

    /** What the platform last said to an agent, as it stood on the wire. */
    public List<String> told(String agent) {
        List<String> told = new ArrayList<>();
        send("GET", "/platforms/" + vendor + "/told/" + agent, "").forEach(message -> told.add(message.asText()));
        return told;
    }

    /** At which of the platform's servers the agent's event stream is; {@code ""} while there is none. */
    public String server(String agent) {
        for (JsonNode session : send("GET", "/platforms/" + vendor + "/sessions", "")) {
            if (session.path("agent").asText().equals(agent)) {
                return session.path("server").asText();
            }
        }
        return "";
    }

    /** An agent's access token, where the platform knows single sign-on. */
    public String token(String agent) {
        return send("POST", "/platforms/" + vendor + "/tokens", "{\"agent\":\"" + agent + "\"}")
                .path("token")
                .asText();
    }

    public void fault(String json) {
        send("POST", "/platforms/" + vendor + "/faults", json);
    }

    public void farEnd(String callId, String action) {
        send("POST", "/platforms/" + vendor + "/calls/" + callId + "/far-end", "{\"action\":\"" + action + "\"}");
    }

    /** A campaign's record for an agent who is ready. @param mode a word of contract 3.5 */
    public void offer(String agent, String number, String mode) {
        send(
                "POST",
                "/platforms/" + vendor + "/offers",
                "{\"agent\":\"" + agent + "\",\"number\":\"" + number + "\",\"mode\":\"" + mode + "\"}");
    }

    /** Calls end, faults are over, the books are empty; who is signed in stays so. */
    public void reset() {
        send("POST", "/platforms/" + vendor + "/reset", "");
    }

    JsonNode send(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json")
                    .build();
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= REFUSED) {
                throw new AssertionError(method + " " + path + " " + body + ": " + answer.body());
            }
            return answer.body().isEmpty() ? new ArrayNode(JsonNodeFactory.instance) : Contract.json(answer.body());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

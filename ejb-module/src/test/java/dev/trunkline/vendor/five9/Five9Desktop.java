package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.JsonParts;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLContext;

/** What an agent works at who is not signed in by us: it logs in, begins the session and sets his state (sheet 2). */
final class Five9Desktop {
    private static final String REST = "/appsvcs/rs/svc";

    private final HttpClient http;
    private final AgentSession agent;
    private final JsonObject session;
    private final String dataCentre;

    Five9Desktop(SSLContext trust, String loginHost, AgentSession agent) {
        this.http = HttpClient.newBuilder().sslContext(trust).build();
        this.agent = agent;
        String credentials = "{\"passwordCredentials\":{\"username\":\"" + agent.username() + "\",\"password\":\""
                + agent.credential().reveal() + "\"},\"appKey\":\"desktop\",\"policy\":\"ForceIn\"}";
        this.session = JsonParts.object(send(HttpRequest.newBuilder(URI.create(loginHost + REST + "/auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials))
                .build()));
        JsonObject api = JsonParts.objects(JsonParts.child(session, "metadata"), "dataCenters")
                .filter(centre -> centre.getBoolean("active", false))
                .flatMap(centre -> JsonParts.objects(centre, "apiUrls"))
                .findFirst()
                .orElseThrow();
        this.dataCentre = "https://" + JsonParts.text(api, "host") + ":" + JsonParts.text(api, "port");
    }

    Five9Desktop begin() {
        ask(
                "PUT",
                "/session_start?force=true",
                "{\"stationId\":\"" + agent.extension() + "\",\"stationType\":\"STATION\",\"state\":\"DISCONNECTED\"}");
        return this;
    }

    Five9Desktop ready() {
        ask(
                "PUT",
                "/presence",
                "{\"currentState\":{\"readyChannels\":[\"CALL\"],\"notReadyReasonCodeId\":\"0\"},\"pendingState\":null,"
                        + "\"currentStateTime\":0,\"pendingStateDelayTime\":0,\"gracefulModeOn\":false}");
        return this;
    }

    /** Without the quotes. */
    String loginState() {
        return ask("GET", "/login_state", "").replace("\"", "").strip();
    }

    String ask(String method, String path, String body) {
        return send(HttpRequest.newBuilder(
                        URI.create(dataCentre + REST + "/agents/" + JsonParts.text(session, "userId") + path))
                .header("Authorization", "Bearer-" + JsonParts.text(session, "tokenId"))
                .header("farmId", JsonParts.text(JsonParts.child(session, "context"), "farmId"))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

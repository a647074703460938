package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.load.Controls;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletionStage;

/** What Genesys Cloud wants of an application: a token, a channel with the agent's calls as its topic, and its WebSocket. His phone is there. */
final class GenesysDesktop implements Desktop {
    private static final String API = "/api/v2/";
    private static final String JSON = "application/json";

    private final Caller.Account account;
    private final String queue;
    private final WebSocket stream;

    private GenesysDesktop(Caller.Account account, String queue, WebSocket stream) {
        this.account = account;
        this.queue = queue;
        this.stream = stream;
    }

    /** The refresh token of a numbered agent. */
    static String secret(String agent) {
        return "refresh-" + agent;
    }

    static Desktop open(Caller caller, JsonNode described, String agent, Told told) {
        Caller.Account account = caller.as("Bearer " + token(caller, described, agent), JSON);
        String user = text(account.done("GET", API + "users/me", ""), "id");
        String channel = account.done("POST", API + "notifications/channels", "");
        account.done(
                "PUT",
                API + "notifications/channels/" + text(channel, "id") + "/subscriptions",
                "[{\"id\":\"v2.users." + user + ".conversations.calls\"}]");
        WebSocket stream = caller.http()
                .newWebSocketBuilder()
                .buildAsync(URI.create(text(channel, "connectUri")), new Frames(told))
                .join();
        return new GenesysDesktop(account, described.path("queueId").asText(), stream);
    }

    private static String token(Caller caller, JsonNode described, String agent) {
        JsonNode clients = described.path("clients");
        String pair = clients.path("clientId").asText() + ":"
                + clients.path("clientSecret").asText();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        String grant = caller.as("Basic " + basic, "application/x-www-form-urlencoded")
                .done("POST", "/oauth/token", "grant_type=refresh_token&refresh_token=" + secret(agent));
        return text(grant, "access_token");
    }

    private static String text(String json, String name) {
        return Controls.json(json).path(name).asText();
    }

    @Override
    public HttpResponse<String> dial(String number) {
        return account.send(
                "POST",
                API + "conversations/calls",
                "{\"phoneNumber\":\"" + number + "\",\"callFromQueueId\":\"" + queue + "\"}");
    }

    /** The first events have no number yet: by its id alone a call is known as one's own. */
    @Override
    public String sign(String number, HttpResponse<String> answer) {
        return text(answer.body(), "id");
    }

    @Override
    public void close() {
        stream.abort();
    }

    /** Puts together what comes in parts. */
    private static final class Frames implements WebSocket.Listener {
        private final Told told;
        private final StringBuilder part = new StringBuilder();

        Frames(Told told) {
            this.told = told;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                told.now(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}

package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.load.Controls;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocket.Listener;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What Webex Contact Center wants of an application: a token, a subscription and its WebSocket, a station, and the agent Available. What
 * becomes of a request is told there, not answered.
 */
final class WebexccDesktop implements Desktop {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Platform platform;
    private final Caller.Account account;
    private final String entryPoint;
    private final String ani;
    private final WebSocket stream;

    /** Who works, and where his phone is. */
    record Desk(String agent, String extension) {}

    private WebexccDesktop(Platform platform, Caller.Account account, JsonNode described, WebSocket stream) {
        this.platform = platform;
        this.account = account;
        this.entryPoint = described.path("entryPointId").asText();
        this.ani = described.at("/anis/0").asText();
        this.stream = stream;
    }

    /** The refresh token of a numbered agent. */
    static String secret(String agent) {
        return "refresh-" + agent;
    }

    static Desktop open(Platform platform, Caller caller, JsonNode described, Desk desk, Told told) {
        Caller.Account account = caller.as("Bearer " + token(caller, described, desk.agent()), JSON);
        String socket = text(
                account.done(
                        "POST",
                        "/v1/notification/subscribe",
                        "{\"isKeepAliveEnabled\":false,\"clientType\":\"Benchmark\",\"allowMultiLogin\":true,\"force\":true}"),
                "webSocketUrl");
        WebSocket stream = caller.http()
                .newWebSocketBuilder()
                .buildAsync(URI.create(socket), new Frames(told))
                .join();
        told.first("\"Welcome\"");
        account.done(
                "POST",
                "/v1/agents/login",
                "{\"dialNumber\":\"" + desk.extension() + "\",\"roles\":[\"agent\"],\"teamId\":\""
                        + described.path("teamId").asText()
                        + "\",\"isExtension\":true,\"deviceType\":\"EXTENSION\",\"deviceId\":\"" + desk.extension()
                        + "\"}");
        told.first("AgentStationLoginSuccess");
        account.done("PUT", "/v1/agents/session/state", "{\"state\":\"Available\",\"auxCodeId\":\"0\"}");
        told.first("AgentStateChangeSuccess");
        return new WebexccDesktop(platform, account, described, stream);
    }

    private static String token(Caller caller, JsonNode described, String agent) {
        String grant = caller.with(Map.of("Content-Type", FORM))
                .done(
                        "POST",
                        "/v1/access_token",
                        "grant_type=refresh_token&client_id="
                                + described.path("clientId").asText() + "&client_secret="
                                + described.path("clientSecret").asText() + "&refresh_token=" + secret(agent));
        return text(grant, "access_token");
    }

    private static String text(String json, String name) {
        return Controls.json(json).path(name).asText();
    }

    @Override
    public HttpResponse<String> dial(String number) {
        return account.send(
                "POST",
                "/v1/tasks",
                "{\"entryPointId\":\"" + entryPoint + "\",\"destination\":\"" + platform.spelled(number)
                        + "\",\"direction\":\"OUTBOUND\",\"origin\":\"" + ani
                        + "\",\"mediaType\":\"telephony\",\"outboundType\":\"OUTDIAL\",\"attributes\":{}}");
    }

    @Override
    public boolean took(HttpResponse<String> answer) {
        return answer.statusCode() == HttpURLConnection.HTTP_CREATED;
    }

    @Override
    public String sign(String number, HttpResponse<String> answer) {
        return Controls.json(answer.body()).at("/data/id").asText();
    }

    @Override
    public void close() {
        stream.abort();
    }

    /** Puts together what comes in parts. */
    private static final class Frames implements Listener {
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

package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.load.Controls;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.StreamSupport;

/**
 * What Five9 wants of an application: a log-in, the data centre that it names, a session at a station, a WebSocket, and the agent ready for
 * calls.
 */
final class Five9Desktop implements Desktop {
    static final String PASSWORD = "secret";

    private static final String REST = "/appsvcs/rs/svc/";
    private static final String CONNECTED = "\"1010\"";

    private final Caller.Account account;
    private final String agent;
    private final String campaign;
    private final WebSocket stream;

    /** Who works, and in which campaign he calls. */
    record Desk(String agent, String extension, String campaign) {}

    private Five9Desktop(Caller.Account account, String agent, String campaign, WebSocket stream) {
        this.account = account;
        this.agent = agent;
        this.campaign = campaign;
        this.stream = stream;
    }

    static Desktop open(Caller logIn, Desk desk, Told told) {
        JsonNode session = Controls.json(logIn.with(Map.of("Content-Type", "application/json"))
                .done(
                        "POST",
                        REST + "auth/login",
                        "{\"passwordCredentials\":{\"username\":\"" + desk.agent() + "\",\"password\":\"" + PASSWORD
                                + "\"},\"appKey\":\"benchmark\",\"policy\":\"AttachExisting\"}"));
        Map<String, String> shown = Map.of(
                "Authorization",
                "Bearer-" + session.path("tokenId").asText(),
                "farmId",
                session.at("/context/farmId").asText());
        Caller centre = logIn.at(port(session));
        String agent = REST + "agents/" + session.path("userId").asText() + "/";
        Caller.Account account = centre.with(with(shown, "Content-Type", "application/json"));
        account.done(
                "PUT",
                agent + "session_start?force=true",
                "{\"stationId\":\"" + desk.extension() + "\",\"stationType\":\"STATION\",\"state\":\"DISCONNECTED\"}");
        WebSocket stream = listen(centre, shown, told);
        account.done(
                "PUT",
                agent + "presence",
                "{\"currentState\":{\"readyChannels\":[\"CALL\"],\"notReadyReasonCodeId\":\"0\"},\"pendingState\":null,"
                        + "\"currentStateTime\":0,\"pendingStateDelayTime\":0,\"gracefulModeOn\":false}");
        return new Five9Desktop(account, agent, desk.campaign(), stream);
    }

    private static int port(JsonNode session) {
        return StreamSupport.stream(session.at("/metadata/dataCenters").spliterator(), false)
                .filter(centre -> centre.path("active").asBoolean())
                .map(centre -> centre.at("/apiUrls/0/port").asInt())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }

    /** Nothing is missed from its first message on. */
    private static WebSocket listen(Caller centre, Map<String, String> shown, Told told) {
        WebSocket.Builder builder = centre.http().newWebSocketBuilder();
        shown.forEach(builder::header);
        String address = centre.address("/appsvcs/ws/benchmark-" + UUID.randomUUID());
        WebSocket stream = builder.buildAsync(URI.create(address.replaceFirst("^https", "wss")), new Frames(told))
                .join();
        told.first(CONNECTED);
        return stream;
    }

    @Override
    public HttpResponse<String> dial(String number) {
        return account.send(
                "POST",
                agent + "interactions/make_external_call",
                "{\"number\":\"" + number + "\",\"campaignId\":\"" + campaign
                        + "\",\"skipDNCCheck\":false,\"checkMultipleContacts\":false}");
    }

    @Override
    public boolean took(HttpResponse<String> answer) {
        return answer.statusCode() == HttpURLConnection.HTTP_OK;
    }

    /** The answer names no call. */
    @Override
    public String sign(String number, HttpResponse<String> answer) {
        return number;
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

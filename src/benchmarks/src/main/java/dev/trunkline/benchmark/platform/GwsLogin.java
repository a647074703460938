package dev.trunkline.benchmark.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.load.Controls;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An agent's session with Genesys Web Services: his password once, from then on its cookies, and the token against forged requests, by the
 * name that the platform gives it. Used by one thread at a time, but for {@link #token}.
 */
final class GwsLogin {
    static final String PASSWORD = "secret";

    private static final String API = "/api/v2/";
    private static final int OK = 200;

    private final Caller caller;
    private final Map<String, String> cookies = new TreeMap<>();
    private volatile Map<String, String> token = Map.of();

    private GwsLogin(Caller caller) {
        this.caller = caller;
    }

    static GwsLogin of(Caller caller, String agent) {
        GwsLogin login = new GwsLogin(caller);
        byte[] pair = (agent + ":" + PASSWORD).getBytes(StandardCharsets.ISO_8859_1);
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair);
        login.good(login.send("GET", "me", "", Map.of("Authorization", basic)));
        return login;
    }

    /** @param place behind {@code /api/v2/} @return the answer, whatever it is */
    HttpResponse<String> post(String place, String body) {
        Map<String, String> headers = new HashMap<>(token);
        headers.put("Content-Type", "application/json");
        headers.put("Cookie", words());
        return send("POST", place, body, headers);
    }

    /** What must succeed. */
    void must(String place, String operation, String more) {
        good(post(place, "{\"operationName\":\"" + operation + "\"" + more + "}"));
    }

    JsonNode read(String place) {
        HttpResponse<String> answer = send("GET", place, "", Map.of("Cookie", words()));
        good(answer);
        return Controls.json(answer.body());
    }

    /** To the platform an error may be a success of HTTP. */
    static boolean took(HttpResponse<String> answer) {
        return answer.statusCode() == OK
                && Controls.json(answer.body()).path("statusCode").asInt(-1) == 0;
    }

    private void good(HttpResponse<String> answer) {
        if (!took(answer)) {
            throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(String method, String place, String body, Map<String, String> headers) {
        HttpResponse<String> answer = caller.with(headers).send(method, API + place, body);
        answer.headers().allValues("Set-Cookie").stream()
                .flatMap(text -> HttpCookie.parse(text).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        answer.headers()
                .firstValue("X-CSRF-HEADER")
                .ifPresent(name -> answer.headers().firstValue(name).ifPresent(value -> token = Map.of(name, value)));
        return answer;
    }

    private String words() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    Map<String, String> token() {
        return token;
    }
}

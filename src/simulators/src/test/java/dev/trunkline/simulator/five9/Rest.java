package dev.trunkline.simulator.five9;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.StreamSupport;

/** A raw client of one agent: what it gets at log-in it says in every request after, in the way that is set (sheet 2.2). */
final class Rest {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String SERVICES = "/appsvcs/rs/svc/";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Quick.IDENTITY.clientContext())
            .build();

    private final Jar jar = new Jar();
    private final String login;
    private String host;
    private Style style = Style.BOTH;
    private String scheme = "Bearer-";
    private boolean tidy = true;
    private JsonNode session = JSON.nullNode();

    /** By what a client says who it is. */
    enum Style {
        BOTH,
        HEADERS,
        COOKIES
    }

    /** What came back. */
    record Reply(int status, String body, JsonNode json, HttpResponse<String> response) {
        /** {@code 435 LOGIN} */
        String code() {
            return (status + " " + detail().at("/context/contextCode").asText("")).strip();
        }

        /** {@code 435 5001} */
        String error() {
            return (status + " " + detail().path("errorCode").asText()).strip();
        }

        JsonNode detail() {
            return json.path("five9ExceptionDetail");
        }

        String message() {
            return detail().path("message").asText();
        }

        String text(String pointer) {
            return json.at(pointer).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    Rest(Simulators simulators) {
        login = new Control(simulators)
                .get("/platforms/five9")
                .json()
                .at("/addresses/login")
                .asText();
        host = login;
    }

    Jar jar() {
        return jar;
    }

    static HttpClient http() {
        return HTTP;
    }

    String loginHost() {
        return login;
    }

    String host() {
        return host;
    }

    /** From now on requests go there. */
    void host(String url) {
        host = url;
    }

    Rest by(Style how) {
        style = how;
        return this;
    }

    /** What stands before the token. */
    Rest spelling(String prefix) {
        scheme = prefix;
        return this;
    }

    /** From now on every cookie goes to every host. */
    Rest untidy() {
        tidy = false;
        return this;
    }

    String token() {
        return session.path("tokenId").asText();
    }

    String farm() {
        return session.at("/context/farmId").asText();
    }

    String userId() {
        return session.path("userId").asText();
    }

    String orgId() {
        return session.path("orgId").asText();
    }

    Reply logIn(String user) throws IOException {
        return logIn(user, "AttachExisting");
    }

    Reply logIn(String user, String policy) throws IOException {
        return logInWith(loginBody(user, "secret", policy));
    }

    static String loginBody(String user, String password, String policy) {
        return "{\"passwordCredentials\":{\"username\":\"" + user + "\",\"password\":\"" + password
                + "\"},\"appKey\":\"tests\",\"policy\":\"" + policy + "\"}";
    }

    /** If it is let in, requests go to the data centre from now on. */
    Reply logInWith(String body) throws IOException {
        Reply reply = send(HttpRequest.newBuilder(URI.create(login + SERVICES + "auth/login"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        if (reply.ok()) {
            session = reply.json();
            host = hostOf(session.path("metadata"));
        }
        return reply;
    }

    /** The active data centre's API. */
    static String hostOf(JsonNode metadata) {
        return StreamSupport.stream(metadata.path("dataCenters").spliterator(), false)
                .filter(one -> one.path("active").asBoolean())
                .map(one -> one.at("/apiUrls/0"))
                .map(url -> "https://" + url.path("host").asText() + ":"
                        + url.path("port").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No active data centre: " + metadata));
    }

    /** Asks where its domain is now and goes there. */
    Reply moveOn(String askedAt) throws IOException {
        host = askedAt;
        Reply reply = get("auth/metadata");
        if (reply.ok()) {
            session = reply.json();
            host = hostOf(session.path("metadata"));
        }
        return reply;
    }

    /** @param path behind {@code /appsvcs/rs/svc/} */
    Reply get(String path) throws IOException {
        return send("GET", path, "");
    }

    Reply send(String method, String path, String body) throws IOException {
        HttpRequest.Builder request = request(SERVICES + path);
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        }
        return send(request.build());
    }

    Reply agent(String path) throws IOException {
        return agent("GET", path, "");
    }

    /** @param path behind {@code agents/{agentId}/} */
    Reply agent(String method, String path, String body) throws IOException {
        return send(method, "agents/" + userId() + "/" + path, body);
    }

    Reply put(String path, String body) throws IOException {
        return agent("PUT", path, body);
    }

    Reply post(String path, String body) throws IOException {
        return agent("POST", path, body);
    }

    /** @param path behind {@code orgs/{orgId}/} */
    Reply org(String path) throws IOException {
        return send("GET", "orgs/" + orgId() + "/" + path, "");
    }

    String loginState() throws IOException {
        return agent("login_state").json().asText();
    }

    /** With all that says who asks. @param place with a slash before it */
    HttpRequest.Builder request(String place) {
        URI uri = URI.create(host + place);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json, text/javascript");
        if (style != Style.COOKIES && !token().isEmpty()) {
            request.header("Authorization", scheme + token()).header("farmId", farm());
        }
        String cookies = cookies(uri);
        if (style != Style.HEADERS && !cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return request;
    }

    String cookies(URI to) {
        return tidy ? jar.scoped(to) : jar.all();
    }

    boolean says(Style part) {
        return style == Style.BOTH || style == part;
    }

    String authorization() {
        return scheme + token();
    }

    Reply send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            jar.collect(request.uri(), response.headers());
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json = JSON.readTree(type.contains("json") ? response.body() : "null");
            return new Reply(response.statusCode(), response.body(), json, response);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

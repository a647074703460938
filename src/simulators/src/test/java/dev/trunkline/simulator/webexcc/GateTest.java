package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Await;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, how often, and from where (sheet 2.2, 3.2, 7, 9.1). */
class GateTest extends AtTheDoor {
    private static final String READ = "v2/tenant-configuration?agentView=true";
    private static final String PAGE = "https://page.example.com";

    private Rest.Reply read() throws IOException {
        return rest.organisation(READ);
    }

    @Test
    void bucketShouldHoldSoManyRequests() throws Exception {
        restart(Quick.options().with("webexcc.rate", 4).with("webexcc.rateWindow", "5m"));
        for (int i = 0; i < 4; i++) {
            assertThat(read().status()).isEqualTo(200);
        }
        Rest.Reply reply = read();

        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 300);
    }

    @Test
    void bucketShouldBeOneForAllAgentsOfAClient() throws Exception {
        restart(Quick.options().with("webexcc.rate", 4).with("webexcc.rateWindow", "5m"));
        Rest bob = Rest.of(simulators, "bob");
        for (int i = 0; i < 2; i++) {
            assertThat(read().status()).isEqualTo(200);
            assertThat(bob.organisation(READ).status()).isEqualTo(200);
        }

        assertThat(bob.organisation(READ).status()).isEqualTo(429);
        assertThat(read().status()).isEqualTo(429);
    }

    @Test
    void refusedRequestShouldNotBeProcessed() throws Exception {
        restart(Quick.options().with("webexcc.rate", 4).with("webexcc.rateWindow", "5m"));
        try (Worker alice = Worker.atWork(simulators, "alice")) {
            read();

            assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(429);
            assertThat(simulators.books()).isEmpty();
        }
    }

    @Test
    void bucketShouldFillAgain() throws Exception {
        restart(Quick.options().with("webexcc.rate", 2).with("webexcc.rateWindow", "1s"));
        Await.until("it is empty", () -> status() == 429);

        Await.until("it fills again", () -> status() == 200);
    }

    private int status() {
        try {
            return read().status();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bucketShouldHoldThreeHundredAsInstalled() throws Exception {
        restart(Quick.options());

        assertThat(rest.described().text("/limits/rate")).isEqualTo("300");
    }

    private Rest.Reply preflight(String path, String method) throws IOException {
        return rest.send(rest.bare("OPTIONS", path, "")
                .header("Origin", PAGE)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type,trackingid")
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/tasks,POST",
        "/v1/agents/session/state,PUT",
        "/v1/tasks/any,PATCH",
        "/v1/notification/subscribe,POST",
        "/organization/any/v2/team,GET",
        "/v1/access_token,POST"
    })
    void preflightShouldAllowWhatTheSdkSends(String path, String method) throws Exception {
        Rest.Reply reply = preflight(path, method);

        assertThat(reply.status()).isBetween(200, 204);
        assertThat(reply.header("Access-Control-Allow-Origin")).isIn(PAGE, "*");
        assertThat(reply.header("Access-Control-Allow-Methods")).contains(method);
        assertThat(reply.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
                .contains("authorization", "content-type", "trackingid", "spark-user-agent", "cisco-no-http-redirect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void pagesShouldReadTheTrackingId(String method) throws Exception {
        Rest.Reply reply = rest.send(rest.request(method, "/v1/agents/reload", method.equals("POST") ? "{}" : "")
                .header("Origin", PAGE)
                .build());

        assertThat(reply.header("Access-Control-Allow-Origin")).isIn(PAGE, "*");
        assertThat(reply.header("Access-Control-Expose-Headers")).containsIgnoringCase("trackingid");
    }

    @Test
    void answersShouldHaveTrackingIds() throws Exception {
        assertThat(read().header("trackingid")).matches("[A-Za-z]+_[0-9a-fA-F-]{36}.*");
        assertThat(rest.withToken("none").organisation(READ).header("trackingid"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TrackingId", "trackingid", "TRACKINGID"})
    void trackingIdOfTheRequestShouldBeTolerated(String header) throws Exception {
        assertThat(rest.send(rest.request("POST", "/v1/agents/reload", "{}")
                                .header(header, "GW_6b0d8f52-1c7e-4f9b-8a35-2f2a40e3f001")
                                .build())
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/nothing,404",
        "GET,/,404",
        "GET,/v1/agents/login,405",
        "DELETE,/v1/tasks,405",
        "PUT,/v1/agents/reload,405",
        "POST,/v1/agents/session/state,405"
    })
    void whatThereIsNotShouldBeSaid(String method, String path, int status) throws Exception {
        assertThat(rest.send(method, path, method.equals("GET") ? "" : "{}").status())
                .isEqualTo(status);
    }

    @Test
    void bodyShouldBeJson() throws Exception {
        HttpRequest request = rest.request("POST", "/v1/agents/login", "{}")
                .setHeader("Content-Type", "text/plain")
                .build();

        assertThat(rest.send(request).status()).isIn(400, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desktop", "reporting", "none"})
    void errorsShouldHaveTheBodyThatIsSet(String setting) throws Exception {
        restart(Quick.options().with("webexcc.errorBodies", setting));
        Rest.Reply reply = rest.post("/v1/tasks", "{}");

        assertThat(reply.status()).isEqualTo(400);
        switch (setting) {
            case "desktop" -> {
                assertThat(reply.text("/trackingId")).isNotEmpty();
                assertThat(reply.text("/errorType")).isNotEmpty();
                assertThat(reply.text("/errorMessage")).isNotEmpty();
            }
            case "reporting" -> {
                assertThat(reply.json().at("/error/key").asInt()).isEqualTo(400);
                assertThat(reply.text("/error/message/0/description")).isNotEmpty();
            }
            default -> assertThat(reply.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"true,200", "false,403"})
    void tasksShouldBeListedWhereAgentsMay(boolean setting, int status) throws Exception {
        restart(Quick.options().with("webexcc.agentsListTasks", setting));

        assertThat(rest.get("/v1/tasks?from=0&channelTypes=telephony").status()).isEqualTo(status);
    }

    @Test
    void plainHttpShouldWorkForTheSdk() throws Exception {
        String plain = rest.described().text("/addresses/plain");
        assertThat(plain).startsWith("http://");
        HttpRequest subscribe = HttpRequest.newBuilder(URI.create(plain + "/v1/notification/subscribe"))
                .header("Authorization", "Bearer " + rest.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> answer = Rest.http().send(subscribe, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        String url = Rest.JSON.readTree(answer.body()).path("webSocketUrl").asText();
        assertThat(url).startsWith("ws://");
        WebSocket socket = Rest.http()
                .newWebSocketBuilder()
                .buildAsync(URI.create(url), new WebSocket.Listener() {})
                .join();
        assertThat(socket.isInputClosed()).isFalse();
        socket.abort();
    }

    @Test
    void nobodyShouldAnswerForAnother() throws Exception {
        List<String> tokens = List.of("", "Bearer", "Bearer ", "Basic " + rest.token(), "Bearer " + rest.token() + "x");

        for (String token : tokens) {
            assertThat(rest.send(rest.bare(
                                            "GET",
                                            "/organization/" + rest.described().orgId() + "/" + READ,
                                            "")
                                    .header("Authorization", token)
                                    .build())
                            .status())
                    .as(token)
                    .isEqualTo(401);
        }
    }
}

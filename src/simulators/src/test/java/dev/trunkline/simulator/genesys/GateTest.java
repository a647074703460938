package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Who may ask what, how often, and how a refusal looks (sheet 2.2, 2.3, 3.3, 7). */
class GateTest {
    private static final String DIAL = "{\"phoneNumber\":\"+13125550142\"}";

    private static Rest alice(Simulators simulators) {
        String token = new Control(simulators)
                .post("/platforms/genesys/tokens", "{\"agent\":\"alice\"}")
                .json()
                .path("token")
                .asText();
        return new Rest(simulators, token);
    }

    private static Simulators with(String name, Object value) {
        return Simulators.start(Quick.unhurried().with(name, value));
    }

    @Test
    void refusalShouldHaveThePlatformsForm() throws Exception {
        try (Simulators simulators = Quick.start()) {
            Rest.Reply reply = alice(simulators).get("conversations/5b0d5a0e-9d1c-4f5e-8c11-6a4b1f9e2d70");
            JsonNode error = reply.json();

            assertThat(reply.status()).isEqualTo(404);
            assertThat(error.path("status").asInt()).isEqualTo(404);
            assertThat(error.path("code").asText()).isEqualTo("conversation.error.conversation.not.found");
            assertThat(error.path("contextId").asText()).isEqualTo(reply.header("ININ-Correlation-Id"));
            assertThat(error.path("details").isArray()).isTrue();
            assertThat(error.path("errors").isArray()).isTrue();
            assertThat(error.path("messageParams").isObject()).isTrue();
            assertThat(error.path("messageWithParams").asText()).isNotEmpty();
        }
    }

    @Test
    void tokenShouldBeThereAndGood() throws Exception {
        try (Simulators simulators = Quick.start()) {
            assertThat(alice(simulators).get("users/me").status()).isEqualTo(200);
            Rest nobody = new Rest(simulators, "never-issued");

            assertThat(nobody.get("users/me").error()).isEqualTo("401 bad.credentials");
            Rest.Reply without = nobody.send(nobody.request("/api/v2/users/me").build());
            assertThat(without.error()).isEqualTo("401 authentication.required");
        }
    }

    @Test
    void missingScopeShouldBeRefused() throws Exception {
        try (Simulators simulators = with("genesys.scopes", "users notifications conversations:readonly")) {
            Rest alice = alice(simulators);

            assertThat(alice.get("conversations/calls").status()).isEqualTo(200);
            assertThat(alice.post("conversations/calls", DIAL).error()).isEqualTo("403 app.not.authorized.for.scope");
            assertThat(alice.get("presence/definitions").error()).isEqualTo("403 app.not.authorized.for.scope");
        }
    }

    @Test
    void missingPermissionShouldBeNamed() throws Exception {
        try (Simulators simulators =
                with("genesys.withoutPermissions", "conversation:conference:add conversation:call:add")) {
            Rest.Reply reply = alice(simulators).post("conversations/calls", DIAL);

            assertThat(reply.error()).isEqualTo("403 missing.any.permissions");
            assertThat(reply.text("/message")).contains("conversation:conference:add");
        }
    }

    @Test
    void pathsMethodsTypesAndSizesShouldBeChecked() throws Exception {
        try (Simulators simulators = with("genesys.mostBytes", 200)) {
            Rest alice = alice(simulators);

            assertThat(alice.get("conversations/calls/a/b/c").status()).isEqualTo(404);
            assertThat(alice.put("conversations/calls", "{}").status()).isEqualTo(405);
            assertThat(alice.post("conversations/calls", "{").error()).isEqualTo("400 bad.request");
            assertThat(alice.post("conversations/calls", "{\"phoneNumber\":13125550142}")
                            .error())
                    .isEqualTo("400 invalid.value");
            assertThat(alice.post("conversations/calls", "{\"phoneNumber\":\"" + "1".repeat(200) + "\"}")
                            .error())
                    .isEqualTo("413 request.entity.too.large");
            Rest.Reply untyped = alice.send(alice.request("/api/v2/conversations/calls")
                    .header("Authorization", "Bearer " + alice.token())
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofString(DIAL))
                    .build());
            assertThat(untyped.error()).isEqualTo("415 unsupported.media.type");
            assertThat(new Rest(simulators, "none")
                            .send(alice.request("/nowhere").build())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void unknownMembersShouldBeIgnoredAndEmptyArraysAbsent() throws Exception {
        try (Simulators simulators = Quick.start()) {
            Rest.Reply reply = alice(simulators)
                    .post(
                            "conversations/calls",
                            "{\"phoneNumber\":\"+13125550142\",\"conversationIds\":[],\"participants\":[],"
                                    + "\"routingSkillsIds\":[],\"invented\":{\"a\":1}}");

            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.text("/selfUri")).isEqualTo("/api/v2/conversations/calls/" + reply.text("/id"));
        }
    }

    @Test
    void minuteShouldHaveSoManyRequestsForOneToken() throws Exception {
        Options options = Quick.options().with("genesys.tokenRate", 3).with("genesys.rateWindow", "2s");
        try (Simulators simulators = Simulators.start(options)) {
            Rest alice = alice(simulators);
            Rest.Reply first = alice.get("users/me");
            alice.get("users/me");
            alice.get("users/me");
            Rest.Reply refused = alice.get("users/me");
            assertThat(alice.post("conversations/calls", DIAL).status()).isEqualTo(429);
            assertThat(simulators.books()).isEmpty();

            assertThat(first.header("inin-ratelimit-count")).isEqualTo("1");
            assertThat(first.header("inin-ratelimit-allowed")).isEqualTo("3");
            assertThat(Integer.parseInt(first.header("inin-ratelimit-reset"))).isBetween(1, 2);
            assertThat(refused.error()).isEqualTo("429 too.many.requests.retry.after");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 2);
            assertThat(alice(simulators).get("users/me").status()).isEqualTo(200);
            Await.until("another window", () -> succeeds(alice));
            JsonNode counts =
                    new Control(simulators).get("/platforms/genesys/requests").json();
            assertThat(counts.path("refused 429").asInt()).isGreaterThanOrEqualTo(1);
            assertThat(counts.path("within the rate").asInt()).isEqualTo(5);
            assertThat(counts.path("windows of the rate").asInt()).isEqualTo(3);
            assertThat(counts.path("complete windows of the rate").asInt()).isEqualTo(1);
            assertThat(counts.path("within complete windows of the rate").asInt())
                    .isEqualTo(3);
        }
    }

    private static boolean succeeds(Rest rest) {
        try {
            return rest.get("users/me").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void userThroughOneClientShouldBeLimitedToo() throws Exception {
        try (Simulators simulators = with("genesys.userRate", 2)) {
            alice(simulators).get("users/me");
            alice(simulators).get("users/me");

            Rest.Reply refused = alice(simulators).get("users/me");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("inin-ratelimit-allowed")).isEqualTo("2");
        }
    }

    @Test
    void clientMayActForAUserOnlyWhereThatIsAllowed() throws Exception {
        for (boolean allowed : new boolean[] {true, false}) {
            try (Simulators simulators = with("genesys.onBehalf", allowed)) {
                JsonNode described =
                        new Control(simulators).get("/platforms/genesys").json();
                Rest.Reply granted = new Rest(simulators, "none")
                        .form(
                                described.at("/clients/serverClientId").asText(),
                                described.at("/clients/serverClientSecret").asText(),
                                "grant_type=client_credentials");
                Rest.Reply dialled = new Rest(simulators, granted.text("/access_token"))
                        .post(
                                "conversations/calls/user/"
                                        + described.at("/people/alice/userId").asText(),
                                DIAL);

                assertThat(dialled.error()).isEqualTo(allowed ? "202 " : "400 not.a.user");
            }
        }
    }

    @Test
    void plainHttpShouldBeServedAtTheSamePort() throws Exception {
        try (Simulators simulators = Quick.start()) {
            String url =
                    "http://localhost:" + simulators.platform(Genesys.class).port();
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v2/notifications/channels"))
                    .header("Authorization", "Bearer " + alice(simulators).token())
                    .POST(BodyPublishers.noBody())
                    .build();
            HttpResponse<String> made = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

            String uri = Rest.JSON.readTree(made.body()).path("connectUri").asText();
            assertThat(uri).startsWith("ws://localhost:");
            new Listener(simulators, uri).close();
        }
    }
}

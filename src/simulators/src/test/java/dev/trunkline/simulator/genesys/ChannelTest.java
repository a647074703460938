package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Channels, their topics and sockets (sheet 5). */
class ChannelTest extends AtWork {
    private String subscriptions() {
        return "notifications/channels/" + alice.channel() + "/subscriptions";
    }

    private static boolean beats(JsonNode frame) {
        return frame.path("topicName").asText().equals("channel.metadata")
                && frame.at("/eventBody/message").asText().equals("WebSocket Heartbeat");
    }

    @Test
    void channelShouldBeMadeForADay() throws Exception {
        JsonNode made = alice.rest().post("notifications/channels", "").json();

        assertThat(made.path("connectUri").asText())
                .startsWith("wss://localhost:")
                .endsWith("/channels/" + made.path("id").asText());
        assertThat(made.path("expires").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*\\.\\d{3}Z");
        assertThat(alice.rest()
                        .send(
                                "HEAD",
                                "notifications/channels/" + made.path("id").asText(),
                                "")
                        .status())
                .isEqualTo(200);
        assertThat(alice.rest().send("HEAD", "notifications/channels/none", "").status())
                .isEqualTo(404);
    }

    @Test
    void heartbeatShouldComeAndPingBeAnswered() throws Exception {
        restartWith("genesys.heartbeat", "50ms");

        alice.listener().until(ChannelTest::beats);
        alice.listener().until(ChannelTest::beats);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void subscriptionsShouldBeReplacedAddedListedAndCleared() throws Exception {
        alice.subscribe("presence");
        alice.rest()
                .post(subscriptions(), "[{\"id\":\"" + alice.topic("station").toUpperCase() + "\"}]");

        JsonNode listed = alice.rest().get(subscriptions()).json();
        assertThat(listed.path("entities").size()).isEqualTo(2);
        assertThat(listed.at("/entities/0/state").asText()).isEqualTo("Permitted");
        assertThat(alice.rest().post(subscriptions(), "[]").status()).isEqualTo(200);
        alice.rest().delete(subscriptions());
        assertThat(alice.rest().get(subscriptions()).json().path("entities").size())
                .isZero();
        alice.dial(Quick.NUMBER);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void topicsShouldBeComparedIgnoringCase() throws Exception {
        alice.rest()
                .put(
                        subscriptions(),
                        "[{\"id\":\"" + alice.topic("conversations.calls").toUpperCase() + "\"}]");
        alice.dial(Quick.NUMBER);

        alice.until("agent connected, customer connected");
    }

    @Test
    void badTopicShouldSpoilAllUnlessErrorsAreIgnored() throws Exception {
        String both = "[{\"id\":\"" + alice.topic("presence") + "\"},{\"id\":\"v2.users.x.nothing\"}]";

        assertThat(alice.rest().put(subscriptions(), both).error()).isEqualTo("400 notification.invalid.topic");
        JsonNode results =
                alice.rest().put(subscriptions() + "?ignoreErrors=true", both).json();
        assertThat(results.at("/entities/0/state").asText()).isEqualTo("Permitted");
        assertThat(results.at("/entities/1/state").asText()).isEqualTo("Rejected");
        assertThat(results.at("/entities/1/rejectionReason").asText()).isEqualTo("notification.invalid.topic");
        assertThat(alice.rest()
                        .put("notifications/channels/none/subscriptions", "[]")
                        .error())
                .isEqualTo("404 entity.not.found");
        assertThat(alice.rest().put(subscriptions(), "{}").status()).isEqualTo(400);
    }

    @Test
    void channelOfAnotherShouldNotBeFound() throws Exception {
        try (Worker bob = Worker.bob(simulators)) {
            assertThat(bob.rest().put(subscriptions(), "[]").error()).isEqualTo("404 entity.not.found");
        }
    }

    @Test
    void conversationsOfAnotherShouldNotBeHeard() throws Exception {
        String bob = alice.described("/people/bob/userId");

        assertThat(alice.rest()
                        .put(subscriptions(), "[{\"id\":\"v2.users." + bob + ".conversations.calls\"}]")
                        .error())
                .isEqualTo("403 notification.unauthorized.topic");
        assertThat(alice.rest()
                        .put(subscriptions(), "[{\"id\":\"v2.users." + bob + ".presence\"}]")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void clientWithoutAUserShouldHearConversationsOnlyWhereItMay() throws Exception {
        assertThat(sharedTopic()).isEqualTo("403 notification.unauthorized.topic");
        restartWith("genesys.sharedTopics", true);
        assertThat(sharedTopic()).isEqualTo("200 ");
    }

    private String sharedTopic() throws IOException {
        Rest.Reply granted = alice.rest()
                .form(
                        alice.described("/clients/serverClientId"),
                        alice.described("/clients/serverClientSecret"),
                        "grant_type=client_credentials");
        Rest server = new Rest(simulators, granted.text("/access_token"));
        String channel = server.post("notifications/channels", "").text("/id");
        return server.put(
                        "notifications/channels/" + channel + "/subscriptions",
                        "[{\"id\":\"" + alice.topic("conversations.calls") + "\"}]")
                .error();
    }

    @Test
    void channelShouldHaveAThousandTopicsAtMost() throws Exception {
        restartWith("genesys.mostTopics", 2);

        assertThat(alice.subscribe("presence", "station", "conversations").error())
                .isEqualTo("400 notification.subscription.too.many.subscriptions");
    }

    @Test
    void twentyFirstChannelShouldRemoveTheLeastUsedOne() throws Exception {
        alice.arrived();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            made.add(alice.rest().post("notifications/channels", "").text("/id"));
        }

        assertThat(exists(made.get(0))).isFalse();
        assertThat(exists(made.get(1))).isTrue();
        assertThat(exists(alice.channel())).isTrue();
        assertThat(alice.rest()
                        .get("notifications/channels?includechannels=token")
                        .json()
                        .path("entities")
                        .size())
                .isEqualTo(20);
    }

    private boolean exists(String channel) throws IOException {
        return alice.rest()
                        .send("HEAD", "notifications/channels/" + channel, "")
                        .status()
                == 200;
    }

    @Test
    void subscriptionsShouldOutliveTheSocketAndASecondTakeOver() throws Exception {
        Listener first = alice.listener();
        alice.reconnect();

        assertThat(first.awaitClosed()).isEqualTo(-1);
        alice.dial(Quick.NUMBER);
        alice.until("agent connected, customer connected");
    }

    @Test
    void channelShouldEndWithItsLifeUnlessRenewed() throws Exception {
        restart(usual().with("genesys.channelLife", "1500ms").with("genesys.tokenRate", 1_000_000));
        String id = alice.channel();
        String other = alice.rest().post("notifications/channels", "").text("/id");

        Await.until("the other is gone", () -> renewedWhile(other));
        assertThat(exists(id)).isTrue();
        assertThat(alice.listener().awaitClosed()).isEqualTo(1001);
        assertThatThrownBy(alice::reconnect).hasMessageContaining("Handshake");
        assertThat(exists(id)).isFalse();
    }

    /** As long as it is there, the first is renewed. */
    private boolean renewedWhile(String other) {
        try {
            alice.subscribe("presence");
            return !exists(other);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void socketShouldTakeSubscriptionsToo() throws Exception {
        alice.rest().delete(subscriptions());
        alice.listener()
                .say("{\"message\":\"subscribe\",\"correlationId\":\"a\",\"topics\":[\""
                        + alice.topic("conversations.calls") + "\"]}");
        JsonNode answer = alice.listener().next();

        assertThat(answer.path("result").asText()).isEqualTo("200");
        assertThat(answer.path("status").asText()).isEqualTo("subscribed");
        assertThat(answer.path("correlationId").asText()).isEqualTo("a");
        alice.dial(Quick.NUMBER);
        alice.until("agent connected, customer connected");
        alice.listener().say("{\"message\":\"subscribe\",\"topics\":[\"nonsense\"]}");
        alice.listener().until(frame -> frame.path("status").asText().equals("failure"));
        alice.listener().say("nonsense");
        alice.listener().until(frame -> frame.path("status").asText().equals("error"));
    }

    @Test
    void unknownChannelShouldRefuseTheUpgrade() {
        String uri = alice.connectUri().replaceAll("[^/]+$", "streaming-3-none");

        assertThatThrownBy(() -> new Listener(simulators, uri)).hasMessageContaining("Handshake");
    }

    @Test
    void silentClientShouldBeClosedWhereThatIsDone() throws Exception {
        restartWith("genesys.idleClose", "100ms");

        assertThat(alice.listener().awaitClosed()).isEqualTo(1001);
    }

    @Test
    void nestedFormShouldBePushedWithItsReasons() throws Exception {
        alice.subscribe("conversations");
        alice.dialPersonally(Quick.AREA + "0101");
        List<JsonNode> frames = alice.listener().until(frame -> frame.at("/eventBody/participants/0/calls/0/state")
                .asText()
                .equals("terminated"));

        assertThat(frames.get(frames.size() - 1)
                        .at("/eventBody/participants/1/calls/0/disconnectReasons/0/code")
                        .asInt())
                .isEqualTo(486);
    }

    @Test
    void sessionsShouldBeInTheBooks() {
        JsonNode sessions =
                new Control(simulators).get("/platforms/genesys/sessions").json();

        assertThat(sessions.size()).isEqualTo(1);
        assertThat(sessions.at("/0/agent").asText()).isEqualTo("alice");
        assertThat(sessions.at("/0/resource").asText()).isEqualTo(alice.channel());
    }

    @Test
    void topicsShouldBeListed() throws Exception {
        JsonNode topics = alice.rest()
                .get("notifications/availabletopics?expand=description&expand=requiresPermissions")
                .json();

        assertThat(IntStream.range(0, topics.path("entities").size())
                        .mapToObj(at ->
                                topics.path("entities").path(at).path("id").asText())
                        .collect(Collectors.toList()))
                .contains("v2.users.{id}.conversations.calls", "v2.users.{id}.presence");
    }
}

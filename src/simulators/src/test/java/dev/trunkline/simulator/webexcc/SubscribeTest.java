package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subscribing, the options of it, and how many may (sheet 5.1). */
class SubscribeTest {
    private static final int MOST = 10;
    private static final long MOMENT = 5_000_000;

    private final List<Listener> opened = new ArrayList<>();
    private Simulators simulators;
    private Rest rest;

    @BeforeEach
    void start() throws IOException {
        simulators = Quick.start(Quick.options());
        rest = Rest.of(simulators, "alice");
    }

    private void restart(String name, Object value) throws IOException {
        close();
        simulators = Quick.start(Quick.options().with("webexcc." + name, value));
        rest = Rest.of(simulators, "alice");
    }

    @AfterEach
    void close() {
        opened.forEach(Listener::close);
        opened.clear();
        simulators.close();
    }

    private Rest.Reply subscribe(String options) throws IOException {
        return rest.post("/v1/notification/subscribe", options);
    }

    private Listener welcomed(String options) throws IOException {
        return listen(subscribe(options));
    }

    private Listener listen(Rest.Reply reply) {
        Listener made = Listener.welcomed(reply.text("/webSocketUrl"));
        opened.add(made);
        return made;
    }

    private static String options(String clientType, boolean many, boolean force) {
        return "{\"isKeepAliveEnabled\":false,\"clientType\":\"" + clientType + "\",\"allowMultiLogin\":" + many
                + ",\"force\":" + force + "}";
    }

    private int sessions() {
        return new Control(simulators).get("/platforms/webexcc/sessions").json().size();
    }

    /** Still there, and nobody has thrown it out. */
    private static boolean lives(Listener listener) {
        return listener.closedAs().isEmpty() && listener.arrived().isEmpty();
    }

    @Test
    void answerShouldSayWhereToListen() throws Exception {
        Rest.Reply reply = subscribe(options("OutboundGateway", true, false));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/subscriptionId")).startsWith("OutboundGateway-");
        assertThat(reply.text("/webSocketUrl"))
                .startsWith(rest.described().api().replaceFirst("^http", "ws"))
                .endsWith("/v1/notification/subscription/" + reply.text("/subscriptionId"));
    }

    @Test
    void nothingShouldHaveToBeSaid() throws Exception {
        Rest.Reply reply = subscribe("{}");

        assertThat(reply.text("/subscriptionId")).startsWith("DefaultClient-");
        assertThat(lives(listen(reply))).isTrue();
    }

    @Test
    void firstMessageShouldWelcomeTheAgent() throws Exception {
        Listener listener = new Listener(subscribe("{}").text("/webSocketUrl"));
        opened.add(listener);
        JsonNode welcome = listener.next();

        assertThat(welcome.path("type").asText()).isEqualTo("Welcome");
        assertThat(welcome.path("orgId").asText()).isEqualTo(rest.described().orgId());
        assertThat(welcome.path("trackingId").asText()).startsWith("notifs_");
        assertThat(welcome.at("/data/eventType").asText()).isEqualTo("AgentDesktopMessage");
        assertThat(welcome.at("/data/agentId").asText())
                .isEqualTo(rest.described().agentId("alice"));
    }

    @Test
    void urlShouldBeGoodOnce() throws Exception {
        String url = subscribe(options("Tests", true, true)).text("/webSocketUrl");
        opened.add(Listener.welcomed(url));

        assertThatThrownBy(() -> new Listener(url)).hasMessageContaining("Handshake");
    }

    @Test
    void urlShouldNotBeGoodAgainAfterItsEnd() throws Exception {
        String url = subscribe("{}").text("/webSocketUrl");
        Listener.welcomed(url).close();

        assertThatThrownBy(() -> new Listener(url)).hasMessageContaining("Handshake");
    }

    @Test
    void unknownUrlShouldBeRefused() throws Exception {
        String url = subscribe("{}").text("/webSocketUrl");

        assertThatThrownBy(() -> new Listener(url + "0")).hasMessageContaining("Handshake");
    }

    @Test
    void tokenShouldNotBeNeededAtTheSocket() throws Exception {
        String url = subscribe("{}").text("/webSocketUrl");
        new Control(simulators).post("/platforms/webexcc/faults", "{\"kind\":\"expire-auth\",\"agent\":\"alice\"}");

        Listener listener = Listener.welcomed(url);
        opened.add(listener);
        assertThat(listener.open()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientType\":\"ATypeOfMoreThan20Chars\"}",
                "{\"clientType\":7}",
                "{\"allowMultiLogin\":\"yes\",\"clientType\":\"Tests\"}",
                "{\"allowMultiLogin\":true}",
                "{",
                "[]"
            })
    void optionsThatAreNoneShouldBeRefused(String options) throws Exception {
        assertThat(subscribe(options).status()).isEqualTo(400);
    }

    @Test
    void tenShouldListenBesideEachOther() throws Exception {
        for (int i = 0; i < MOST; i++) {
            welcomed(options("Tests", true, false));
        }

        assertThat(opened).allMatch(SubscribeTest::lives);
        assertThat(sessions()).isEqualTo(MOST);
    }

    @Test
    void eleventhShouldBeRefused() throws Exception {
        for (int i = 0; i < MOST; i++) {
            welcomed(options("Tests", true, false));
        }
        Rest.Reply refused = subscribe(options("Tests", true, false));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("AGENT_MAX_CONNECTIONS_EXCEEDED");
        assertThat(opened).allMatch(SubscribeTest::lives);
    }

    @Test
    void eleventhShouldDisplaceOneWhereItIsForced() throws Exception {
        for (int i = 0; i < MOST; i++) {
            welcomed(options("Tests", true, false));
        }
        welcomed(options("Tests", true, true));
        Await.until("one is displaced", () -> opened.stream().anyMatch(SubscribeTest::displaced));
        List<Listener> rest = opened.stream().filter(one -> !displaced(one)).toList();

        assertThat(rest).hasSize(MOST).contains(opened.get(MOST)).allMatch(SubscribeTest::lives);
    }

    private static boolean displaced(Listener listener) {
        return listener.closedAs().isPresent() || !listener.quiet();
    }

    @Test
    void statusOfTheEleventhShouldBeAsSet() throws Exception {
        restart("overLimitStatus", 409);
        welcomed(options("Tests", false, false));

        assertThat(subscribe(options("Tests", false, false)).status()).isEqualTo(409);
    }

    @Test
    void mostOfAllShouldBeAsSet() throws Exception {
        restart("mostConnections", 2);
        welcomed(options("Tests", true, false));
        welcomed(options("Tests", true, false));

        assertThat(subscribe(options("Tests", true, false)).status()).isEqualTo(403);
    }

    @Test
    void urlShouldNotWaitForEver() throws Exception {
        restart("subscriptionLife", "1ms");
        String url = subscribe("{}").text("/webSocketUrl");
        long since = System.nanoTime();
        Await.until("a moment is over", () -> System.nanoTime() - since > MOMENT);

        assertThatThrownBy(() -> new Listener(url)).hasMessageContaining("Handshake");
    }

    @ParameterizedTest
    @CsvSource({"closed,true", "silent,false"})
    void displacedOneShouldBeClosedWhereItIs(String setting, boolean closed) throws Exception {
        restart("displaced", setting);
        Listener first = welcomed(options("Tests", false, true));
        welcomed(options("Tests", false, true));
        first.first(one -> Listener.family(one).equals("AGENT_MULTI_LOGIN"));
        if (closed) {
            first.awaitClosed();
        }
        rest.post("/v1/agents/reload", "{}");
        opened.get(1).event("AgentReloginFailed");

        assertThat(first.quiet()).isTrue();
        assertThat(first.closedAs().isPresent()).isEqualTo(closed);
    }

    @Test
    void otherClientTypesShouldNotCount() throws Exception {
        for (int i = 0; i < MOST; i++) {
            welcomed(options("Tests", true, false));
        }

        assertThat(subscribe(options("Others", true, false)).status()).isEqualTo(200);
    }

    @Test
    void otherAgentsShouldNotCount() throws Exception {
        for (int i = 0; i < MOST; i++) {
            welcomed(options("Tests", true, false));
        }
        rest = Rest.of(simulators, "bob");

        assertThat(subscribe(options("Tests", true, false)).status()).isEqualTo(200);
    }

    @Test
    void closedOnesShouldNotCount() throws Exception {
        for (int i = 0; i < MOST; i++) {
            welcomed(options("Tests", true, false));
        }
        opened.get(0).close();
        Await.until("it is noticed", () -> sessions() == MOST - 1);

        assertThat(subscribe(options("Tests", true, false)).status()).isEqualTo(200);
    }

    @Test
    void onlyOneShouldListenWhereManyMayNot() throws Exception {
        welcomed(options("Tests", false, false));

        assertThat(subscribe(options("Tests", false, false)).status()).isEqualTo(403);
        assertThat(lives(opened.get(0))).isTrue();
    }

    @Test
    void oneWhoForcesHisWayShouldDisplaceAllOfHisType() throws Exception {
        Listener first = welcomed(options("Tests", true, false));
        Listener second = welcomed(options("Tests", true, false));
        Listener other = welcomed(options("Others", true, false));
        Listener last = welcomed(options("Tests", false, true));

        for (Listener displaced : List.of(first, second)) {
            JsonNode frame = displaced.first(one -> Listener.family(one).equals("AGENT_MULTI_LOGIN"));
            assertThat(frame.at("/data/type").asText()).isEqualTo("AgentMultiLoginCloseSession");
            assertThat(frame.at("/data/agentId").asText())
                    .isEqualTo(rest.described().agentId("alice"));
            assertThat(frame.at("/data").has("reason")).isTrue();
        }
        assertThat(lives(other)).isTrue();
        assertThat(lives(last)).isTrue();
    }

    @Test
    void anotherAgentShouldNotBeDisplaced() throws Exception {
        Listener alices = welcomed(options("Tests", false, true));
        rest = Rest.of(simulators, "bob");
        welcomed(options("Tests", false, true));

        assertThat(lives(alices)).isTrue();
    }
}

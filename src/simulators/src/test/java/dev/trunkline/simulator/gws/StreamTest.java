package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
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

/** The event stream as it is on the wire (sheet 5). */
class StreamTest {
    private static final String AT_ONCE = ",\"advice\":{\"timeout\":0}";

    private Simulators simulators;
    private Rest rest;
    private Stream stream;

    @BeforeEach
    void start() throws IOException {
        start(Quick.unhurried());
    }

    private void start(Options options) throws IOException {
        simulators = Simulators.start(options);
        rest = new Rest(simulators);
        rest.signIn("alice");
        stream = new Stream(rest);
    }

    private void restartWith(String name, Object value) throws IOException {
        close();
        start(Quick.unhurried().with(name, value));
    }

    @AfterEach
    void close() {
        simulators.close();
    }

    private void begin() throws IOException {
        rest.post("me", "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"voice\"]}");
    }

    @Test
    void handshakeShouldBeThatOfARealServerWithoutWebSocket() throws Exception {
        JsonNode hand = stream.handshake("");

        assertThat(hand.path("successful").asBoolean()).isTrue();
        assertThat(hand.path("supportedConnectionTypes").toString())
                .isEqualTo("[\"long-polling\",\"callback-polling\"]");
        assertThat(hand.at("/advice/timeout").asInt()).isEqualTo(30_000);
        assertThat(hand.at("/advice/interval").asInt()).isZero();
        assertThat(rest.cookies()).containsKey("BAYEUX_BROWSER");
        assertThat(hand.has("ext")).isFalse();
    }

    @Test
    void lossShouldBeHealedWhereTheServerOffersIt() throws Exception {
        restartWith("gws.ack", true);

        assertThat(stream.handshake(",\"ext\":{\"ack\":true}").at("/ext/ack").asBoolean())
                .isTrue();
    }

    @Test
    void strangersShouldBeForbidden() throws Exception {
        rest.cookies().clear();
        Rest.Reply reply = stream.send("/handshake", "{\"channel\":\"/meta/handshake\"}");

        assertThat(reply.code()).isEqualTo("403 20");
    }

    @Test
    void strangersShouldShakeNoHandsWhereTheyGetThatFar() throws Exception {
        restartWith("gws.anonymousStream", "unsuccessful");
        rest.cookies().clear();
        JsonNode hand = stream.handshake("");

        assertThat(hand.path("successful").asBoolean()).isFalse();
        assertThat(hand.path("error").asText()).startsWith("403");
    }

    @Test
    void tokenShouldBeWantedWhereItIs() throws Exception {
        rest.csrf("");
        assertThat(stream.handshake("").path("successful").asBoolean()).isTrue();
        restartWith("gws.csrfOnStream", true);
        assertThat(stream.handshake("").path("successful").asBoolean()).isTrue();
        rest.csrf("");
        assertThat(stream.send("/handshake", "{\"channel\":\"/meta/handshake\"}")
                        .body())
                .contains("Missing or invalid Csrf token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/me/devices", "/v2/me/*", "/v2/**", "/**"})
    void patternsShouldHearToo(String channel) throws Exception {
        stream.handshake("");
        assertThat(stream.subscribe(channel).path("successful").asBoolean()).isTrue();
        stream.start();
        begin();

        assertThat(Worker.brief(stream.next())).isEqualTo("LoggedIn");
        assertThat(Worker.brief(stream.next())).isEqualTo("NotReady");
    }

    @Test
    void wrongChannelShouldBeTakenAndStaySilent() throws Exception {
        stream.handshake("");
        assertThat(stream.subscribe("/v2/me/state").path("successful").asBoolean())
                .isTrue();
        stream.subscribe("/notifications/services");
        stream.start();
        begin();
        inject("{\"kind\":\"voice-down\",\"seconds\":60}");

        assertThat(Worker.brief(stream.next())).isEqualTo("ServiceStateChangeMessage");
    }

    private void inject(String fault) {
        assertThat(new Control(simulators).post("/platforms/gws/faults", fault).status())
                .isEqualTo(202);
    }

    @Test
    void nobodyShouldHearAnother() throws Exception {
        Worker bob = Worker.atWork(simulators, "bob");
        stream.listen();
        begin();
        stream.next();

        assertThat(bob.arrived()).isEmpty();
    }

    /** More than the server has threads. */
    @Test
    void manyShouldWaitAtOnceAndEachHearHisOwn() throws Exception {
        close();
        start(Quick.unhurried().withAgents(150));
        List<Worker> all = new ArrayList<>();
        for (int i = 1; i <= 150; i++) {
            all.add(Worker.signedIn(simulators, "agent%04d".formatted(i)));
        }
        for (Worker one : all) {
            one.begin();
        }

        assertThat(all).allSatisfy(one -> assertThat(one.until("NotReady")).containsExactly("LoggedIn", "NotReady"));
        assertThat(simulators.platform(Gws.class).sessions()).hasSize(150);
    }

    @Test
    void eventsShouldCarryNothingButChannelAndData() throws Exception {
        stream.listen();
        begin();

        assertThat(stream.next().properties())
                .extracting(entry -> entry.getKey())
                .containsOnly("channel", "data");
    }

    @Test
    void eventsShouldWaitForThePoll() throws Exception {
        stream.handshake("");
        stream.subscribe("/v2/me/devices");
        begin();
        Await.until("he is not ready", () -> state().equals("NotReady"));
        stream.start();

        assertThat(List.of(Worker.brief(stream.next()), Worker.brief(stream.next())))
                .containsExactly("LoggedIn", "NotReady");
    }

    private String state() {
        try {
            return rest.get("me/devices?fields=*").text("/devices/0/userState/state");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"sessionUnknown,402::session_unknown", "unknownClient,402::Unknown client"})
    void unknownSessionShouldBeSentToTheHandshake(String words, String error) throws Exception {
        restartWith("gws.unknownClient", words);
        stream.handshake("");
        stream.clientId("somebodyElse");
        JsonNode reply = stream.connectOnce(AT_ONCE);

        assertThat(reply.path("successful").asBoolean()).isFalse();
        assertThat(reply.path("error").asText()).isEqualTo(error);
        assertThat(reply.at("/advice/reconnect").asText()).isEqualTo("handshake");
    }

    @Test
    void lostBrowserShouldBeAnUnknownSession() throws Exception {
        stream.handshake("");
        rest.cookies().remove("BAYEUX_BROWSER");

        assertThat(stream.connectOnce(AT_ONCE).path("error").asText()).isEqualTo("402::session_unknown");
    }

    @Test
    void sharedJarShouldLetOnlyOnePollWait() throws Exception {
        restartWith("gws.pollTimeout", "200ms");
        stream.listen();
        Stream second = new Stream(rest);
        second.handshake("");
        second.connectOnce(AT_ONCE);

        Await.until("the first waits", () -> waits(second));
    }

    /** Sent away for two seconds, since another of the same browser is waiting. */
    private static boolean waits(Stream second) {
        try {
            JsonNode advice = second.connectOnce("").path("advice");
            return advice.path("multiple-clients").asBoolean()
                    && advice.path("interval").asInt() == 2000;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void pollShouldEndWithoutEventsInItsTime() throws Exception {
        restartWith("gws.pollTimeout", "100ms");
        stream.handshake("");
        stream.connectOnce(AT_ONCE);
        long before = System.nanoTime();

        assertThat(stream.connectOnce("").path("successful").asBoolean()).isTrue();
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(100_000_000L);
    }

    @Test
    void sessionWithoutPollsShouldEnd() throws Exception {
        restartWith("gws.maxInterval", "50ms");
        stream.handshake("");
        stream.connectOnce(AT_ONCE);
        Await.until(
                "it is gone", () -> simulators.platform(Gws.class).sessions().isEmpty());

        assertThat(stream.connectOnce("").path("error").asText()).isEqualTo("402::session_unknown");
    }

    @Test
    void clientsShouldNotPublish() throws Exception {
        stream.handshake("");
        Rest.Reply reply = stream.send(
                "", "{\"channel\":\"/v2/me/calls\",\"clientId\":\"" + stream.clientId() + "\",\"data\":{\"a\":1}}");

        assertThat(reply.json().path(0).path("successful").asBoolean()).isFalse();
    }

    @Test
    void endedSessionShouldEndItsStream() throws Exception {
        restartWith("gws.pollTimeout", "100ms");
        stream.listen();
        rest.post("me", "{\"operationName\":\"EndContactCenterSession\"}");

        assertThat(stream.awaitEnd()).isEqualTo("403 {\"statusCode\":20,\"statusMessage\":\"Access denied\"}");
    }
}

package dev.trunkline.simulator.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Everything that can go wrong on purpose (design 1, sheet 9.2). */
class FaultTest extends AtWork {
    private static final String TALK = "agent connected, customer connected";

    @Override
    Options usual() {
        return Quick.unhurried().with("genesys.heartbeat", "60s").with("genesys.closeGrace", "300ms");
    }

    private void awaitTalk() {
        Await.until("they talk", () -> simulators.books().get(0).state().equals("connected"));
    }

    private void inject(String fault) {
        Control.Reply reply = new Control(simulators).post("/platforms/genesys/faults", fault);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
    }

    @Test
    void cutShouldBreakSocketsAndKeepThemOut() {
        inject("{\"kind\":\"cut-stream\",\"seconds\":60}");

        assertThat(alice.listener().awaitClosed()).isEqualTo(-1);
        assertThatThrownBy(alice::reconnect).hasMessageContaining("Handshake");
        simulators.reset();
        alice.reconnect();
    }

    @Test
    void refusalOfOneAgentShouldNotHitAnother() throws Exception {
        inject("{\"kind\":\"refuse-stream\",\"seconds\":60,\"agent\":\"alice\"}");

        assertThatThrownBy(alice::reconnect).hasMessageContaining("Handshake");
        Worker.bob(simulators).close();
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void errorsShouldHaveNoEffectAndEndByCount() throws Exception {
        inject("{\"kind\":\"error\",\"status\":503,\"count\":2}");

        assertThat(alice.dial(Quick.NUMBER).error()).isEqualTo("503 service.unavailable");
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(503);
        assertThat(simulators.books()).isEmpty();
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(202);
    }

    @Test
    void errorShouldHaveTheCodeThatIsWanted() throws Exception {
        inject("{\"kind\":\"error\",\"status\":409,\"text\":\"providerapi.error.phone.no.active.edge\"}");

        assertThat(alice.dial(Quick.NUMBER).error()).isEqualTo("409 providerapi.error.phone.no.active.edge");
    }

    @Test
    void errorAfterwardsShouldHaveItsEffect() throws Exception {
        inject("{\"kind\":\"error-after\",\"status\":504}");

        assertThat(alice.dial(Quick.NUMBER).error()).isEqualTo("504 request.timeout");
        alice.until(TALK);
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void rateLimitShouldSayWhenToComeBack() throws Exception {
        inject("{\"kind\":\"rate-limit\",\"seconds\":7}");

        assertThat(alice.dial(Quick.NUMBER).header("Retry-After")).isEqualTo("7");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void slowShouldDelayTheAnswer() throws Exception {
        inject("{\"kind\":\"slow\",\"seconds\":0.2}");
        long before = System.nanoTime();
        alice.rest().get("users/me");

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void lostAnswerShouldHaveItsEffect() {
        inject("{\"kind\":\"lose-answer\"}");

        assertThatThrownBy(() -> alice.dial(Quick.NUMBER)).isInstanceOf(IOException.class);
        alice.until(TALK);
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void swallowedCommandShouldBeAcceptedAndForgotten() throws Exception {
        inject("{\"kind\":\"swallow\"}");

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(202);
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void expiredSignInShouldEndRefreshTokensToo() throws Exception {
        String refresh = new Control(simulators)
                .post("/platforms/genesys/tokens", "{\"agent\":\"alice\"}")
                .json()
                .path("refreshToken")
                .asText();
        inject("{\"kind\":\"expire-auth\",\"agent\":\"alice\"}");

        assertThat(alice.dial(Quick.NUMBER).error()).isEqualTo("401 bad.credentials");
        assertThat(refreshed(refresh).text("/error")).isEqualTo("invalid_grant");
        assertThat(refreshed("refresh-alice").status()).isEqualTo(200);
    }

    private Rest.Reply refreshed(String token) throws IOException {
        return alice.rest()
                .form(
                        alice.described("/clients/clientId"),
                        alice.described("/clients/clientSecret"),
                        "grant_type=refresh_token&refresh_token=" + token);
    }

    @Test
    void expiredTokenShouldBeRefreshed() throws Exception {
        String refresh = refreshed("refresh-alice").text("/refresh_token");
        inject("{\"kind\":\"expire-token\"}");

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(401);
        assertThat(refreshed(refresh).status()).isEqualTo(200);
    }

    @Test
    void revokedTokenShouldBeToldOnItsChannel() throws Exception {
        inject("{\"kind\":\"revoke-token\",\"agent\":\"alice\"}");
        List<JsonNode> frames =
                alice.listener().until(frame -> frame.path("topicName").asText().startsWith("v2.system"));

        JsonNode revoked = frames.get(frames.size() - 1);
        assertThat(revoked.at("/eventBody/systemTopicType").asText()).isEqualTo("token_revoked");
        assertThat(revoked.at("/eventBody/reason").asText()).isEqualTo("user_tokens_revoked");
        assertThat(alice.rest().get("users/me").status()).isEqualTo(401);
        assertThatThrownBy(alice::reconnect).hasMessageContaining("Handshake");
    }

    @Test
    void channelShouldOutliveItsTokenWhereItDoes() throws Exception {
        restartWith("genesys.channelsEndWithToken", false);
        inject("{\"kind\":\"revoke-token\",\"agent\":\"alice\"}");
        alice.listener().until(frame -> frame.path("topicName").asText().startsWith("v2.system"));

        assertThat(alice.reconnect().quiet()).isTrue();
    }

    @Test
    void duplicatesShouldComeInOrder() throws Exception {
        inject("{\"kind\":\"duplicate-events\",\"seconds\":60}");
        alice.dial(Quick.NUMBER);

        assertThat(alice.until(TALK).subList(0, 2)).containsExactly("agent contacting", "agent contacting");
    }

    @Test
    void reorderedEventsShouldAllCome() throws Exception {
        inject("{\"kind\":\"reorder-events\",\"seconds\":60}");
        alice.dial(Quick.NUMBER);

        assertThat(alice.until(TALK)).containsSubsequence("agent dialing, customer dialing", "agent contacting");
    }

    @Test
    void silentChannelShouldAnswerAndTellNothing() throws Exception {
        inject("{\"kind\":\"silent-channel\",\"seconds\":60}");
        alice.dial(Quick.NUMBER);
        awaitTalk();

        assertThat(alice.arrived()).isEmpty();
        simulators.reset();
        alice.talk();
    }

    @Test
    void halfOpenSocketShouldNeitherAnswerNorEnd() throws Exception {
        inject("{\"kind\":\"half-open\",\"seconds\":0.5}");
        alice.dial(Quick.NUMBER);
        awaitTalk();
        assertThat(alice.listener().quiet()).isTrue();
        Await.until("it answers again", this::pongs);

        assertThat(alice.listener().next().at("/eventBody/message").asText()).isEqualTo("pong");
    }

    private boolean pongs() {
        alice.listener().say("{\"message\":\"ping\"}");
        return !alice.listener().quiet();
    }

    @Test
    void heartbeatsShouldStopWhileEventsCome() throws Exception {
        restartWith("genesys.heartbeat", "20ms");
        inject("{\"kind\":\"no-heartbeat\",\"seconds\":60}");
        alice.arrived();
        alice.dial(Quick.NUMBER);

        assertThat(alice.listener().until(frame -> frame.at("/eventBody/participants/1/state")
                        .asText()
                        .equals("connected")))
                .allMatch(frame -> frame.path("topicName").asText().endsWith("conversations.calls"));
    }

    @Test
    void closingShouldBeAnnounced() {
        inject("{\"kind\":\"socket-closing\"}");
        alice.listener().until(frame -> frame.path("topicName").asText().equals("v2.system.socket_closing"));

        assertThat(alice.listener().awaitClosed()).isEqualTo(1001);
        alice.reconnect();
    }

    @Test
    void evictedChannelShouldBeGone() throws Exception {
        inject("{\"kind\":\"evict-channel\",\"agent\":\"alice\"}");

        alice.listener().awaitClosed();
        assertThat(alice.rest()
                        .send("HEAD", "notifications/channels/" + alice.channel(), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void garbageShouldBeSentAsItIs() {
        inject("{\"kind\":\"garbage\",\"text\":\"{\\\"topicName\\\":\"}");

        assertThat(alice.listener().nextText()).isEqualTo("{\"topicName\":");
    }

    @Test
    void unknownStateShouldBeToldOnce() throws Exception {
        alice.talk();
        inject("{\"kind\":\"unknown-state\"}");

        alice.until("agent transmogrifying, customer transmogrifying");
        assertThat(alice.rest().get("conversations/calls").text("/entities/0/participants/0/state"))
                .isEqualTo("connected");
    }

    @Test
    void thirdLegShouldAppear() throws Exception {
        alice.talk();
        inject("{\"kind\":\"third-leg\",\"agent\":\"alice\"}");

        alice.until(TALK + ", external connected");
    }

    @Test
    void lostStationShouldEndItsLeg() throws Exception {
        alice.talk();
        inject("{\"kind\":\"station-lost\",\"agent\":\"alice\"}");

        alice.until("agent disconnected (transport.failure) ACW, customer terminated (peer)");
        assertThat(alice.dial(Quick.NUMBER).error()).isEqualTo("400 conversation.error.no.user.station");
        simulators.reset();
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(202);
    }

    @Test
    void agentWithoutAStationShouldNotDial() throws Exception {
        inject("{\"kind\":\"no-station\",\"agent\":\"alice\"}");

        assertThat(alice.dial(Quick.NUMBER).error()).isEqualTo("400 conversation.error.no.user.station");
    }

    @Test
    void silentPhoneShouldEndTheCallWithoutAFarLeg() throws Exception {
        inject("{\"kind\":\"phone-unanswered\"}");
        alice.dial(Quick.NUMBER);

        assertThat(alice.untilOne("agent terminated (error)")
                        .party(0)
                        .at("/errorInfo/code")
                        .asText())
                .isEqualTo("error.ininedgecontrol.connection.timeout");
    }

    @Test
    void missingLinesShouldEndTheFarLeg() throws Exception {
        inject("{\"kind\":\"no-lines\"}");
        alice.dial(Quick.NUMBER);

        assertThat(alice.untilOne("agent disconnected (peer) ACW, customer terminated (error)")
                        .party(1)
                        .at("/errorInfo/code")
                        .asText())
                .isEqualTo("error.ininedgecontrol.connection.noAvailableLines");
    }

    @Test
    void droppedEventsShouldNeverCome() throws Exception {
        inject("{\"kind\":\"drop-events\",\"count\":2}");
        alice.dial(Quick.NUMBER);

        assertThat(alice.until(TALK)).containsExactly("agent connected, customer dialing", TALK);
    }

    @Test
    void lateSnapshotShouldComeAfterNewerOnes() throws Exception {
        inject("{\"kind\":\"late-snapshot\",\"seconds\":0.3}");
        alice.dial(Quick.NUMBER);

        alice.until(TALK);
        alice.until("agent contacting");
    }

    @Test
    void changeBurstShouldReachItsNumber() throws Exception {
        alice.talk();
        inject("{\"kind\":\"change-burst\",\"perSecond\":1000,\"seconds\":0.5}");
        List<Integer> numbers = alice.summaries(one -> change(one).startsWith("change 500 ")).stream()
                .map(one -> Integer.parseInt(change(one).replaceAll("change (\\d+) \\d{16} \\+\\d+", "$1")))
                .toList();

        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
        assertThat(simulators.books().get(0).changes()).isEqualTo(500);
    }

    private static String change(Snapshot call) {
        return call.party(1).at("/attributes/change").asText();
    }

    @Test
    void unknownFaultShouldNameTheKnownOnes() {
        Control control = new Control(simulators);

        Control.Reply reply = control.post("/platforms/genesys/faults", "{\"kind\":\"flood\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("detail").asText()).contains("flood", "silent-channel");
        assertThat(control.post("/platforms/genesys/faults", "{\"kind\":\"slow\",\"node\":\"a\"}")
                        .status())
                .isEqualTo(400);
        assertThat(control.post("/platforms/genesys/faults", "{\"kind\":\"slow\",\"agent\":\"nobody\"}")
                        .status())
                .isEqualTo(400);
        assertThat(control.post("/platforms/genesys/faults", "{\"kind\":\"garbage\"}")
                        .status())
                .isEqualTo(400);
    }
}

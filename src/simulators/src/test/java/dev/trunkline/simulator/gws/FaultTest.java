package dev.trunkline.simulator.gws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that can go wrong on purpose (design 1, sheet 9). */
class FaultTest extends AtWork {
    private static final String AT_ONCE = ",\"advice\":{\"timeout\":0}";

    private boolean answers() {
        try {
            return alice.stream().connectOnce(AT_ONCE).path("successful").asBoolean();
        } catch (IOException | AssertionError notYet) {
            return false;
        }
    }

    private void awaitTalk() {
        Await.until(
                "they talk",
                () -> !simulators.books().isEmpty()
                        && simulators.books().get(0).state().equals("Established"));
    }

    @Test
    void cutShouldBreakPollsAndKeepThemOut() {
        alice.fault("{\"kind\":\"cut-stream\",\"seconds\":60}");

        assertThat(alice.stream().awaitEnd()).isEqualTo("broken");
        alice.stream().start();
        assertThat(alice.stream().awaitEnd()).isEqualTo("broken");
        simulators.reset();
        assertThat(answers()).isTrue();
    }

    @Test
    void cutBetweenTwoPollsShouldBreakTheNextOne() throws Exception {
        alice.fault("{\"kind\":\"cut-stream\",\"seconds\":0}");
        assertThat(alice.stream().awaitEnd()).isEqualTo("broken");
        alice.fault("{\"kind\":\"cut-stream\",\"seconds\":0}");

        alice.stream().start();
        assertThat(alice.stream().awaitEnd()).isEqualTo("broken");
        assertThat(answers()).isTrue();
    }

    @Test
    void sessionShouldSurviveAShortCutWithItsEvents() throws Exception {
        alice.fault("{\"kind\":\"cut-stream\",\"seconds\":0.3}");
        assertThat(alice.stream().awaitEnd()).isEqualTo("broken");
        Await.until("the stream is back", this::answers);
        alice.state("Ready");
        alice.stream().start();

        assertThat(alice.until("Ready")).containsExactly("Ready");
    }

    @Test
    void refusedStreamShouldHaveTheBalancersPage() throws Exception {
        alice.fault("{\"kind\":\"refuse-stream\",\"seconds\":60,\"agent\":\"alice\"}");

        alice.stream().awaitEnd();
        alice.stream().start();
        assertThat(alice.stream().awaitEnd()).startsWith("503 <html>");
        assertThat(Worker.atWork(simulators, "bob").arrived()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"error\"}|500 4",
                "{\"kind\":\"error\",\"status\":503,\"text\":\"Voice service is not available at this time\"}|503 4",
                "{\"kind\":\"error\",\"status\":9}|202 9",
                "{\"kind\":\"error\",\"status\":10}|400 10",
                "{\"kind\":\"error\",\"status\":502,\"text\":\"<html>Bad Gateway</html>\"}|'502 '"
            })
    void errorsShouldHaveNoEffect(String fault, String code) throws Exception {
        alice.fault(fault);

        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo(code);
        assertThat(simulators.books()).isEmpty();
        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("200 0");
    }

    @Test
    void errorAfterwardsShouldHaveItsEffect() throws Exception {
        alice.fault("{\"kind\":\"error-after\"}");

        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("500 4");
        alice.call("Established");
    }

    @Test
    void rateLimitShouldSayWhenToComeBack() throws Exception {
        alice.fault("{\"kind\":\"rate-limit\",\"seconds\":7}");

        assertThat(alice.dial(Quick.NUMBER).header("Retry-After")).isEqualTo("7");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void slowShouldDelayTheAnswer() throws Exception {
        alice.fault("{\"kind\":\"slow\",\"seconds\":0.2}");
        long before = System.nanoTime();
        alice.rest().get("me");

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void lostAnswerShouldHaveItsEffect() {
        alice.fault("{\"kind\":\"lose-answer\"}");

        assertThatThrownBy(() -> alice.dial(Quick.NUMBER)).isInstanceOf(IOException.class);
        alice.call("Established");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void swallowedCommandShouldBeAcceptedAndForgotten() throws Exception {
        alice.fault("{\"kind\":\"swallow\"}");

        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("200 0");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void duplicatesShouldComeInOrder() throws Exception {
        alice.fault("{\"kind\":\"duplicate-events\",\"seconds\":60}");
        alice.dial(Quick.NUMBER);

        assertThat(alice.until("Outbound Established"))
                .containsExactly("Outbound Dialing", "Outbound Dialing", "Outbound Established");
    }

    @Test
    void reorderedEventsShouldAllCome() throws Exception {
        alice.fault("{\"kind\":\"reorder-events\",\"seconds\":60}");
        alice.dial(Quick.NUMBER);

        assertThat(alice.until("Outbound Dialing")).containsExactly("Outbound Established", "Outbound Dialing");
    }

    @Test
    void silentChannelShouldBeThereAndTellNothing() throws Exception {
        alice.fault("{\"kind\":\"silent-channel\",\"seconds\":60}");
        alice.dial(Quick.NUMBER);
        awaitTalk();
        simulators.reset();

        assertThat(alice.arrived()).containsExactly("Outbound Released");
    }

    @Test
    void halfOpenShouldGiveNoSignOfLifeAndBreakAtItsEnd() throws Exception {
        alice.fault("{\"kind\":\"half-open\",\"seconds\":0.3}");
        alice.dial(Quick.NUMBER);
        awaitTalk();

        assertThat(alice.stream().awaitEnd()).isEqualTo("broken");
        assertThat(answers()).isTrue();
    }

    @Test
    void droppedSessionShouldBeUnknown() {
        alice.fault("{\"kind\":\"drop-session\",\"agent\":\"alice\"}");
        alice.stream().awaitEnd();
        alice.stream().start();

        assertThat(alice.stream().awaitEnd()).isEqualTo("402::session_unknown");
    }

    @Test
    void lostBatchShouldBeGone() throws Exception {
        alice.fault("{\"kind\":\"lose-batch\",\"agent\":\"alice\"}");
        alice.state("Ready");
        assertThat(alice.stream().awaitEnd()).isEqualTo("broken");
        alice.stream().start();
        alice.state("NotReady");

        assertThat(alice.until("NotReady")).containsExactly("NotReady");
    }

    @Test
    void expiredSessionShouldShowOnTheStreamToo() throws Exception {
        restartWith("gws.pollTimeout", "100ms");
        alice.fault("{\"kind\":\"expire-session\"}");

        assertThat(alice.stream().awaitEnd()).startsWith("403 {\"statusCode\":20");
        alice.rest().signIn("alice");
        assertThat(answers()).isTrue();
    }

    @Test
    void voiceServiceShouldBeSaidToBeAway() throws Exception {
        alice.fault("{\"kind\":\"voice-down\",\"seconds\":0.3}");

        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("503 4");
        assertThat(alice.message("ServiceStateChangeMessage")
                        .at("/data/services/0/state")
                        .asText())
                .isEqualTo("Inactive");
        assertThat(alice.rest().get("services?fields=*").text("/services/0/state"))
                .isEqualTo("Inactive");
        assertThat(alice.message("ServiceStateChangeMessage")
                        .at("/data/services/0/state")
                        .asText())
                .isEqualTo("Active");
        assertThat(alice.dial(Quick.NUMBER).code()).isEqualTo("200 0");
    }

    @Test
    void thirdCallShouldRingBesideOthers() throws Exception {
        JsonNode call = alice.talk();
        alice.operate(call, "InitiateTransfer", Worker.to(Quick.AREA + "0188"));
        alice.call("Established");
        alice.fault("{\"kind\":\"third-call\",\"agent\":\"alice\"}");

        assertThat(alice.until("Inbound Released")).containsExactly("Inbound Ringing", "Inbound Released");
        assertThat(simulators.books()).hasSize(2);
    }

    @Test
    void thirdCallShouldBeAnswered() throws Exception {
        restartWith("gws.noAnswer", "10s");
        alice.fault("{\"kind\":\"third-call\",\"agent\":\"alice\"}");
        JsonNode call = alice.call("Ringing");
        alice.operate(call, "Answer");

        assertThat(alice.call("Established").at("/participants/0/phoneNumber").asText())
                .isEqualTo("6085550100");
    }

    @Test
    void unknownWordsShouldBeToldOnce() throws Exception {
        alice.talk();
        alice.fault("{\"kind\":\"unknown-state\"}");
        alice.fault("{\"kind\":\"unknown-notification\"}");
        alice.fault("{\"kind\":\"same-state\"}");

        assertThat(alice.arrived())
                .containsExactly("Outbound Queued", "Outbound Established (SupervisorWhisper)", "Outbound Established");
    }

    @Test
    void garbageShouldBeSentAsItIs() {
        alice.fault("{\"kind\":\"garbage\",\"text\":\"[17]\"}");

        assertThat(alice.stream().next().path("data").toString()).isEqualTo("[17]");
    }

    @Test
    void burstShouldChangeCallsAtItsRate() throws Exception {
        alice.talk();
        alice.fault("{\"kind\":\"change-burst\",\"perSecond\":100,\"seconds\":0.2}");
        Await.until("twenty changes", () -> simulators.books().get(0).changes() == 20);

        assertThat(alice.arrived()).hasSize(20).containsOnly("Outbound Established (AttachedDataChanged)");
    }

    @Test
    void wrongFaultsShouldBeExplained() {
        assertThatThrownBy(() -> alice.fault("{\"kind\":\"rain\"}")).hasMessageContaining("lose-batch");
        assertThatThrownBy(() -> alice.fault("{\"kind\":\"slow\",\"agent\":\"nobody\"}"))
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> alice.fault("{\"kind\":\"slow\",\"node\":\"a\"}"))
                .hasMessageContaining("nodes");
        assertThatThrownBy(() -> alice.fault("{\"kind\":\"garbage\"}")).hasMessageContaining("text");
    }
}

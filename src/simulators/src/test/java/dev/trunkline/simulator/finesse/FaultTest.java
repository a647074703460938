package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private Simulators simulators;
    private Desk alice;

    @BeforeEach
    void signIn() throws Exception {
        simulators = Quick.start();
        alice = Desk.alice(simulators);
    }

    @AfterEach
    void close() throws Exception {
        alice.close();
        simulators.close();
    }

    private void inject(String fault) {
        assertThat(new Control(simulators)
                        .post("/platforms/finesse/faults", fault)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void cutShouldBreakStreamsAndKeepThemOut() throws Exception {
        inject("{\"kind\":\"cut-stream\",\"seconds\":60}");
        alice.stream().awaitClosed();

        assertThatThrownBy(() -> Stream.secure(simulators).signIn("alice", "again"))
                .isInstanceOf(Exception.class);
        simulators.reset();
        Stream.secure(simulators).signIn("alice", "again").present(0).close();
    }

    @Test
    void refusalOfOneAgentShouldNotHitAnother() throws Exception {
        inject("{\"kind\":\"refuse-stream\",\"seconds\":60,\"agent\":\"alice\"}");

        assertThatThrownBy(() -> Stream.secure(simulators).signIn("alice", "again"))
                .isInstanceOf(Exception.class);
        Stream.secure(simulators).signIn("bob", "one").present(0).close();
        assertThat(alice.stream().untilPong()).isEmpty();
    }

    @Test
    void errorsShouldHaveNoEffectAndEndByCount() throws Exception {
        inject("{\"kind\":\"error\",\"status\":503,\"count\":2}");

        assertThat(Rest.errorType(alice.dial(Quick.NUMBER))).isEqualTo("503 Service Unavailable");
        assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(503);
        assertThat(simulators.books()).isEmpty();
        assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(202);
    }

    @Test
    void rateLimitShouldSayWhenToComeBack() throws Exception {
        inject("{\"kind\":\"rate-limit\",\"seconds\":7}");

        assertThat(alice.dial(Quick.NUMBER).headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void slowShouldDelayTheAnswer() throws Exception {
        inject("{\"kind\":\"slow\",\"seconds\":0.2}");
        long before = System.nanoTime();
        alice.dialogs();

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void lostAnswerShouldHaveItsEffect() throws Exception {
        inject("{\"kind\":\"lose-answer\"}");

        assertThatThrownBy(() -> alice.dial(Quick.NUMBER)).isInstanceOf(IOException.class);
        alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void swallowedCommandShouldBeAcceptedAndForgotten() throws Exception {
        inject("{\"kind\":\"swallow\"}");

        assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(202);
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void lateErrorShouldFollowTheAnswer() throws Exception {
        inject("{\"kind\":\"async-error\",\"status\":34}");

        assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(202);
        assertThat(alice.next().document().toString()).contains("CF_RESOURCE_OUT_OF_SERVICE");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void lostWebApplicationShouldShowInPresence() throws Exception {
        inject("{\"kind\":\"web-down\",\"seconds\":0.1}");

        assertThat(alice.stream().next().attribute("type")).contains("unavailable");
        assertThat(alice.stream().next().attribute("type")).isEmpty();
    }

    @Test
    void expiredAuthenticationShouldEndWithANewSignIn() throws Exception {
        inject("{\"kind\":\"expire-auth\"}");

        assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(401);
        assertThat(alice.state("<state>LOGIN</state><extension>1001</extension>")
                        .statusCode())
                .isEqualTo(202);
        assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(202);
    }

    @Test
    void expiredAuthenticationShouldRefuseNoMoreThanItsCount() throws Exception {
        inject("{\"kind\":\"expire-auth\",\"count\":1}");

        assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(401);
        assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(202);
    }

    @Test
    void duplicatesShouldComeInOrder() throws Exception {
        inject("{\"kind\":\"duplicate-events\",\"seconds\":60}");
        alice.state("<state>READY</state>");

        assertThat(List.of(alice.next().summary(), alice.next().summary())).containsExactly("put READY", "put READY");
    }

    @Test
    void reorderedEventsShouldAllCome() throws Exception {
        inject("{\"kind\":\"reorder-events\",\"seconds\":60}");
        alice.dial(Quick.NUMBER);
        List<String> all = Desk.summaries(alice.until("put TALKING"));

        assertThat(all).containsSubsequence("PUT ALERTING [INITIATED, ALERTING]", "PUT INITIATED [INITIATED]");
    }

    @Test
    void halfOpenStreamShouldNeitherAnswerNorEnd() throws Exception {
        inject("{\"kind\":\"half-open\",\"seconds\":1}");
        alice.stream().send("<iq type='get' id='lost' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>");
        alice.state("<state>READY</state>");
        Await.until("time has passed", () -> pongs());

        alice.state("<state>NOT_READY</state>");
        assertThat(Desk.summaries(alice.until("put NOT_READY"))).doesNotContain("put READY");
    }

    /** Asks until an answer comes; what was asked while half open is never answered. */
    private boolean pongs() {
        try {
            alice.stream().send("<iq type='get' id='again' to='localhost'><ping xmlns='urn:xmpp:ping'/></iq>");
            return alice.stream().arrived("again") && !alice.stream().arrived("lost");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void conflictShouldBeSaid() {
        inject("{\"kind\":\"conflict\",\"agent\":\"alice\"}");

        assertThat(alice.stream().next().child("conflict")).isPresent();
    }

    @Test
    void garbageShouldComeFramedOrRaw() {
        inject("{\"kind\":\"garbage\",\"text\":\"<Update><data>\"}");
        assertThat(alice.stream().next().toString()).contains("<Update><data>");
        inject("{\"kind\":\"garbage\",\"text\":\"<message></quite-another-name>\",\"raw\":true}");
        alice.stream().awaitClosed();
    }

    @Test
    void outageShouldBeToldAndRefuseCommands() throws Exception {
        inject("{\"kind\":\"out-of-service\",\"seconds\":0.2}");
        assertThat(alice.next().summary()).isEqualTo("put OUT_OF_SERVICE");
        assertThat(alice.next().summary()).isEqualTo("put IN_SERVICE");
    }

    @Test
    void changeBurstShouldReachItsNumber() throws Exception {
        alice.talk(Quick.NUMBER);
        alice.until("put TALKING");
        inject("{\"kind\":\"change-burst\",\"perSecond\":1000,\"seconds\":0.5}");
        List<Update> changes =
                alice.until(update -> update.document().toString().contains("change 500 "));

        assertThat(changes).hasSize(500).allMatch(change -> change.summary().equals("PUT ACTIVE [ACTIVE, ACTIVE]"));
        List<Integer> numbers = changes.stream()
                .map(change -> change.document().toString())
                .map(document -> Integer.parseInt(document.replaceAll("(?s).*change (\\d+) \\d{16} \\+\\d+.*", "$1")))
                .toList();
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void unknownFaultShouldNameTheKnownOnes() {
        Control.Reply reply = new Control(simulators).post("/platforms/finesse/faults", "{\"kind\":\"flood\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("detail").asText()).contains("flood", "change-burst");
    }
}

package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last digits choose how the other party, the platform or the wire behaves (design 1, sheet 9.2). */
class FarEndTest extends AtWork {
    private Rest.Reply dial(String lastDigits) throws IOException {
        return alice.dial(Quick.AREA + lastDigits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101", "0102"})
    void failuresShouldEndInWrapUpWithoutEverTalking(String digits) throws Exception {
        assertThat(dial(digits).status()).isEqualTo(200);
        List<String> steps = alice.steps("4 WRAP_UP");

        assertThat(steps.get(0)).startsWith("3 ");
        assertThat(steps).doesNotContain("4 TALKING").endsWith("4 WRAP_UP");
        assertThat(alice.calls().at("/0/state").asText()).isEqualTo("WRAP_UP");
        assertThat(simulators.books()).hasSize(1);
        assertThat(simulators.books().get(0).ended()).isTrue();
    }

    @Test
    void failureShouldOweADisposition() throws Exception {
        dial("0101");
        JsonNode call = alice.call("WRAP_UP");
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(435);
        alice.dispose(call, alice.finalDisposition());

        alice.until("31");
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"wrapUp,false", "failed,true"})
    void busyShouldBeToldAsSet(String setting, boolean failed) throws Exception {
        restartWith("five9.busyEnds", setting);
        dial("0101");

        assertThat(alice.until(failed ? "65" : "4 WRAP_UP")).doesNotContain("4 TALKING", failed ? "4 WRAP_UP" : "65");
    }

    @ParameterizedTest
    @CsvSource({"failed,true", "wrapUp,false"})
    void rejectionShouldBeToldAsSet(String setting, boolean failed) throws Exception {
        restartWith("five9.rejects", setting);
        assertThat(dial("0103").status()).isEqualTo(200);

        assertThat(alice.until(failed ? "65" : "4 WRAP_UP")).doesNotContain("4 TALKING", failed ? "4 WRAP_UP" : "65");
    }

    @Test
    void rejectedCallShouldFail() throws Exception {
        assertThat(dial("0103").status()).isEqualTo(200);
        alice.until("65");

        assertThat(alice.calls().size()).isZero();
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(200);
    }

    @Test
    void invalidNumberShouldBeRefusedAtOnce() throws Exception {
        Rest.Reply reply = dial("0104");

        assertThat(reply.status()).isEqualTo(435);
        assertThat(reply.message()).isNotEmpty();
        assertThat(simulators.books()).isEmpty();
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void shortCallShouldEndByItself() throws Exception {
        dial("0105");

        assertThat(alice.steps("4 WRAP_UP")).endsWith("4 TALKING", "4 WRAP_UP");
    }

    @Test
    void slowAnswerShouldComeAfterItsEvents() throws Exception {
        assertThat(dial("0106").status()).isEqualTo(200);

        assertThat(alice.arrived()).anyMatch(brief -> brief.startsWith("3 "));
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void serverErrorShouldCreateNothing() throws Exception {
        assertThat(dial("0107").status()).isEqualTo(500);
        assertThat(simulators.books()).isEmpty();
        assertThat(alice.calls().size()).isZero();
    }

    @Test
    void rateLimitShouldSayWhenToComeBack() throws Exception {
        Rest.Reply reply = dial("0108");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void streamShouldBreakAsTheCallStartsAndBeBack() throws Exception {
        restartWith("five9.streamCut", "2s");
        assertThat(dial("0109").status()).isEqualTo(200);
        alice.socket().awaitClosed();
        assertThat(Socket.handshake(alice.rest(), "/appsvcs/ws/early")).isNotEqualTo(101);
        Await.until("the stream is back", () -> Socket.handshake(alice.rest(), "/appsvcs/ws/again") == 101);
        alice.listen();

        Await.until("they talk", () -> state().equals("TALKING"));
        assertThat(simulators.books()).hasSize(1);
        assertThat(alice.arrived()).noneMatch(brief -> brief.startsWith("3"));
    }

    private String state() {
        try {
            return alice.calls().at("/0/state").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eventsShouldComeTwiceAndNotInOrder() throws Exception {
        dial("0110");
        Map<Integer, Integer> seen = new HashMap<>();
        List<Integer> order = new ArrayList<>();
        alice.socket().until(frame -> {
            int step =
                    List.of("3 OFFERED", "4 RINGING_ON_OTHER_SIDE", "4 TALKING").indexOf(Worker.brief(frame));
            if (step >= 0) {
                order.add(step);
                seen.merge(step, 1, Integer::sum);
            }
            return seen.size() == 3 && seen.values().stream().allMatch(times -> times >= 2);
        });

        assertThat(order).isNotEqualTo(order.stream().sorted().toList());
    }

    @Test
    void lostAnswerShouldBeOfARealCall() throws Exception {
        assertThatThrownBy(() -> dial("0111")).isInstanceOf(IOException.class);
        alice.call("TALKING");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void anyOtherNumberShouldAnswerAndStay() throws Exception {
        JsonNode call = alice.talk(Quick.AREA + "0188");

        assertThat(alice.arrived()).doesNotContain("4 WRAP_UP", "5");
        assertThat(alice.read(call).path("state").asText()).isEqualTo("TALKING");
    }

    @ParameterizedTest
    @CsvSource({"ring,PT1S", "noAnswer,PT8S", "shortCall,PT2S", "slowAnswer,PT5S", "streamCut,PT3S", "wrapUp,PT1M"})
    void installationShouldBeAsAgreed(String name, String duration) {
        try (Simulators demo = Simulators.start(Options.onAnyPorts().withIdentity(Quick.IDENTITY))) {
            assertThat(new Control(demo)
                            .get("/platforms/five9")
                            .json()
                            .at("/timing/" + name)
                            .asText())
                    .isEqualTo(duration);
        }
    }
}

package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers of the far ends, each as design and sheet 6.3 say. */
class FarEndTest {
    private static final String AREA = "312555";

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

    @Test
    void busyShouldFailAndThenBeDeleted() throws Exception {
        alice.dial(AREA + "0101");

        assertThat(Desk.summaries(alice.until("DELETE DROPPED [DROPPED BUSY]")))
                .containsSubsequence(
                        "PUT FAILED [FAILED BUSY]", "PUT DROPPED [DROPPED BUSY]", "DELETE DROPPED [DROPPED BUSY]")
                .noneMatch(summary -> summary.contains("ALERTING"));
    }

    @Test
    void noAnswerShouldEndWithoutEverBeingActive() throws Exception {
        alice.dial(AREA + "0102");

        assertThat(Desk.summaries(alice.until("DELETE DROPPED [DROPPED, DROPPED]")))
                .contains("PUT ALERTING [INITIATED, ALERTING]")
                .noneMatch(summary -> summary.contains("ACTIVE") || summary.contains("FAILED"));
    }

    @Test
    void rejectedCallShouldRingAndFail() throws Exception {
        alice.dial(AREA + "0103");

        assertThat(Desk.summaries(alice.until("PUT FAILED [FAILED OTHER]")))
                .contains("PUT ALERTING [INITIATED, ALERTING]");
    }

    @Test
    void invalidNumberShouldFailAsBadDestination() throws Exception {
        alice.dial(AREA + "0104");

        alice.until("PUT FAILED [FAILED BAD_DESTINATION]");
    }

    @Test
    void shortCallShouldBeEndedByTheOtherParty() throws Exception {
        alice.dial(AREA + "0105");

        assertThat(Desk.summaries(alice.until("put WORK")))
                .contains("PUT ACTIVE [ACTIVE, ACTIVE]", "PUT ACTIVE [WRAP_UP]");
    }

    @Test
    void slowAnswerShouldComeAfterTheCallItself() throws Exception {
        long before = System.nanoTime();
        HttpResponse<String> response = alice.dial(AREA + "0106");

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(250_000_000L);
        assertThat(alice.stream().untilPong()).isNotEmpty();
    }

    @Test
    void serverErrorShouldCreateNoCall() throws Exception {
        assertThat(Rest.errorType(alice.dial(AREA + "0107"))).isEqualTo("500 Internal Server Error");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void rateLimitShouldSayWhenToComeBack() throws Exception {
        HttpResponse<String> response = alice.dial(AREA + "0108");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void streamShouldBeCutAsTheCallStartsAndLetInLater() throws Exception {
        alice.dial(AREA + "0109");
        alice.stream().awaitClosed();

        assertThatThrownBy(() -> Stream.secure(simulators).signIn("alice", "again"))
                .isInstanceOf(Exception.class);
        Await.until("the agent may come in again", this::canSignIn);
        assertThat(alice.dialogs()).contains("<state>ACTIVE</state>");
    }

    private boolean canSignIn() {
        try (Stream again = Stream.secure(simulators)) {
            again.signIn("alice", "again").present(0);
            return true;
        } catch (Exception e) { // refused: that is the other answer
            return false;
        }
    }

    @Test
    void disorderlyEventsShouldComeTwiceAndSwapped() throws Exception {
        alice.dial(AREA + "0110");
        List<String> all = Desk.summaries(alice.until("PUT ACTIVE [ACTIVE, ACTIVE]"));

        assertThat(all)
                .containsSubsequence(
                        "PUT ALERTING [INITIATED, ALERTING]",
                        "PUT INITIATED [INITIATED]",
                        "PUT ALERTING [INITIATED, ALERTING]",
                        "PUT INITIATED [INITIATED]");
        assertThat(all).filteredOn(summary -> summary.startsWith("POST")).hasSize(4);
    }

    @Test
    void lostAnswerShouldLeaveACallBehind() throws Exception {
        assertThatThrownBy(() -> alice.dial(AREA + "0111")).isInstanceOf(IOException.class);

        assertThat(alice.next().summary()).isEqualTo("POST INITIATING [INITIATING]");
        assertThat(simulators.books()).hasSize(1);
    }
}

package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The customer is called first, and put through to an agent who is reserved (sheet 4.4, 6.3). */
class CustomerFirstTest {
    private static final String RINGS = "POST ALERTING [ALERTING, ACTIVE]";

    private Simulators simulators;
    private Dialled dialer;
    private Desk alice;

    @BeforeEach
    void signIn() throws Exception {
        open(Quick.options());
    }

    private void open(Options options) throws Exception {
        simulators = Simulators.start(options);
        dialer = new Dialled(simulators);
        alice = Dialled.readyAlice(simulators);
    }

    private void reopen(Options options) throws Exception {
        close();
        open(options);
    }

    @AfterEach
    void close() throws Exception {
        alice.close();
        simulators.close();
    }

    @ParameterizedTest
    @CsvSource({"progressive,PROGRESSIVE_OUTBOUND", "predictive,PREDICTIVE_OUTBOUND"})
    void customerShouldBeOnTheLineWhenTheAgentSeesTheCall(String mode, String status) throws Exception {
        dialer.offer(Quick.NUMBER, mode);
        List<Update> told = alice.until(RINGS);
        Update call = told.get(1);
        alice.act(call.dialogId(), "ANSWER", "");
        List<Update> answered = alice.until("put TALKING");

        assertThat(told).hasSize(2);
        assertThat(told.get(0).summary()).isEqualTo("put RESERVED_OUTBOUND");
        assertThat(call.actionsOf("1001")).containsExactly("ANSWER");
        assertThat(call.media("callType")).isEqualTo("OUTBOUND");
        assertThat(call.variable("BAStatus")).isEqualTo(status);
        assertThat(call.variable("BAResponse")).isEqualTo("CPA_Voice");
        assertThat(call.text("associatedDialogUri")).isEmpty();
        assertThat(Desk.summaries(answered)).containsExactly("PUT ACTIVE [ACTIVE, ACTIVE]", "put TALKING");
        assertThat(answered.get(0).actionsOf("1001")).contains("UPDATE_SCHEDULED_CALLBACK", "RECLASSIFY");
        assertThat(dialer.offered("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void phoneMayTakeTheCallByItself() throws Exception {
        reopen(Quick.options().with("finesse.agentPhones", "autoAnswer"));
        dialer.offer(Quick.NUMBER, "predictive");

        assertThat(Desk.summaries(alice.until("put TALKING")))
                .containsExactly("put RESERVED_OUTBOUND", "POST ACTIVE [ACTIVE, ACTIVE]", "put TALKING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101", "0102", "0103", "0104"})
    void agentShouldNeverSeeACustomerWhoIsNotReached(String digits) {
        dialer.offer("312555" + digits, "progressive");

        assertThat(Desk.summaries(alice.until("put READY"))).containsExactly("put RESERVED_OUTBOUND", "put READY");
        assertThat(dialer.offered("state")).isEqualTo("NOT_REACHED");
        assertThat(simulators.books()).allMatch(call -> call.ended()).hasSize(1);
    }

    @Test
    void customerShouldHangUpAfterAShortTalk() throws Exception {
        dialer.offer("3125550105", "progressive");
        alice.act(alice.untilOne(RINGS).dialogId(), "ANSWER", "");

        assertThat(Desk.summaries(alice.until("put WORK_READY"))).contains("PUT ACTIVE [WRAP_UP]");
    }

    @Test
    void customerWhoIsTiredOfWaitingShouldBeGone() {
        dialer.offer(Quick.NUMBER, "progressive");
        String id = alice.untilOne(RINGS).dialogId();
        assertThat(dialer.farEnd(id, "hangup")).isEqualTo(202);

        assertThat(Desk.summaries(alice.until("put READY"))).contains("DELETE DROPPED [DROPPED, DROPPED]");
        assertThat(dialer.offered("state")).isEqualTo("ABANDONED");
    }

    @Test
    void callThatNobodyAnswersShouldTimeOut() throws Exception {
        reopen(Quick.options().with("finesse.offer", "30ms"));
        dialer.offer(Quick.NUMBER, "progressive");

        assertThat(Desk.summaries(alice.until("put READY"))).contains(RINGS, "DELETE DROPPED [DROPPED, DROPPED]");
        assertThat(dialer.offered("state")).isEqualTo("TIMED_OUT");
    }

    @Test
    void recordShouldBeWithdrawnBeforeTheCustomerAnswers() throws Exception {
        reopen(Quick.options().with("finesse.ring", "20s"));
        String offer = dialer.offer(Quick.NUMBER, "predictive");
        alice.until("put RESERVED_OUTBOUND");
        dialer.withdraw(offer);

        assertThat(alice.next().summary()).isEqualTo("put READY");
        assertThat(simulators.books()).allMatch(call -> call.ended()).hasSize(1);
    }

    @Test
    void farEndShouldAnswerOrNotWhileTheAgentSeesNothing() throws Exception {
        reopen(Quick.options().with("finesse.ring", "20s"));
        dialer.offer(Quick.NUMBER, "progressive");
        assertThat(dialer.farEnd(dialer.offered("callId"), "answer")).isEqualTo(202);
        String id = alice.untilOne(RINGS).dialogId();

        assertThat(dialer.farEnd(id, "answer")).isEqualTo(202);
        alice.until("put TALKING");
    }

    @Test
    void agentWhoLeavesShouldNotGetTheCall() throws Exception {
        reopen(Quick.options().with("finesse.ring", "20s"));
        dialer.offer(Quick.NUMBER, "progressive");
        alice.until("put RESERVED_OUTBOUND");
        alice.state("<state>NOT_READY</state>");
        alice.until("put NOT_READY");
        dialer.farEnd(dialer.offered("callId"), "answer");

        assertThat(dialer.offered("state")).isEqualTo("ABANDONED");
        assertThat(alice.arrived()).isEmpty();
    }
}

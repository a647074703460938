package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Await;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents call agents: one call, two dialogs of it (sheet 4.1, 6.1). */
class AgentCallTest {
    private static final String BOB = "1002";

    private Simulators simulators;
    private Desk alice;
    private Desk bob;

    @BeforeEach
    void signIn() throws Exception {
        open(Quick.options());
    }

    private void open(Options options) throws Exception {
        simulators = Simulators.start(options);
        alice = Desk.alice(simulators);
        bob = Desk.bob(simulators);
    }

    @AfterEach
    void close() throws Exception {
        alice.close();
        bob.close();
        simulators.close();
    }

    @Test
    void calledAgentShouldRingUntilHeAnswers() throws Exception {
        alice.dial(BOB);
        Update rings = bob.next();
        assertThat(rings.summary()).isEqualTo("POST ALERTING [INITIATED, ALERTING]");
        assertThat(rings.media("callType")).isEqualTo("AGENT_INSIDE");
        assertThat(rings.actionsOf(BOB)).containsExactly("ANSWER");
        assertThat(rings.addresses()).containsExactly("1001", BOB);
        assertThat(bob.next().summary()).isEqualTo("put RESERVED");
        List<Update> dialled = alice.until("PUT ALERTING [INITIATED, ALERTING]");
        assertThat(dialled.get(0).media("callType")).isEqualTo("AGENT_INSIDE");
        assertThat(dialled).extracting(Update::dialogId).containsOnly(rings.dialogId());

        bob.act(rings.dialogId(), "ANSWER", "");
        assertThat(Desk.summaries(alice.until("put TALKING")))
                .containsExactly("PUT ACTIVE [ACTIVE, ACTIVE]", "put TALKING");
        List<Update> answered = bob.until("put TALKING");
        assertThat(Desk.summaries(answered)).containsExactly("PUT ACTIVE [ACTIVE, ACTIVE]", "put TALKING");
        assertThat(answered.get(0).requestId()).isNotEmpty();
        assertThat(bob.dialogs()).contains("<id>" + rings.dialogId() + "</id>");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void farEndOfTheControlPlaneShouldAnswerForThePhone() throws Exception {
        String id = ring();
        new Control(simulators).post("/platforms/finesse/calls/" + id + "/far-end", "{\"action\":\"answer\"}");

        alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");
        bob.until("put TALKING");
    }

    @Test
    void everyAgentOfTheCallShouldWrapUp() throws Exception {
        String id = talk();
        alice.act(id, "DROP", "");

        assertThat(Desk.summaries(alice.until(update -> update.summary().startsWith("DELETE"))))
                .contains("PUT ACTIVE [WRAP_UP, WRAP_UP]", "put WORK");
        assertThat(Desk.summaries(bob.until("put WORK"))).contains("PUT ACTIVE [WRAP_UP, WRAP_UP]");
        bob.until(update -> update.summary().startsWith("DELETE"));
        assertThat(simulators.books())
                .allMatch(call -> call.ended() && call.state().equals("DROPPED"));
    }

    @Test
    void oneWhoWasReadyShouldBeSoAgain() throws Exception {
        bob.state("<state>READY</state>");
        bob.until("put READY");
        String id = talk();
        bob.act(id, "DROP", "");

        assertThat(Desk.summaries(bob.until("put READY"))).contains("put WORK_READY");
    }

    @Test
    void callerWhoGivesUpShouldLeaveThePhoneQuiet() throws Exception {
        bob.state("<state>READY</state>");
        bob.until("put READY");
        alice.dial(BOB);
        String id = bob.untilOne("POST ALERTING [INITIATED, ALERTING]").dialogId();
        bob.until("put RESERVED");
        alice.until("PUT ALERTING [INITIATED, ALERTING]");
        alice.act(id, "DROP", "");

        assertThat(Desk.summaries(bob.until("put READY")))
                .containsExactly(
                        "PUT DROPPED [DROPPED, DROPPED]",
                        "PUT DROPPED [DROPPED, DROPPED]",
                        "DELETE DROPPED [DROPPED, DROPPED]",
                        "put READY");
        assertThat(bob.dialogs()).isEqualTo("<Dialogs></Dialogs>");
    }

    @Test
    void ringingPhoneShouldOnlyBeAnswered() throws Exception {
        String id = ring();
        bob.act(id, "DROP", "");

        bob.until("PUT error Generic Error");
    }

    @Test
    void phoneWithACallShouldBeBusy() throws Exception {
        bob.talk(Quick.NUMBER);
        alice.dial(BOB);

        alice.until("PUT FAILED [FAILED BUSY]");
    }

    @Test
    void eachShouldHoldHisOwnSide() throws Exception {
        String id = talk();
        bob.act(id, "HOLD", "");

        alice.until("PUT ACTIVE [ACTIVE, HELD]");
        assertThat(Desk.summaries(bob.until("put HOLD"))).contains("PUT ACTIVE [ACTIVE, HELD]");
        assertThat(alice.arrived()).isEmpty();
        bob.act(id, "RETRIEVE", "");
        bob.until("put TALKING");
    }

    @Test
    void whatOneWritesTheOtherShouldRead() throws Exception {
        String id = talk();
        bob.act(
                id,
                "UPDATE_CALL_DATA",
                "<mediaProperties><callvariables><CallVariable><name>callVariable2</name><value>seen</value>"
                        + "</CallVariable></callvariables></mediaProperties>");

        Update told = alice.untilOne("PUT ACTIVE [ACTIVE, ACTIVE]");
        assertThat(told.dialog().orElseThrow().toString()).contains("seen");
        assertThat(told.requestId()).isEmpty();
    }

    @Test
    void extensionOfNobodyShouldBeAnyNumber() throws Exception {
        alice.dial("1003");

        Update first = alice.next();
        assertThat(first.media("callType")).isEqualTo("OUT");
        alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");
    }

    @Test
    void digitsOfAnExtensionShouldSayNothingOfItsAgent() throws Exception {
        close();
        open(Quick.options().withAgents(107));
        try (Desk busyByDigits = Desk.open(simulators, "agent0101", "20101");
                Desk errorByDigits = Desk.open(simulators, "agent0107", "20107")) {
            alice.dial("20101");
            busyByDigits.until("POST ALERTING [INITIATED, ALERTING]");
            bob.dial("20107");
            errorByDigits.until("POST ALERTING [INITIATED, ALERTING]");
        }
    }

    @Test
    void phoneShouldAnswerByItselfWhereThatIsSet() throws Exception {
        close();
        open(Quick.options().with("finesse.agentPhones", "autoAnswer"));
        alice.dial(BOB);

        assertThat(Desk.summaries(bob.until("put TALKING")))
                .containsExactly(
                        "POST ALERTING [INITIATED, ALERTING]",
                        "put RESERVED",
                        "PUT ACTIVE [ACTIVE, ACTIVE]",
                        "put TALKING");
    }

    @Test
    void agentWhoWrapsUpShouldStopWithTheAnswer() throws Exception {
        close();
        open(Quick.options().with("finesse.wrapUp", "60s"));
        String first = talk();
        bob.act(first, "DROP", "");
        bob.until("put WORK");
        alice.until("put WORK");
        alice.state("<state>NOT_READY</state>");
        alice.until("put NOT_READY");
        String second = ring();
        bob.act(second, "ANSWER", "");

        assertThat(Desk.summaries(bob.until("DELETE DROPPED [DROPPED]"))).contains("put TALKING");
        assertThat(bob.dialogs()).contains(second).doesNotContain(first);
    }

    @Test
    void contactCentreExpressShouldLeaveBothAsTheyWere() throws Exception {
        close();
        open(Quick.options().with("finesse.deployment", "uccx"));
        String id = talk(false);
        bob.act(id, "DROP", "");

        assertThat(Desk.summaries(bob.until("DELETE DROPPED [DROPPED, DROPPED]")))
                .noneMatch(summary -> summary.startsWith("put"));
        Await.until("over", () -> simulators.books().get(0).ended());
    }

    private String ring() throws Exception {
        alice.dial(BOB);
        String id = bob.untilOne("POST ALERTING [INITIATED, ALERTING]").dialogId();
        bob.arrived();
        alice.until("PUT ALERTING [INITIATED, ALERTING]");
        return id;
    }

    private String talk() throws Exception {
        return talk(true);
    }

    private String talk(boolean withStates) throws Exception {
        String id = ring();
        bob.act(id, "ANSWER", "");
        String last = withStates ? "put TALKING" : "PUT ACTIVE [ACTIVE, ACTIVE]";
        alice.until(last);
        bob.until(last);
        return id;
    }
}

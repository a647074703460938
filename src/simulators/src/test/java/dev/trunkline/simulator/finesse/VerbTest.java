package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Simulators;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerbTest {
    private static final String TO = "<toAddress>5230</toAddress>";

    @Test
    void holdAndRetrieveShouldChangeOnlyTheAgentsSide() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.until("put TALKING");
            alice.act(id, "HOLD", "");
            List<String> held = Desk.summaries(alice.until("put HOLD"));
            alice.act(id, "RETRIEVE", "");
            List<String> back = Desk.summaries(alice.until("put TALKING"));

            assertThat(held).containsExactly("PUT ACTIVE [HELD, ACTIVE]", "put HOLD");
            assertThat(back).containsExactly("PUT ACTIVE [ACTIVE, ACTIVE]", "put TALKING");
        }
    }

    @Test
    void actionThatIsNotOpenShouldFailAfterItsAnswer() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.until("put TALKING");

            assertThat(alice.act(id, "RETRIEVE", "").statusCode()).isEqualTo(202);
            Update error = alice.next();
            assertThat(error.summary()).isEqualTo("PUT error Generic Error");
            assertThat(error.source()).isEqualTo("/finesse/api/Dialog/" + id);
            assertThat(error.requestId()).isNotEmpty();
        }
    }

    @Test
    void agentShouldSeeTheSevenActionsOfATalk() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            alice.dial(Quick.NUMBER);

            assertThat(alice.untilOne("PUT ALERTING [INITIATED, ALERTING]").actions())
                    .containsExactlyInAnyOrder("UPDATE_CALL_DATA", "DROP");
            assertThat(alice.untilOne("PUT ACTIVE [ACTIVE, ACTIVE]").actions())
                    .containsExactlyInAnyOrder(
                            "TRANSFER_SST", "CONSULT_CALL", "HOLD", "UPDATE_CALL_DATA", "SEND_DTMF", "DROP");
        }
    }

    @Test
    void digitsShouldBeRefusedWhileHeld() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            String digits =
                    "<actionParams><ActionParam><name>dtmfString</name><value>12#</value></ActionParam></actionParams>";
            assertThat(alice.act(id, "SEND_DTMF", digits).statusCode()).isEqualTo(202);
            alice.act(id, "HOLD", "");
            alice.until("put HOLD");

            assertThat(Rest.errorType(alice.act(id, "SEND_DTMF", digits))).isEqualTo("401 Invalid State");
            assertThat(Rest.errorType(alice.act(id, "SEND_DTMF", ""))).isEqualTo("400 Parameter Missing");
        }
    }

    @Test
    void dropWhileRingingShouldEndWithoutWrapUp() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.ring", "20s"));
                Desk alice = Desk.alice(simulators)) {
            alice.dial(Quick.NUMBER);
            String id = alice.untilOne("PUT ALERTING [INITIATED, ALERTING]").dialogId();
            alice.act(id, "DROP", "");

            assertThat(Desk.summaries(alice.until("DELETE DROPPED [DROPPED, DROPPED]")))
                    .noneMatch(summary -> summary.contains("WRAP_UP") || summary.contains("WORK"));
        }
    }

    @Test
    void consultShouldHoldTheCallAndTransferShouldFreeTheAgent() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.act(id, "CONSULT_CALL", TO);
            alice.until("PUT ACTIVE [HELD, ACTIVE]");
            Update consult = alice.untilOne("PUT ACTIVE [ACTIVE, ACTIVE]");
            assertThat(consult.dialog().orElseThrow().toString()).contains("CONSULT");
            assertThat(consult.dialogId()).isNotEqualTo(id);
            alice.act(id, "TRANSFER", "");

            assertThat(Desk.summaries(alice.until("DELETE DROPPED [DROPPED]"))).contains("PUT ACTIVE [WRAP_UP]");
            assertThat(simulators.books()).hasSize(2).allMatch(call -> call.ended());
        }
    }

    @Test
    void conferenceShouldBringThreePartiesTogether() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.act(id, "CONSULT_CALL", "<toAddress>1002</toAddress>");
            alice.until("PUT ACTIVE [HELD, ACTIVE]");
            alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");
            alice.act(id, "CONFERENCE", "");
            Update together = alice.untilOne("PUT ACTIVE [ACTIVE, ACTIVE, ACTIVE]");
            alice.rest()
                    .put(
                            "/finesse/api/Dialog/" + id,
                            "<Dialog><targetMediaAddress>1002</targetMediaAddress>"
                                    + "<requestedAction>PARTICIPANT_DROP</requestedAction></Dialog>");

            assertThat(together.actions()).contains("PARTICIPANT_DROP");
            assertThat(alice.next().summary()).isEqualTo("PUT ACTIVE [ACTIVE, ACTIVE]");
        }
    }

    @Test
    void blindTransferShouldLeadToWrapUp() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.act(id, "TRANSFER_SST", TO);

            alice.until("PUT ACTIVE [WRAP_UP]");
        }
    }
}

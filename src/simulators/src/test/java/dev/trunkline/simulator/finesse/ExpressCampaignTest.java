package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Simulators;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Campaigns of Unified CCX: its own words, its own refusals (sheet 1, 4.3, 4.4). */
class ExpressCampaignTest {
    private static final String OFFERED = "POST ALERTING [ALERTING]";

    private Simulators simulators;
    private Dialled dialer;
    private Desk alice;

    @BeforeEach
    void signIn() throws Exception {
        simulators = Simulators.start(Quick.options().with("finesse.deployment", "uccx"));
        dialer = new Dialled(simulators);
        alice = Dialled.readyAlice(simulators);
    }

    @AfterEach
    void close() throws Exception {
        alice.close();
        simulators.close();
    }

    @Test
    void reservationShouldBeClearedBeforeTheAgentsPhoneDials() throws Exception {
        dialer.offer(Quick.NUMBER, "directpreview");
        Update reservation = alice.untilOne(OFFERED);
        alice.act(reservation.dialogId(), "ACCEPT", "");
        List<Update> told = alice.until("put TALKING");

        assertThat(reservation.media("callType")).isEqualTo("OUTBOUND_DIRECT_PREVIEW");
        assertThat(reservation.variable("BACustomerNumber")).isEqualTo(Quick.NUMBER);
        assertThat(reservation.text("callbackNumber")).isEmpty();
        assertThat(Desk.summaries(told))
                .containsExactly(
                        "PUT ACCEPTED [ACCEPTED]",
                        "PUT DROPPED [DROPPED]",
                        "PUT DROPPED [DROPPED]",
                        "DELETE DROPPED [DROPPED]",
                        "POST INITIATING [INITIATING]",
                        "POST INITIATING [INITIATING]",
                        "PUT INITIATED [INITIATED]",
                        "PUT ALERTING [INITIATED, ALERTING]",
                        "PUT ACTIVE [ACTIVE, ACTIVE]",
                        "put TALKING");
    }

    @Test
    void heldCallShouldLeaveTheAgentTalkingAndWrapUpShouldKnowNoWorkReady() throws Exception {
        String id = talk();
        alice.act(id, "HOLD", "");
        alice.until("PUT ACTIVE [HELD, ACTIVE]");
        alice.act(id, "DROP", "");

        assertThat(Desk.summaries(alice.until("put READY")))
                .contains("put WORK")
                .doesNotContain("put HOLD", "put WORK_READY");
    }

    private String talk() throws Exception {
        dialer.offer(Quick.NUMBER, "directpreview");
        alice.act(alice.untilOne(OFFERED).dialogId(), "ACCEPT", "");
        List<Update> told = alice.until("put TALKING");
        return told.get(told.size() - 2).dialogId();
    }

    @Test
    void previewShouldBeOfTheOtherDeployment() throws Exception {
        dialer.offer(Quick.NUMBER, "preview");
        String id = alice.untilOne(OFFERED).dialogId();

        for (String action : List.of("ACCEPT", "REJECT", "CLOSE")) {
            assertThat(Rest.errorType(alice.act(id, action, ""))).isEqualTo("501 Not Implemented");
        }
    }

    @Test
    void manualCallShouldHaveNothingOfCampaigns() throws Exception {
        alice.state("<state>NOT_READY</state>");
        alice.until("put NOT_READY");
        String id = alice.talk(Quick.NUMBER);

        for (String action : List.of("ACCEPT", "CLOSE", "CANCEL_SCHEDULED_CALLBACK", "RECLASSIFY")) {
            assertThat(Rest.errorType(alice.act(id, action, ""))).isEqualTo("501 Not Implemented");
        }
    }

    @Test
    void changeOfStateShouldNotEndTheReservation() throws Exception {
        dialer.offer(Quick.NUMBER, "directpreview");
        String id = alice.untilOne(OFFERED).dialogId();
        alice.state("<state>NOT_READY</state>");
        Update refused = alice.next();
        alice.act(id, "REJECT", "");

        assertThat(refused.document().toString()).contains("CF_INVALID_AGENT_WORKMODE");
        alice.until("put READY");
    }

    @Test
    void readyDuringACampaignCallShouldBeRefusedByItsOwnCode() throws Exception {
        talk();
        alice.state("<state>READY</state>");

        assertThat(alice.next().document().toString()).contains("265", "CF_INVALID_AGENT_WORKMODE");
    }

    @Test
    void statusShouldTellOfAConference() throws Exception {
        dialer.offer(Quick.NUMBER, "progressive");
        Update call = alice.untilOne("POST ALERTING [ALERTING, ACTIVE]");
        alice.act(call.dialogId(), "ANSWER", "");
        alice.until("put TALKING");
        alice.act(call.dialogId(), "CONSULT_CALL", "<toAddress>9015550150</toAddress>");
        alice.until("PUT ACTIVE [HELD, ACTIVE]");
        alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");
        alice.act(call.dialogId(), "CONFERENCE", "");

        assertThat(call.variable("BAStatus")).isEqualTo("OUTBOUND");
        assertThat(alice.untilOne("PUT ACTIVE [ACTIVE, ACTIVE, ACTIVE]").variable("BAStatus"))
                .isEqualTo("CONFERENCED");
    }

    @Test
    void callbackShouldWorkAsAnywhere() throws Exception {
        String id = talk();
        alice.act(id, "UPDATE_SCHEDULED_CALLBACK", Dialled.parameters("callbackTime", "2026-03-09T16:45"));

        assertThat(alice.next().actions()).contains("CANCEL_SCHEDULED_CALLBACK");
        assertThat(dialer.callback("callbackTime")).isEqualTo("2026-03-09T16:45");
    }
}

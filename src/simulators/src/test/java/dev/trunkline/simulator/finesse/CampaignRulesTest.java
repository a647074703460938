package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modes and installations of campaigns, and what is unconfirmed played the other way (sheet 4.3, 4.4, 5.6). */
class CampaignRulesTest {
    private static final String OFFERED = "POST ALERTING [INITIATED, ALERTING]";
    private static final String TALK = "PUT ACTIVE [ACTIVE, ACTIVE]";
    private static final String LEFT = "DELETE DROPPED [DROPPED, DROPPED]";

    private Simulators simulators;
    private Dialled dialer;
    private Desk alice;

    private void open(Options options) throws Exception {
        simulators = Simulators.start(options);
        dialer = new Dialled(simulators);
        alice = Dialled.readyAlice(simulators);
    }

    @AfterEach
    void close() throws Exception {
        if (alice != null) {
            alice.close();
            simulators.close();
        }
    }

    private Update accept(String mode, String offered) throws Exception {
        dialer.offer(Quick.NUMBER, mode);
        Update reservation = alice.untilOne(offered);
        alice.act(reservation.dialogId(), "ACCEPT", "");
        return reservation;
    }

    @ParameterizedTest
    @CsvSource({
        "preview,         false, preview,        OUTBOUND_PREVIEW,          PREVIEW_OUTBOUND,                OUTBOUND",
        "preview,         true,  preview,        OUTBOUND_PREVIEW,          BLENDED_PREVIEW_OUTBOUND,        OUTBOUND",
        "directpreview,   false, preview,        OUTBOUND_DIRECT_PREVIEW,   DIRECT_PREVIEW_OUTBOUND,         OUTBOUND",
        "directpreview,   true,  preview,        OUTBOUND_DIRECT_PREVIEW,   BLENDED_DIRECT_PREVIEW_OUTBOUND, OUTBOUND",
        "callback,        false, preview,        OUTBOUND_CALLBACK_PREVIEW, PREVIEW_OUTBOUND,                OUTBOUND_CALLBACK",
        "callback,        false, directPreview,  OUTBOUND_DIRECT_PREVIEW,   DIRECT_PREVIEW_OUTBOUND,         OUTBOUND_CALLBACK"
    })
    void typeAndStatusShouldTellTheMode(
            String mode, boolean blended, String callbackBy, String type, String status, String customerType)
            throws Exception {
        open(Quick.options().with("finesse.blended", blended).with("finesse.callbackBy", callbackBy));
        Update reservation = accept(mode, OFFERED);
        Update talk = alice.untilOne(TALK);

        assertThat(reservation.media("callType")).isEqualTo(type);
        assertThat(reservation.variable("BAStatus")).isEqualTo(status + "_RESERVATION");
        assertThat(talk.media("callType")).isEqualTo(customerType);
        assertThat(talk.variable("BAStatus")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "own,   OUTBOUND_PERSONAL_CALLBACK_PREVIEW, OUTBOUND_PERSONAL_CALLBACK",
        "usual, OUTBOUND_CALLBACK_PREVIEW,          OUTBOUND"
    })
    void personalCallbackShouldHaveItsWordsOrNot(String words, String type, String customerType) throws Exception {
        open(Quick.options().with("finesse.callbackWords", words));
        dialer.offer("\"number\":\"" + Quick.NUMBER + "\",\"mode\":\"callback\",\"personal\":true");
        Update reservation = alice.untilOne(OFFERED);
        alice.act(reservation.dialogId(), "ACCEPT", "");

        assertThat(reservation.media("callType")).isEqualTo(type);
        assertThat(alice.untilOne(TALK).media("callType")).isEqualTo(customerType);
    }

    @Test
    void directPreviewShouldDialFromTheAgentsOwnPhone() throws Exception {
        open(Quick.options().with("finesse.dialerPrefix", "9"));
        Update reservation = accept("directpreview", OFFERED);
        alice.until("PUT ACCEPTED [ACTIVE, ACCEPTED]");
        List<Update> called = alice.until("put TALKING");

        assertThat(reservation.text("callbackNumber")).isEqualTo(Quick.NUMBER);
        assertThat(reservation.media("dialedNumber")).isEqualTo("9" + Quick.NUMBER);
        assertThat(Desk.summaries(called))
                .containsSubsequence(
                        "POST INITIATING [INITIATING]",
                        "POST INITIATING [INITIATING]",
                        LEFT,
                        "PUT INITIATED [INITIATED]",
                        "PUT ALERTING [INITIATED, ALERTING]",
                        TALK,
                        "put TALKING");
        assertThat(called.get(0).text("associatedDialogUri")).isEqualTo(reservation.text("uri"));
        assertThat(called.get(0).text("callbackNumber")).isEqualTo(Quick.NUMBER);
        assertThat(called.get(called.size() - 2).variable("BAResponse")).isEqualTo("Accept");
    }

    @Test
    void olderReleaseShouldNotHaveDirectPreview() throws Exception {
        open(Quick.options().with("finesse.release", "12.5(1)"));
        dialer.offer(Quick.NUMBER, "directpreview");
        String id = alice.untilOne(OFFERED).dialogId();

        for (String action : List.of("ACCEPT", "REJECT", "CLOSE")) {
            assertThat(Rest.errorType(alice.act(id, action, ""))).isEqualTo("501 Not Implemented");
        }
        assertThat(dialer.offered("state")).isEqualTo("OFFERED");
    }

    @Test
    void reservationMayBeActiveAndIsNoPhoneCallForThat() throws Exception {
        open(Quick.options().with("finesse.reservationState", "active"));
        dialer.offer(Quick.NUMBER, "preview");
        Update reservation = alice.untilOne("POST ACTIVE [INITIATED, ACTIVE]");

        assertThat(reservation.actionsOf("1001")).containsExactly("ACCEPT", "REJECT", "CLOSE");
        assertThat(dialer.farEnd(reservation.dialogId(), "hangup")).isEqualTo(409);
        alice.act(reservation.dialogId(), "ACCEPT", "");
        alice.until("put TALKING");
    }

    @Test
    void reservationMayStayUntilTheCallIsOver() throws Exception {
        open(Quick.options().with("finesse.reservationEnd", "withCustomerCall"));
        String reservation = accept("preview", OFFERED).dialogId();
        String id = alice.untilOne(TALK).dialogId();
        assertThat(alice.rest().get("/finesse/api/Dialog/" + reservation).body())
                .contains("<state>ACCEPTED</state>");
        alice.act(id, "DROP", "");
        List<String> over = Desk.summaries(alice.until(LEFT));

        assertThat(over).containsSubsequence("put WORK_READY", "put READY", "DELETE DROPPED [DROPPED]", LEFT);
        assertThat(alice.rest().get("/finesse/api/User/alice").body()).contains("<state>READY</state>");
    }

    @Test
    void customerCallMayAppearWhenItIsAnswered() throws Exception {
        open(Quick.options().with("finesse.customerCall", "atAnswer"));
        accept("preview", OFFERED);
        alice.until("PUT ACCEPTED [ACTIVE, ACCEPTED]");

        assertThat(Desk.summaries(alice.until(LEFT)))
                .startsWith("POST ACTIVE [ACTIVE, ACTIVE]")
                .noneMatch(summary -> summary.contains("ALERTING"));
        alice.until("put TALKING");
    }

    @Test
    void customerWhoIsNotReachedUnseenShouldShowInTheReservation() throws Exception {
        open(Quick.options().with("finesse.customerCall", "atAnswer"));
        dialer.offer("3125550101", "preview");
        alice.act(alice.untilOne(OFFERED).dialogId(), "ACCEPT", "");
        List<Update> told = alice.until("put READY");

        assertThat(told.get(told.size() - 2).summary()).isEqualTo(LEFT);
        assertThat(told.get(told.size() - 2).variable("BAResponse")).isEqualTo("CPA_Busy");
    }

    @Test
    void dialogsMayBeLeftUnlinked() throws Exception {
        open(Quick.options().with("finesse.linksDialogs", false));
        accept("preview", OFFERED);

        assertThat(alice.untilOne(TALK).text("associatedDialogUri")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void reservationsShouldBeInTheListOfCallsOrNot(boolean listed) throws Exception {
        open(Quick.options().with("finesse.listsReservations", listed));
        dialer.offer(Quick.NUMBER, "preview");
        String id = alice.untilOne(OFFERED).dialogId();

        assertThat(alice.dialogs().contains("<id>" + id + "</id>")).isEqualTo(listed);
        assertThat(alice.rest().get("/finesse/api/Dialog/" + id).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"reservationState,held", "afterOfferTimeout,talking", "customerTimeZone,CET", "callbackClock,mine"})
    void settingThatMakesNoSenseShouldBeRefused(String name, String value) {
        assertThatThrownBy(() -> Simulators.start(Quick.options().with("finesse." + name, value)))
                .hasMessageContaining("finesse." + name);
    }
}

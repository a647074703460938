package dev.trunkline.simulator.finesse;

import static dev.trunkline.simulator.finesse.Dialled.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import dev.trunkline.simulator.finesse.wire.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents ask the campaign to call again (sheet 4.3). */
class ScheduledCallbackTest {
    private static final String SCHEDULE = "UPDATE_SCHEDULED_CALLBACK";
    private static final String CANCEL = "CANCEL_SCHEDULED_CALLBACK";
    private static final String TALK = "PUT ACTIVE [ACTIVE, ACTIVE]";
    private static final String TIME = parameters("callbackTime", "2026-03-09T16:45");
    private static final String NUMBER = parameters("callbackNumber", "5550199");

    private Simulators simulators;
    private Dialled dialer;
    private Desk alice;
    private String id;

    @BeforeEach
    void talk() throws Exception {
        open(Quick.options());
    }

    private void open(Options options) throws Exception {
        simulators = Simulators.start(options);
        dialer = new Dialled(simulators);
        alice = Dialled.readyAlice(simulators);
        dialer.offer(Quick.NUMBER, "preview");
        alice.act(alice.untilOne("POST ALERTING [INITIATED, ALERTING]").dialogId(), "ACCEPT", "");
        id = alice.untilOne(TALK).dialogId();
        alice.until("put TALKING");
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

    private static String scheduled(Update update, String member) {
        return update.dialog()
                .flatMap(dialog -> dialog.child("scheduledCallbackInfo"))
                .map(info -> info.child(member).map(Element::text).orElse("absent"))
                .orElse("none");
    }

    private Update act(String action, String more) throws Exception {
        assertThat(alice.act(id, action, more).statusCode()).isEqualTo(202);
        return alice.next();
    }

    @Test
    void timeAndNumberShouldComeOneAfterTheOther() throws Exception {
        Update timed = act(SCHEDULE, TIME);
        Update numbered = act(SCHEDULE, NUMBER);

        assertThat(timed.summary()).isEqualTo(TALK);
        assertThat(timed.requestId()).isNotEmpty();
        assertThat(scheduled(timed, "callbackTime")).isEqualTo("2026-03-09T16:45");
        assertThat(scheduled(timed, "callbackNumber")).isEmpty();
        assertThat(scheduled(numbered, "callbackTime")).isEqualTo("2026-03-09T16:45");
        assertThat(scheduled(numbered, "callbackNumber")).isEqualTo("5550199");
        assertThat(numbered.actionsOf("1001")).contains(SCHEDULE, CANCEL);
        assertThat(dialer.callbacks()).isEqualTo(1);
        assertThat(dialer.callback("callbackTime")).isEqualTo("2026-03-09T16:45");
        assertThat(dialer.callback("callbackNumber")).isEqualTo("5550199");
        assertThat(dialer.callback("number")).isEqualTo(Quick.NUMBER);
        assertThat(dialer.callback("agent")).isEqualTo("alice");
        assertThat(dialer.callback("callId")).isEqualTo(id);
        assertThat(dialer.callback("state")).isEqualTo("SCHEDULED");
        assertThat(dialer.callback("changes")).isEqualTo("2");
    }

    @Test
    void laterTimeShouldReplaceTheEarlier() throws Exception {
        act(SCHEDULE, TIME);
        Update changed = act(SCHEDULE, parameters("callbackTime", "2026-03-10T09:00"));

        assertThat(scheduled(changed, "callbackTime")).isEqualTo("2026-03-10T09:00");
        assertThat(dialer.callbacks()).isEqualTo(1);
    }

    @Test
    void cancelledCallbackShouldBeGoneAndStayInTheBooks() throws Exception {
        act(SCHEDULE, TIME);
        Update cancelled = act(CANCEL, "");
        Update again = act(CANCEL, "");
        act(SCHEDULE, TIME);

        assertThat(scheduled(cancelled, "callbackTime")).isEqualTo("none");
        assertThat(cancelled.actionsOf("1001")).contains(SCHEDULE).doesNotContain(CANCEL);
        assertThat(again.summary()).isEqualTo("PUT error Generic Error");
        assertThat(simulators.finesse().callbacks())
                .extracting(entry -> entry.state())
                .containsExactly("CANCELLED", "SCHEDULED");
    }

    @Test
    void wrapUpShouldBeEarlyEnough() throws Exception {
        reopen(Quick.options().with("finesse.wrapUp", "60s"));
        alice.act(id, "DROP", "");
        alice.until("put WORK_READY");
        Update scheduled = act(SCHEDULE, TIME);

        assertThat(scheduled.summary()).isEqualTo("PUT ACTIVE [WRAP_UP]");
        assertThat(scheduled(scheduled, "callbackTime")).isEqualTo("2026-03-09T16:45");
        alice.state("<state>READY</state>");
        alice.until("DELETE DROPPED [DROPPED]");
        assertThat(dialer.callback("state")).isEqualTo("SCHEDULED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-09T16:45:00",
                "2026-03-09T16:45Z",
                "2026-03-09 16:45",
                "2026-3-9T16:45",
                "2026-02-30T16:45",
                "2026-03-09T24:45",
                "tomorrow"
            })
    void otherFormsOfTimeShouldBeRefused(String time) throws Exception {
        assertThat(Rest.errorType(alice.act(id, SCHEDULE, parameters("callbackTime", time))))
                .isEqualTo("400 Invalid Input");
        assertThat(dialer.callbacks()).isZero();
    }

    @Test
    void requestThatSaysNothingShouldBeRefused() throws Exception {
        assertThat(Rest.errorType(alice.act(id, SCHEDULE, ""))).isEqualTo("400 Parameter Missing");
        assertThat(Rest.errorType(alice.act(id, SCHEDULE, parameters("callbackTime", ""))))
                .isEqualTo("400 Parameter Missing");
        assertThat(Rest.errorType(alice.rest()
                        .put(
                                "/finesse/api/Dialog/" + id,
                                "<Dialog><requestedAction>" + CANCEL + "</requestedAction></Dialog>")))
                .isEqualTo("400 Parameter Missing");
    }

    @Test
    void bothInOneRequestShouldDependOnTheInstallation() throws Exception {
        String both = parameters("callbackTime", "2026-03-09T16:45", "callbackNumber", "5550199");
        assertThat(Rest.errorType(alice.act(id, SCHEDULE, both))).isEqualTo("400 Invalid Input");
        reopen(Quick.options().with("finesse.callbackInOneRequest", true));

        assertThat(scheduled(act(SCHEDULE, both), "callbackNumber")).isEqualTo("5550199");
        assertThat(dialer.callback("changes")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"customer,2026-03-09T22:45:00Z", "server,2026-03-09T16:45:00Z"})
    void timeShouldBeReadByTheInstallationsClock(String clock, String due) throws Exception {
        reopen(Quick.options().with("finesse.callbackClock", clock));
        act(SCHEDULE, NUMBER);
        assertThat(dialer.callback("dueAt")).isEqualTo("null");
        act(SCHEDULE, TIME);

        assertThat(dialer.callback("dueAt")).isEqualTo(due);
    }

    @Test
    void callThatNoCampaignMadeShouldNotTakeCallbacks() throws Exception {
        alice.act(id, "DROP", "");
        alice.until("put READY");
        alice.until("DELETE DROPPED [DROPPED]");
        String manual = alice.talk(Quick.NUMBER);
        alice.until("put TALKING");
        alice.act(manual, SCHEDULE, TIME);

        assertThat(alice.next().summary()).isEqualTo("PUT error Generic Error");
        assertThat(dialer.callbacks()).isZero();
    }

    @Test
    void reclassifiedCallShouldEchoItAndKeepItsCallback() throws Exception {
        act(SCHEDULE, TIME);
        Update echo = act("RECLASSIFY", parameters("outboundClassification", "ANS_MACHINE"));

        assertThat(echo.variable("BAResponse")).isEqualTo("ANS_MACHINE");
        assertThat(echo.media("outboundClassification")).isEqualTo("ANS_MACHINE");
        assertThat(scheduled(echo, "callbackTime")).isEqualTo("2026-03-09T16:45");
    }

    @Test
    void unlistedReclassifyShouldWorkAllTheSame() throws Exception {
        reopen(Quick.options().with("finesse.listsReclassify", false));
        Update echo = act("RECLASSIFY", parameters("outboundClassification", "VOICE"));

        assertThat(echo.variable("BAResponse")).isEqualTo("VOICE");
        assertThat(echo.actionsOf("1001")).doesNotContain("RECLASSIFY");
    }

    @Test
    void campaignsOwnVariablesShouldNotBeWritten() throws Exception {
        String data = "<mediaProperties><callvariables><CallVariable><name>BACampaign</name><value>x</value>"
                + "</CallVariable></callvariables></mediaProperties>";

        assertThat(Rest.errorType(alice.act(id, "UPDATE_CALL_DATA", data))).isEqualTo("400 Invalid Input");
    }
}

package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.CallFixture.INES;
import static dev.trunkline.vendor.finesse.CallFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentState;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.port.Told;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FinesseHearingTest {
    private final Told told = new Told();
    private int rereads;
    private final List<Boolean> services = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private final FinesseSeat seat = new FinesseSeat();
    private final FinesseHearing hearing = new FinesseHearing(INES, told, seat, new FinesseHearing.Follow() {
        @Override
        public void reread() {
            rereads++;
        }

        @Override
        public void service(boolean in) {
            services.add(in);
        }

        @Override
        public void giveReadyBack() {
            given.add(seat.loan().end().orElse("nothing lent"));
        }
    });

    @Test
    void callTypeShouldBeRememberedWhenFinesseForgetsIt() {
        String update = text("example-dialog-put-busy.xml").replace(">OUT<", ">CONSULT<");
        hearing.hear(payload(update));
        hearing.hear(payload(update.replace(">CONSULT<", "><")));
        hearing.hear(payload(update.replace(">CONSULT<", ">NULL<")));
        assertThat(told.calls).hasSize(3).allSatisfy(call -> {
            assertThat(call.forms().get("Finesse")).contains("\"callType\":\"CONSULT\"");
            assertThat(call.raw()).contains("CONSULT");
        });
    }

    @Test
    void callTypeShouldBeForgottenWithTheCall() {
        hearing.hear(payload(text("example-dialog-delete.xml").replace(">OUT<", ">CONSULT<")));
        hearing.hear(payload(text("example-dialog-put-busy.xml").replace(">OUT<", "><")));
        assertThat(told.lastCall().forms().get("Finesse")).contains("\"callType\":\"\"");
    }

    @Test
    void errorShouldBeToldWithItsCommand() {
        hearing.hear(payload(text("example-error-notification.xml")));
        assertThat(told.failedCommands).containsExactly("0b7a6d3c-63d4-4c83-8d0d-3f0a1f5f8a10");
        assertThat(told.failures.get(0).code()).isEqualTo(Code.DEVICE_UNAVAILABLE);
    }

    @Test
    void agentShouldBeTold() {
        hearing.hear(payload(text("example-user-put-not-ready.xml")));
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.NOT_READY);
        assertThat(seat.user()).map(User::state).contains("NOT_READY");
    }

    @Test
    void lossAndReturnOfTheContactCentreShouldBeHeard() {
        hearing.hear(payload(systemInfo("OUT_OF_SERVICE")));
        hearing.hear(payload(systemInfo("IN_SERVICE")));
        assertThat(services).containsExactly(false, true);
    }

    @Test
    void otherCallsShouldBeReadWhenOneOfThemTakesAnotherState() {
        hearing.current(reading(CallFixture.dialog("1", "OUT", "5101", "7", "5101 AGENT_DEVICE HELD RETRIEVE")));
        String ringing = text("example-dialog-post-alerting.xml");
        hearing.hear(payload(ringing));
        assertThat(rereads).isEqualTo(1);
        hearing.hear(payload(ringing.replace("LOAN-7781", "LOAN-7782")));
        assertThat(rereads).isEqualTo(1);
    }

    @Test
    void aloneACallShouldNotBeReadForItsState() {
        String ringing = text("example-dialog-post-alerting.xml");
        hearing.hear(payload(ringing));
        hearing.hear(payload(ringing.replace("<state>ALERTING</state>", "<state>ACTIVE</state>")));
        assertThat(rereads).isZero();
    }

    @Test
    void refusalShouldBeToldOnceThoughItIsPushedTwice() {
        hearing.hear(payload(text("example-error-notification.xml")));
        hearing.hear(payload(text("example-error-notification.xml")));
        assertThat(told.failedCommands).hasSize(1);
    }

    @Test
    void lentReadyShouldBeGivenBackWithTheLastCall() {
        String dial = seat.loan().take("dial");
        hearing.hear(payload(text("example-dialog-put-dropped.xml")));
        assertThat(given).isEmpty();
        hearing.hear(payload(text("example-dialog-delete.xml")));
        assertThat(dial).isEqualTo("dial.notReady");
        assertThat(given).containsExactly("dial.ready");
    }

    @Test
    void lentReadyShouldBeGivenBackWhenTheDialIsRefused() {
        seat.loan().take("0b7a6d3c-63d4-4c83-8d0d-3f0a1f5f8a10");
        hearing.hear(payload(text("example-error-notification.xml")));
        assertThat(given).hasSize(1);
    }

    @Test
    void refusalOfAStateAroundADialShouldNotBeToldAsACommands() {
        seat.loan().take("0b7a6d3c-63d4-4c83-8d0d-3f0a1f5f8a10");
        hearing.hear(payload(text("example-error-notification.xml").replace("</requestId>", ".notReady</requestId>")));
        assertThat(told.failures).isEmpty();
    }

    @Test
    void badMessageShouldBeSkipped() {
        hearing.hear("<notification>&lt;Update>");
        hearing.hear(payload(text("example-dialog-post-alerting.xml")));
        assertThat(told.lives()).containsExactly(LifeCycle.RINGING);
    }

    @Test
    void whatIsOlderThanTheReadingShouldNotTurnTheClockBack() {
        String update = text("example-dialog-post-alerting.xml");
        FinesseReading newer = reading(dialog(update.replace("09:20:33.402Z", "09:20:40.000Z")));
        hearing.hearLate(payload(update), newer);
        assertThat(told.calls).isEmpty();
        hearing.hearLate(payload(update), reading(dialog(update)));
        hearing.hearLate(payload(update), reading());
        assertThat(told.calls).hasSize(2);
    }

    @Test
    void whatIsHeardLateOfACallThatIsGoneShouldNotBringItBack() {
        FinesseReading without = new FinesseReading(FinesseXml.user("<User/>"), List.of(), Set.of("16812345"));
        hearing.hearLate(payload(text("example-dialog-post-alerting.xml")), without);
        assertThat(told.calls).isEmpty();
    }

    private static FinesseReading reading(Dialog... dialogs) {
        return new FinesseReading(FinesseXml.user("<User/>"), List.of(dialogs), Set.of());
    }

    private static Dialog dialog(String update) {
        return FinesseXml.update(update).dialogs().get(0);
    }

    private static String systemInfo(String status) {
        return "<Update><data><systemInfo><status>" + status
                + "</status></systemInfo></data><event>put</event></Update>";
    }

    private static String payload(String update) {
        return "<notification xmlns='http://jabber.org/protocol/pubsub'>"
                + update.replace("&", "&amp;").replace("<", "&lt;") + "</notification>";
    }
}

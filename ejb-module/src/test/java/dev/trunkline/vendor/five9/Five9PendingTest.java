package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.five9.Five9Pending.Dialled;
import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.DialFailure;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a call is that the platform gives no mark of (sheet 3.2). */
class Five9PendingTest {
    private static final String NUMBER = "+16085559000";

    private final AtomicLong clock = new AtomicLong();
    private final Five9Pending pending = new Five9Pending(clock::get);

    private static Dialled dial(String command) {
        return new Dialled(command, NUMBER, Map.of());
    }

    private static CallInfo call(String id, String callType, String number) {
        return Five9Json.call(JsonParts.object("{\"id\":\"" + id + "\",\"state\":\"OFFERED\",\"callType\":\"" + callType
                + "\",\"number\":\"" + number + "\"}"));
    }

    private void passes(int seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private Code refusedNext() {
        return Five9Site.refusal(() -> pending.begin(dial("m-2"))).code();
    }

    @ParameterizedTest
    @CsvSource({
        "MANUAL, '', true",
        "'', '', true",
        "MANUAL, 6085559000, true",
        "MANUAL, 6085550000, false",
        "AGENT, '', false",
        "AGENT, 6085559000, true",
        "INBOUND, 6085559000, false",
        "PREVIEW, '', false"
    })
    void callShouldBeTheDialsByItsTypeAndItsNumber(String callType, String number, boolean its) {
        pending.begin(dial("m-1"));
        assertThat(pending.claim(call("A", callType, number)).isPresent()).isEqualTo(its);
    }

    @Test
    void participantShouldNeverBeTheDials() {
        pending.begin(dial("m-1"));
        CallInfo party =
                Five9Json.call(JsonParts.object("{\"id\":\"A\",\"callType\":\"MANUAL\",\"addressType\":\"EXTERNAL\"}"));
        assertThat(pending.claim(party)).isEmpty();
    }

    @Test
    void namedCallShouldBeTheOnlyOne() {
        pending.begin(dial("m-1"));
        pending.named("m-1", "B");
        assertThat(pending.claim(call("A", "MANUAL", ""))).isEmpty();
        assertThat(pending.claim(call("B", "MANUAL", "6085550000"))).isPresent();
    }

    @Test
    void nextDialShouldWaitForAnswerAndCall() {
        pending.begin(dial("m-1"));
        assertThat(pending.claim(call("A", "MANUAL", ""))).isPresent();
        assertThat(refusedNext()).as("told, not answered").isEqualTo(Code.AGENT_BUSY);
        pending.answered("m-1");
        pending.begin(dial("m-2"));
        pending.answered("m-2");
        assertThat(Five9Site.refusal(() -> pending.begin(dial("m-3"))).code())
                .as("answered, not told")
                .isEqualTo(Code.AGENT_BUSY);
        assertThat(pending.claim(call("B", "MANUAL", "")).map(Dialled::command)).contains("m-2");
        pending.begin(dial("m-3"));
    }

    @Test
    void nextDialShouldNotWaitForEver() {
        pending.begin(dial("m-1"));
        pending.answered("m-1");
        passes(16);
        pending.begin(dial("m-2"));
        assertThat(pending.claim(call("A", "MANUAL", "")).map(Dialled::command)).contains("m-2");
    }

    @Test
    void callThatComesMuchLaterShouldBeSomebodyElses() {
        pending.begin(dial("m-1"));
        pending.answered("m-1");
        passes(20);
        assertThat(pending.open()).as("it is still looked for").isTrue();
        passes(41);
        assertThat(pending.open()).isFalse();
        assertThat(pending.claim(call("A", "MANUAL", ""))).isEmpty();
    }

    @Test
    void refusedDialShouldLeaveNothing() {
        pending.begin(dial("m-1"));
        pending.refused("m-1");
        assertThat(pending.claim(call("A", "MANUAL", ""))).isEmpty();
        pending.begin(dial("m-2"));
    }

    @Test
    void failureShouldBeTheDialsUnlessItIsOfAnotherNumberOrItsCallIsThere() {
        pending.begin(dial("m-1"));
        assertThat(pending.failed(new DialFailure("", "Busy", "", "6085550000")))
                .isEmpty();
        assertThat(pending.failed(new DialFailure("", "Busy", "", ""))).contains("m-1");
        pending.answered("m-1");
        pending.begin(dial("m-2"));
        assertThat(pending.claim(call("A", "MANUAL", ""))).isPresent();
        assertThat(pending.failed(new DialFailure("", "Busy", "", NUMBER))).isEmpty();
    }
}

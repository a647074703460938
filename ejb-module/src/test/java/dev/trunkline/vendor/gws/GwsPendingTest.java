package dev.trunkline.vendor.gws;

import static dev.trunkline.vendor.gws.CallFixture.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.gws.CallFixture.Told;
import dev.trunkline.vendor.gws.GwsCall.Memory;
import dev.trunkline.vendor.gws.GwsCall.Work;
import dev.trunkline.vendor.gws.wire.CallEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GwsPendingTest {
    private static final VendorException FAILURE = new VendorException(Code.PLATFORM_REJECTED, "no");

    private final AtomicLong clock = new AtomicLong();
    private final GwsPending pending = new GwsPending(clock::get);
    private final List<String> late = new ArrayList<>();

    private void ask(String command, Runnable deed) {
        ask(GwsRequest.dial(command, "15002", "d-1"), deed);
    }

    private void ask(GwsRequest request, Runnable deed) {
        pending.during(request, deed, (whose, failure) -> late.add(whose));
    }

    private Optional<String> fails() {
        return pending.failed(FAILURE, "d-1");
    }

    private static GwsCall call(Told told) {
        return new GwsCall(CallFixture.AGENT, told.event(), Memory.NONE.from(told.mark(), "", false));
    }

    @Test
    void errorAfterTheAnswerShouldBeTheLastRequests() {
        ask("m-1", () -> {});
        ask("m-2", () -> assertThat(pending.number("m-2")).isEqualTo("15002"));
        assertThat(pending.open()).isTrue();
        assertThat(fails()).contains("m-2");
        assertThat(fails()).as("once").isEmpty();
        assertThat(late).isEmpty();
    }

    @Test
    void errorBeforeTheAnswerShouldWaitForIt() {
        ask("m-1", () -> assertThat(fails()).isEmpty());
        assertThat(late).containsExactly("m-1");
        assertThat(pending.open()).isFalse();
    }

    @Test
    void errorThatTheAnswerSaysTooShouldBeToldOnce() {
        Throwable refused = catchThrowable(() -> ask("m-1", () -> {
            fails();
            throw FAILURE;
        }));
        assertThat(refused).isSameAs(FAILURE);
        assertThat(late).isEmpty();
        assertThat(fails()).isEmpty();
    }

    private Throwable unanswered(Runnable deed) {
        VendorException lost = new VendorException(Code.PLATFORM_TIMEOUT, "no answer", Effect.DOUBTFUL, Map.of(), null);
        return catchThrowable(() -> ask("m-1", () -> {
            deed.run();
            throw lost;
        }));
    }

    @Test
    void errorShouldSayWhatBecameOfARequestWhoseAnswerWasLost() {
        assertThat(unanswered(() -> fails())).isSameAs(FAILURE);
        assertThat(unanswered(() -> {})).hasMessageContaining("no answer");
        assertThat(fails()).as("after it").contains("m-1");
    }

    @Test
    void errorShouldNotBeBlamedOnWhatIsSeenOrLongAgo() {
        ask("m-1", () -> {});
        pending.seen(call(told("Dialing").mark("m-1")));
        assertThat(fails()).isEmpty();
        ask("m-2", () -> {});
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(fails()).isEmpty();
        assertThat(pending.open()).isFalse();
    }

    @Test
    void errorOfAnotherDeviceShouldBeAnothers() {
        ask("m-1", () -> assertThat(pending.failed(FAILURE, "d-2")).isEmpty());
        assertThat(late).isEmpty();
        assertThat(pending.failed(FAILURE, "d-2")).isEmpty();
        assertThat(pending.failed(FAILURE, "")).as("it names none").contains("m-1");
    }

    @ParameterizedTest
    @CsvSource({
        "Hold, Held",
        "Retrieve, Established",
        "Answer, Established",
        "Hangup, Released",
        "SingleStepTransfer, Released",
        "CompleteTransfer, Released"
    })
    void operationShouldBeDoneWhenItsCallShowsIt(String operation, String state) {
        ask(GwsRequest.onCall("m-1", "d-1", GwsRequest.effect(operation)), () -> {});
        pending.seen(call(told("Dialing")));
        assertThat(pending.open()).as("no effect").isTrue();
        GwsCall news = call(told(state));
        pending.seen(news.with(news.memory().standing(true, state.equals("Released"), Work.NONE)));
        assertThat(fails()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UnmuteCall, StatusChange", "SendDtmf, DtmfSent", "UpdateUserData, AttachedDataChanged"})
    void operationThatLeavesTheStateShouldBeDoneWhenItsNewsComes(String operation, String notification) {
        ask(GwsRequest.onCall("m-1", "d-1", GwsRequest.effect(operation)), () -> {});
        CallEvent sample = told("Established").event();
        pending.seen(new GwsCall(
                CallFixture.AGENT,
                new CallEvent(notification, sample.call(), "15000", 0, "", "", sample.data()),
                Memory.NONE));
        assertThat(fails()).isEmpty();
    }

    @Test
    void choiceShouldBeDoneWhenTheAgentStandsSo() {
        GwsAgent agent = new GwsAgent(null, List.of(), GwsAgent.NO_DEVICE, "");
        ask(GwsRequest.onAgent("m-1", "d-1", GwsAgent::ready), () -> {});
        pending.seen(agent);
        assertThat(pending.open()).isTrue();
        ask(GwsRequest.onAgent("m-2", "d-1", stands -> !stands.ready()), () -> {});
        pending.seen(agent);
        assertThat(fails()).isEmpty();
    }

    /** For example that a call is handed over: its end, whenever that comes, would be told as that. */
    @Test
    void whatTheRequestLeftBehindShouldBeTakenBackHoweverItFails() {
        AtomicLong undone = new AtomicLong();
        GwsRequest request = GwsRequest.onCall("m-1", "d-1", call -> false).undoneBy(undone::incrementAndGet);
        ask(request, () -> {});
        assertThat(undone).as("taken").hasValue(0);
        fails();
        assertThat(undone).as("after the answer").hasValue(1);
        ask(request, this::fails);
        assertThat(undone).as("before it").hasValue(2);
        assertThat(catchThrowable(() -> ask(request, () -> {
                    throw FAILURE;
                })))
                .isSameAs(FAILURE);
        assertThat(undone).as("with it").hasValue(3);
    }

    @Test
    void callShouldBeAwaitedUntilItIsHeardOfOrRefused() {
        ask("m-1", () -> {});
        ask(GwsRequest.onCall("m-2", "d-1", call -> false), () -> {});
        assertThat(pending.number("m-1")).isEqualTo("15002");
        assertThat(pending.awaits("m-1")).isTrue();
        assertThat(pending.awaits("m-2")).as("brings none").isFalse();
        pending.seen(call(told("Dialing").mark("m-1")));
        assertThat(pending.awaits("m-1")).isFalse();
        catchThrowable(() -> ask("m-3", () -> {
            throw FAILURE;
        }));
        assertThat(pending.awaits("m-3")).isFalse();
        unanswered(() -> {});
        assertThat(pending.awaits("m-1")).as("in doubt").isTrue();
    }
}

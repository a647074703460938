package dev.trunkline.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CallLedger.Changed;
import dev.trunkline.call.CallLedger.Nothing;
import dev.trunkline.call.CallLedger.Outcome;
import dev.trunkline.call.CallLedger.Stale;
import dev.trunkline.event.Origin;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallLedgerTest {
    private static final AgentKey DANA = new AgentKey(AgentKey.DEFAULT_TENANT, "dana");

    private final CallLedger ledger = new CallLedger(DANA, "anyvendor");

    @Test
    void newCallShouldBeAnnouncedAsItsFirstEvent() {
        Changed changed = changed(news("DIALING", LifeCycle.DIALING, "1"));

        assertThat(changed.before()).isEmpty();
        assertThat(changed.after().callSeq()).isEqualTo(1);
        assertThat(changed.after().callId()).contains("77");
    }

    @Test
    void repeatedNewsShouldChangeNothing() {
        changed(news("DIALING", LifeCycle.DIALING, "1"));

        assertThat(apply(news("DIALING", LifeCycle.DIALING, "2"))).isInstanceOf(Nothing.class);
    }

    @Test
    void earlierPhaseShouldBeStale() {
        changed(news("ACTIVE", LifeCycle.CONNECTED, "3"));

        assertThat(apply(news("RINGING", LifeCycle.RINGING, "2"))).isInstanceOf(Stale.class);
    }

    @Test
    void earlierTimeWithinOnePhaseShouldBeStale() {
        changed(news("HELD", LifeCycle.HELD, "5"));

        assertThat(apply(news("ACTIVE", LifeCycle.CONNECTED, "4"))).isInstanceOf(Stale.class);
    }

    @Test
    void endShouldComeOnceAndBeLast() {
        changed(news("ACTIVE", LifeCycle.CONNECTED, "1"));
        Changed end = changed(news("DROPPED", LifeCycle.ENDED, "2"));

        assertThat(end.after().endedAt()).isPresent();
        assertThat(apply(news("DROPPED", LifeCycle.ENDED, "3"))).isInstanceOf(Nothing.class);
        assertThat(apply(news("ACTIVE", LifeCycle.CONNECTED, "2"))).isInstanceOf(Nothing.class);
        assertThat(ledger.open()).isEmpty();
    }

    @Test
    void wordWithoutMeaningShouldKeepTheLifeCycle() {
        changed(news("ACTIVE", LifeCycle.CONNECTED, "1"));
        Changed odd = changed(snapshot("ODD", Optional.empty(), Optional.empty(), "2", "odd", Map.of("Any", "{odd}")));

        assertThat(odd.after().lifeCycle()).contains(LifeCycle.CONNECTED);
    }

    @Test
    void changeThatNoFormShowsShouldBeHiddenFromProfileExact() {
        changed(snapshot("A", Optional.of(LifeCycle.CONNECTED), Optional.empty(), "1", "one", Map.of("Any", "{same}")));
        Changed hidden = changed(
                snapshot("A", Optional.of(LifeCycle.CONNECTED), Optional.empty(), "2", "two", Map.of("Any", "{same}")));

        assertThat(hidden.exact()).isEmpty();
    }

    @Test
    void endWithoutTalkShouldBeNoAnswerUnlessTheAgentGaveUp() {
        changed(news("RINGING", LifeCycle.RINGING, "1"));
        assertThat(changed(news("DROPPED", LifeCycle.ENDED, "2")).after().reason())
                .isEqualTo(Reason.NO_ANSWER);
    }

    @Test
    void endAfterOurDropShouldBeTheAgentsDoing() {
        changed(news("RINGING", LifeCycle.RINGING, "1"));
        ledger.dropAsked("77");

        assertThat(changed(news("DROPPED", LifeCycle.ENDED, "2")).after().reason())
                .isEqualTo(Reason.CANCELLED_BY_AGENT);
    }

    @Test
    void outcomeThatIsToldAgainWithWhatFollowsItShouldBeNoNewsAndNoReasonToReadAgain() {
        changed(news("RINGING", LifeCycle.RINGING, "1"));
        changed(news("FAILED", LifeCycle.FAILED, "2"));
        changed(news("WRAP_UP", LifeCycle.WRAP_UP, "3"));

        assertThat(apply(news("FAILED", LifeCycle.FAILED, "4"))).isInstanceOf(Nothing.class);
        assertThat(apply(news("RINGING", LifeCycle.RINGING, "4"))).isInstanceOf(Stale.class);
    }

    @Test
    void endFoundByReadingAgainShouldBeAGap() {
        changed(news("ACTIVE", LifeCycle.CONNECTED, "1"));
        Outcome end = ledger.apply(news("DROPPED", LifeCycle.ENDED, "2"), Origin.RESYNC, this::announce);

        assertThat(((Changed) end).after().reason()).isEqualTo(Reason.UNKNOWN_GAP);
    }

    @Test
    void talkThatMayHaveBeenMissedShouldBeAGapAndNotNoAnswer() {
        changed(news("RINGING", LifeCycle.RINGING, "1"));
        Outcome over = ledger.apply(news("WRAP_UP", LifeCycle.WRAP_UP, "2"), Origin.RESYNC, this::announce);

        assertThat(((Changed) over).after().reason()).isEqualTo(Reason.UNKNOWN_GAP);
        assertThat(changed(news("DROPPED", LifeCycle.ENDED, "3")).after().reason())
                .isEqualTo(Reason.UNKNOWN_GAP);
    }

    @Test
    void wrapUpFoundByReadingAgainShouldEndTheTalkThatWasSeen() {
        changed(news("ACTIVE", LifeCycle.CONNECTED, "1"));
        Outcome over = ledger.apply(news("WRAP_UP", LifeCycle.WRAP_UP, "2"), Origin.RESYNC, this::announce);

        assertThat(((Changed) over).after().reason()).isEqualTo(Reason.REMOTE_HANGUP);
    }

    @Test
    void reportedReasonShouldStay() {
        changed(snapshot("FAILED", Optional.of(LifeCycle.FAILED), Optional.of(Reason.BUSY), "1", "failed", Map.of()));
        Changed end = changed(news("DROPPED", LifeCycle.ENDED, "2"));

        assertThat(end.after().reason()).isEqualTo(Reason.BUSY);
        assertThat(end.after().reasonSource()).isEqualTo("REPORTED");
    }

    @Test
    void callFromOutsideShouldNotBeTold() {
        CallSnapshot inbound = news("RINGING", LifeCycle.RINGING, "1");
        CallSnapshot hidden = new CallSnapshot(
                "88",
                inbound.platformState(),
                inbound.lifeCycle(),
                false,
                "",
                "",
                List.of(),
                "",
                "",
                Set.of(),
                Set.of(),
                Map.of(),
                "",
                Optional.empty(),
                "",
                "x",
                Map.of(),
                "raw");

        assertThat(apply(hidden)).isInstanceOf(Nothing.class);
    }

    private Changed changed(CallSnapshot news) {
        Outcome outcome = apply(news);
        assertThat(outcome).isInstanceOf(Changed.class);
        return (Changed) outcome;
    }

    @Test
    void callThatWasFoundGoneShouldNotComeBackByNewsThatWasOnItsWay() {
        apply(news("ACTIVE", LifeCycle.CONNECTED, "1"));
        ledger.apply(news("DROPPED", LifeCycle.ENDED, "1"), Origin.RESYNC, this::announce);

        assertThat(apply(news("HELD", LifeCycle.HELD, "2"))).isInstanceOf(Nothing.class);
    }

    @Test
    void callThatTheAgentComesBackIntoShouldBeANewOneAndOldNewsOfItNot() {
        apply(news("ACTIVE", LifeCycle.CONNECTED, "2026-03-04T15:02:24.871Z"));
        Changed end = (Changed) apply(news("DROPPED", LifeCycle.ENDED, "2026-03-04T15:03:00.000Z"));

        assertThat(apply(news("ACTIVE", LifeCycle.CONNECTED, "2026-03-04T15:02:24.871Z")))
                .isInstanceOf(Nothing.class);
        assertThat(apply(news("ACTIVE", LifeCycle.CONNECTED, "2026-03-04T15:03:00.000Z")))
                .isInstanceOf(Nothing.class);
        Changed back = (Changed) apply(news("ACTIVE", LifeCycle.CONNECTED, "2026-03-04T15:03:10.000Z"));
        assertThat(back.before()).isEmpty();
        assertThat(back.after().callSeq()).isEqualTo(1);
        assertThat(back.after().callRef()).isNotEqualTo(end.after().callRef());
    }

    @Test
    void guessShouldBeTakenWhereNobodyKnowsBetter() {
        apply(news("Dialing", LifeCycle.DIALING, ""));
        CallRecord failed = ((Changed) apply(guessing(LifeCycle.FAILED, Reason.NOT_CONNECTED))).after();
        assertThat(failed.reason()).isEqualTo(Reason.NOT_CONNECTED);
        assertThat(failed.reasonSource()).isEqualTo("INFERRED");
    }

    @Test
    void hangUpOfOursShouldGoBeforeAGuess() {
        apply(news("Dialing", LifeCycle.DIALING, ""));
        ledger.dropAsked("77");
        assertThat(((Changed) apply(guessing(LifeCycle.FAILED, Reason.NO_ANSWER)))
                        .after()
                        .reason())
                .isEqualTo(Reason.CANCELLED_BY_AGENT);
    }

    private static CallSnapshot guessing(LifeCycle cycle, Reason guess) {
        CallSnapshot plain = news("Released", cycle, "");
        return new CallSnapshot(
                plain.id(),
                plain.platformState(),
                plain.lifeCycle(),
                plain.published(),
                plain.fromAddress(),
                plain.toAddress(),
                plain.dialled(),
                plain.causedBy(),
                plain.parentCallId(),
                plain.parties(),
                plain.allowed(),
                plain.variables(),
                plain.campaign(),
                plain.reason(),
                Optional.of(guess),
                plain.platformTime(),
                plain.facts(),
                plain.forms(),
                plain.raw());
    }

    private Outcome apply(CallSnapshot news) {
        return ledger.apply(news, Origin.EVENT, this::announce);
    }

    private CallRecord announce(CallSnapshot news) {
        return Records.found(DANA, "anyvendor", "Any", news, Optional.empty());
    }

    private static CallSnapshot news(String word, LifeCycle cycle, String time) {
        return snapshot(word, Optional.of(cycle), Optional.empty(), time, word, Map.of("Any", "{" + word + "}"));
    }

    private static CallSnapshot snapshot(
            String word,
            Optional<LifeCycle> cycle,
            Optional<Reason> reason,
            String time,
            String facts,
            Map<String, String> forms) {
        return new CallSnapshot(
                "77",
                word,
                cycle,
                true,
                "1001",
                "3125550142",
                List.of("3125550142"),
                "",
                "",
                Set.of(),
                Set.of(Verb.DROP),
                Map.of(),
                "",
                reason,
                time,
                facts,
                forms,
                "raw");
    }
}

package dev.trunkline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.call.CallRecord;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Message;
import dev.trunkline.model.Reason;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallChoiceTest {
    private static final CallRecord HELD =
            call("77", LifeCycle.HELD, Set.of(Verb.RETRIEVE, Verb.DROP, Verb.TRANSFER, Verb.CONFERENCE, Verb.SWAP));
    private static final CallRecord CONSULT =
            call("78", LifeCycle.CONSULTING, Set.of(Verb.HOLD, Verb.DROP, Verb.DROP_CONSULT, Verb.SWAP));
    private static final List<CallRecord> BOTH = List.of(HELD, CONSULT);

    @Test
    void onlyCallOnWhichTheVerbIsOpenShouldBeTaken() {
        assertThat(choose(Verb.HOLD, BOTH).call()).isEqualTo(CONSULT);
        assertThat(choose(Verb.RETRIEVE, BOTH).call()).isEqualTo(HELD);
        assertThat(choose(Verb.RETRIEVE, BOTH).other()).isEmpty();
    }

    @Test
    void moreThanOneOpenCallShouldBeAmbiguousUnlessOneIsNamed() {
        refused(Code.AMBIGUOUS_CALL, Verb.DROP, BOTH);
        assertThat(choose(Verb.DROP, BOTH, "callId", "78").call()).isEqualTo(CONSULT);
    }

    @Test
    void verbOfTwoCallsShouldFindBothWhicheverIsNamed() {
        for (String named : List.of("77", "78")) {
            CallChoice transfer =
                    choose(Verb.TRANSFER, BOTH, "callId", named, "consultCallId", named.equals("77") ? "78" : "77");
            assertThat(transfer.call()).isEqualTo(HELD);
            assertThat(transfer.other()).contains(CONSULT);
        }
        assertThat(choose(Verb.TRANSFER, BOTH).other()).contains(CONSULT);
        assertThat(choose(Verb.DROP_CONSULT, BOTH).call()).isEqualTo(CONSULT);
        assertThat(choose(Verb.DROP_CONSULT, BOTH).other()).contains(HELD);
    }

    @Test
    void swapShouldTakeTheOneOnHoldBack() {
        assertThat(choose(Verb.SWAP, BOTH).call()).isEqualTo(HELD);
        assertThat(choose(Verb.SWAP, BOTH, "callId", "78", "consultCallId", "77")
                        .call())
                .isEqualTo(HELD);
    }

    @Test
    void consultWhoseCustomerHungUpShouldStillBeDropped() {
        CallRecord wrapUp = call("77", LifeCycle.WRAP_UP, Set.of(Verb.WRAP_UP));
        CallChoice choice = choose(Verb.DROP_CONSULT, List.of(wrapUp, CONSULT));

        assertThat(choice.call()).isEqualTo(CONSULT);
        assertThat(choice.other()).isEmpty();
    }

    @Test
    void verbThatIsNotOpenShouldBeRefusedAsSuch() {
        refused(Code.INVALID_STATE, Verb.HOLD, List.of(HELD));
        refused(Code.INVALID_STATE, Verb.HOLD, BOTH, "callId", "77");
    }

    @Test
    void callThatIsNotThereShouldBeRefusedAsSuch() {
        refused(Code.CALL_NOT_FOUND, Verb.HOLD, List.of());
        refused(Code.CALL_NOT_FOUND, Verb.HOLD, BOTH, "callId", "99");
        refused(Code.CALL_NOT_FOUND, Verb.TRANSFER, BOTH, "consultCallId", "99");
    }

    @Test
    void answerToAnOfferedRecordShouldTakeIt() {
        CallRecord offer = call("79", LifeCycle.PREVIEW, Set.of(Verb.ACCEPT, Verb.REJECT, Verb.CLOSE));
        assertThat(choose(Verb.ANSWER, List.of(offer)).offer()).isTrue();
        assertThat(choose(Verb.ACCEPT, List.of(offer, HELD)).call()).isEqualTo(offer);
        refused(Code.INVALID_STATE, Verb.ANSWER, List.of(call("79", LifeCycle.PREVIEW, Set.of())));
    }

    @Test
    void outcomeShouldBeTakenAtAnyTimeOfACall() {
        assertThat(choose(Verb.WRAP_UP, List.of(HELD)).call()).isEqualTo(HELD);
    }

    private static CallChoice choose(Verb verb, List<CallRecord> calls, Object... data) {
        return CallChoice.of(message(verb, data), calls);
    }

    private static void refused(Code code, Verb verb, List<CallRecord> calls, Object... data) {
        assertThatThrownBy(() -> choose(verb, calls, data))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        why -> assertThat(why.refusal().code()).isEqualTo(code));
    }

    private static Message message(Verb verb, Object... data) {
        Map<String, Object> members =
                switch (data.length) {
                    case 0 -> Map.of();
                    case 2 -> Map.of(data[0].toString(), data[1]);
                    default -> Map.of(data[0].toString(), data[1], data[2].toString(), data[3]);
                };
        return new Message(
                "Any", verb, members, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    private static CallRecord call(String id, LifeCycle cycle, Set<Verb> allowed) {
        return new CallRecord(
                new AgentKey(AgentKey.DEFAULT_TENANT, "dana"),
                "any",
                "Any",
                "c-" + id,
                Optional.of(id),
                "3125550142",
                Optional.of(cycle),
                Reason.NONE,
                "",
                Instant.EPOCH,
                Optional.empty(),
                allowed,
                1,
                true,
                false,
                "",
                "",
                "",
                Map.of(),
                "");
    }
}

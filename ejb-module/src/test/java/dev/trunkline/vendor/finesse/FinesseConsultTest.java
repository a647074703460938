package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.FinesseSite.dial;
import static dev.trunkline.vendor.finesse.FinesseSite.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.port.ContractSchema;
import dev.trunkline.vendor.finesse.FinesseSite.Desk;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two agents and a customer. */
class FinesseConsultTest {
    private static final String CUSTOMER = "+13125550142";
    private static final String ADVISER = "+13125550143";

    private static FinesseSite site;
    private static FinesseService service;

    @BeforeAll
    static void open() {
        site = FinesseSite.open();
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void colleagueShouldBeRungAndAnswer() {
        Desk caller = ready();
        Desk called = ready();
        service.dial(caller.agent(), dial(called.agent().extension()));
        CallSnapshot ringing = called.told().untilCall(LifeCycle.RINGING);
        assertThat(ringing.published()).isTrue();
        assertThat(ringing.allowed()).containsExactly(Verb.ANSWER);
        called.told().untilAgent(AgentState.RESERVED);
        service.answer(called.agent(), order(ringing.id(), Map.of()));
        called.told().untilCall(LifeCycle.CONNECTED);
        caller.told().untilCall(LifeCycle.CONNECTED);
        service.drop(called.agent(), order(ringing.id(), Map.of()));
        caller.told().untilCall(LifeCycle.WRAP_UP);
        assertThat(called.told().calls).allSatisfy(call -> {
            assertThat(call.published()).isTrue();
            ContractSchema.assertFormsValid(call.forms());
        });
    }

    @Test
    void consultShouldHoldTheCustomerAndOfferWhatTwoCallsOffer() {
        Desk desk = ready();
        CallSnapshot customer = talking(desk);
        CallSnapshot consult = consulting(desk, customer, ADVISER);
        assertThat(consult.allowed()).contains(Verb.DROP_CONSULT, Verb.SWAP);
        assertThat(desk.told()
                        .untilNow(customer.id(), call -> call.allowed().contains(Verb.TRANSFER))
                        .allowed())
                .contains(Verb.CONFERENCE, Verb.RETRIEVE, Verb.SWAP);
        assertThat(consult.lifeCycle()).contains(LifeCycle.CONSULTING);
    }

    @Test
    void dropConsultShouldBringTheCustomerBack() {
        Desk desk = ready();
        CallSnapshot customer = talking(desk);
        CallSnapshot consult = consulting(desk, customer, ADVISER);
        service.dropConsult(desk.agent(), both(consult.id(), customer.id()));
        desk.told().untilNow(consult.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));
        CallSnapshot back =
                desk.told().untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)));
        assertThat(back.allowed()).contains(Verb.CONSULT).doesNotContain(Verb.SWAP, Verb.TRANSFER);
        assertThat(desk.told().failures).isEmpty();
    }

    @Test
    void dropConsultShouldLeaveACustomerAloneWhoIsNotOnHold() {
        Desk desk = ready();
        CallSnapshot customer = talking(desk);
        CallSnapshot consult = consulting(desk, customer, ADVISER);
        service.swap(desk.agent(), both(customer.id(), consult.id()));
        desk.told().untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)));
        service.dropConsult(desk.agent(), both(consult.id(), customer.id()));
        desk.told().untilNow(consult.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));
        service.hold(desk.agent(), order(customer.id(), Map.of()));
        desk.told().untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.HELD)));
        assertThat(desk.told().failures).isEmpty();
    }

    @Test
    void swapShouldChangeOverAndBack() {
        Desk desk = ready();
        CallSnapshot customer = talking(desk);
        CallSnapshot consult = consulting(desk, customer, ADVISER);
        service.swap(desk.agent(), both(customer.id(), consult.id()));
        desk.told().untilNow(consult.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.HELD)));
        assertThat(desk.told()
                        .untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)))
                        .allowed())
                .contains(Verb.SWAP);
        service.swap(desk.agent(), both(consult.id(), customer.id()));
        desk.told().untilNow(consult.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONSULTING)));
        assertThat(desk.told().failures).isEmpty();
    }

    @Test
    void transferShouldEndBothCallsHereAndGiveTheCustomerToTheColleague() {
        Desk desk = ready();
        Desk colleague = ready();
        CallSnapshot customer = talking(desk);
        CallSnapshot consult = consulting(desk, customer, colleague);
        service.transfer(desk.agent(), both(customer.id(), consult.id()));
        desk.told().untilNow(consult.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));
        assertThat(desk.told()
                        .untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.WRAP_UP)))
                        .reason())
                .contains(Reason.TRANSFERRED);
        CallSnapshot theirs = colleague.told().untilNow(customer.id(), call -> call.lifeCycle()
                .equals(Optional.of(LifeCycle.CONNECTED)));
        assertThat(theirs.published()).isTrue();
        assertThat(theirs.parentCallId()).isEqualTo(consult.id());
        assertThat(theirs.parties()).contains(colleague.agent().extension(), CUSTOMER);
        assertThat(theirs.allowed()).contains(Verb.HOLD, Verb.DROP);
        colleague.told().untilNow(consult.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.ENDED)));
        service.drop(colleague.agent(), order(customer.id(), Map.of()));
        colleague.told().untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.WRAP_UP)));
    }

    @Test
    void conferenceShouldBeSeenByBothAgentsUntilAPartyLeaves() {
        Desk desk = ready();
        Desk colleague = ready();
        CallSnapshot customer = talking(desk);
        CallSnapshot consult = consulting(desk, customer, colleague);
        service.conference(desk.agent(), both(customer.id(), consult.id()));
        CallSnapshot together = desk.told()
                .untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONFERENCED)));
        assertThat(together.allowed()).contains(Verb.DROP_PARTICIPANT);
        CallSnapshot theirs = colleague.told().untilNow(customer.id(), call -> call.lifeCycle()
                .equals(Optional.of(LifeCycle.CONFERENCED)));
        assertThat(theirs.published()).isTrue();
        String extension = colleague.agent().extension();
        service.dropParticipant(desk.agent(), order(customer.id(), Map.of("participantAddress", extension)));
        desk.told().untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)));
        colleague.told().untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.WRAP_UP)));
    }

    @Test
    void partyWhoIsNotThereShouldBeRefusedWithTheCommand() {
        Desk desk = ready();
        CallSnapshot customer = talking(desk);
        Order drop = order(customer.id(), Map.of("participantAddress", "4711"));
        service.dropParticipant(desk.agent(), drop);
        desk.told().until("a failure", told -> told.failedCommands.contains(drop.commandId()));
    }

    @Test
    void directTransferShouldGiveTheCustomerToTheColleaguesPhone() {
        Desk desk = ready();
        Desk colleague = ready();
        CallSnapshot customer = talking(desk);
        Map<String, Object> data = Map.of("toAddress", colleague.agent().extension(), "destinationType", "agent");
        service.directTransfer(desk.agent(), order(customer.id(), data));
        assertThat(desk.told()
                        .untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.WRAP_UP)))
                        .reason())
                .contains(Reason.TRANSFERRED);
        CallSnapshot ringing = colleague.told().untilCall(LifeCycle.RINGING);
        assertThat(ringing.published()).isTrue();
        service.answer(colleague.agent(), order(ringing.id(), Map.of()));
        colleague.told().untilNow(customer.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)));
    }

    @Test
    void callInHandShouldTakeTonesAndData() {
        Desk desk = ready();
        CallSnapshot call = talking(desk);
        service.sendDtmf(desk.agent(), order(call.id(), Map.of("digits", "12#a")));
        service.updateCallData(desk.agent(), order(call.id(), Map.of("key", "callVariable2", "value", "A & B")));
        service.updateCallData(desk.agent(), order(call.id(), Map.of("variables", Map.of("user.crmCase", "C-1"))));
        CallSnapshot told =
                desk.told().untilNow(call.id(), now -> now.variables().containsKey("user.crmCase"));
        assertThat(told.variables()).isEqualTo(Map.of("callVariable2", "A & B", "user.crmCase", "C-1"));
        Order labelled = order(call.id(), Map.of("label", "Promise to pay"));
        service.updateCallData(desk.agent(), labelled);
        desk.told().until("the label's echo", all -> all.calls.stream()
                .anyMatch(now -> now.causedBy().equals(labelled.commandId())
                        && now.raw().contains("<wrapUpReason>Promise to pay</wrapUpReason>")));
    }

    @Test
    void answerShouldBeReclassifiedWhereTheSiteAllowsIt() {
        try (FinesseSite other = FinesseSite.open("reclassifyManual", "true")) {
            FinesseService there = other.service(Map.of());
            Desk desk = other.signedIn(there);
            there.dial(desk.agent(), dial(CUSTOMER));
            CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
            assertThat(call.allowed()).contains(Verb.RECLASSIFY);
            there.reclassify(desk.agent(), order(call.id(), Map.of("value", "ANS_MACHINE")));
            desk.told().untilNow(call.id(), now -> "ANS_MACHINE"
                    .equals(now.variables().get("BAResponse")));
        }
    }

    private static Desk ready() {
        Desk desk = site.signedIn(service);
        service.setReady(desk.agent(), order());
        desk.told().untilAgent(AgentState.READY);
        return desk;
    }

    private static CallSnapshot talking(Desk desk) {
        service.dial(desk.agent(), dial(CUSTOMER));
        return desk.told().untilCall(LifeCycle.CONNECTED);
    }

    private static CallSnapshot consulting(Desk desk, CallSnapshot customer, String number) {
        service.consult(desk.agent(), order(customer.id(), Map.of("toAddress", number)));
        String consult =
                desk.told().untilCall(call -> !call.id().equals(customer.id())).id();
        return desk.told().untilNow(consult, call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONSULTING)));
    }

    private static CallSnapshot consulting(Desk desk, CallSnapshot customer, Desk colleague) {
        service.consult(
                desk.agent(),
                order(customer.id(), Map.of("toAddress", colleague.agent().extension())));
        CallSnapshot asked = colleague.told().untilCall(LifeCycle.RINGING);
        service.answer(colleague.agent(), order(asked.id(), Map.of()));
        return desk.told().untilNow(asked.id(), call -> call.lifeCycle().equals(Optional.of(LifeCycle.CONSULTING)));
    }

    private static Order both(String callId, String otherCallId) {
        return new Order(UUID.randomUUID().toString(), callId, otherCallId, Map.of());
    }
}

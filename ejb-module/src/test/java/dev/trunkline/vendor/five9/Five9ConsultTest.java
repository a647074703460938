package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.Five9Site.CUSTOMER;
import static dev.trunkline.vendor.five9.Five9Site.is;
import static dev.trunkline.vendor.five9.Five9Site.on;
import static dev.trunkline.vendor.five9.Five9Site.order;
import static dev.trunkline.vendor.five9.Five9Site.talking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.five9.Five9Site.Desk;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A third party beside the customer: the agent has one call all the time (contract 3.1 rule 10). */
class Five9ConsultTest {
    private static Five9Site site;
    private static Five9Service service;

    @BeforeAll
    static void open() {
        site = Five9Site.open();
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** A customer on hold and, consulted, a colleague who has answered. */
    private record Consulted(Desk desk, Desk colleague, CallSnapshot call, CallSnapshot his) {}

    private static Consulted consulted() {
        Desk desk = site.ready(service);
        Desk colleague = site.ready(service);
        CallSnapshot call = talking(service, desk);
        Order consult = order(call.id(), Map.of("toAddress", colleague.agent().extension()));
        service.consult(desk.agent(), consult);
        CallSnapshot offered = colleague.told().untilCall(now -> now.allowed().contains(Verb.ANSWER));
        assertThat(offered.published()).isTrue();
        service.answer(colleague.agent(), on(offered));
        colleague.told().untilNow(offered.id(), now -> is(now, LifeCycle.CONNECTED));
        CallSnapshot now = desk.told()
                .untilNow(
                        call.id(),
                        told -> is(told, LifeCycle.CONSULTING) && told.allowed().contains(Verb.TRANSFER));
        assertThat(desk.told().calls).extracting(CallSnapshot::causedBy).contains(consult.commandId());
        assertThat(now.toAddress()).isEqualTo(CUSTOMER);
        return new Consulted(desk, colleague, call, offered);
    }

    @Test
    void consultShouldBeNoCallOfItsOwn() {
        Consulted three = consulted();
        assertThat(three.desk.told().calls)
                .filteredOn(CallSnapshot::published)
                .extracting(CallSnapshot::id)
                .containsOnly(three.call.id());
    }

    @Test
    void droppedConsultShouldBringTheCustomerBack() {
        Consulted three = consulted();
        service.dropConsult(three.desk.agent(), on(three.call));
        three.desk.told().untilNow(three.call.id(), now -> is(now, LifeCycle.CONNECTED) || is(now, LifeCycle.HELD));
        three.colleague.told().untilNow(three.his.id(), now -> !is(now, LifeCycle.CONNECTED));
    }

    @Test
    void completedTransferShouldLeaveTheColleagueWithTheCustomer() {
        Consulted three = consulted();
        service.transfer(three.desk.agent(), on(three.call));
        CallSnapshot over = three.desk
                .told()
                .untilNow(three.call.id(), now -> is(now, LifeCycle.WRAP_UP) || is(now, LifeCycle.ENDED));
        assertThat(over.reason().or(over::guess)).contains(Reason.TRANSFERRED);
        three.colleague.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
    }

    @Test
    void conferenceShouldBeLeftByWhomTheAgentPutsOut() {
        Consulted three = consulted();
        three.desk.told().untilNow(three.call.id(), now -> now.allowed().contains(Verb.CONFERENCE));
        service.conference(three.desk.agent(), on(three.call));
        String colleague = three.colleague.agent().extension();
        CallSnapshot all = three.desk
                .told()
                .untilNow(
                        three.call.id(),
                        now -> is(now, LifeCycle.CONFERENCED) && now.parties().contains(colleague));
        assertThat(all.parties()).contains(CUSTOMER, three.desk.agent().extension());
        assertThat(all.allowed()).contains(Verb.DROP_PARTICIPANT);
        service.dropParticipant(three.desk.agent(), order(all.id(), Map.of("participantAddress", colleague)));
        three.desk
                .told()
                .untilNow(
                        three.call.id(),
                        now -> is(now, LifeCycle.CONNECTED) && !now.parties().contains(colleague));
        three.colleague.told().untilNow(three.his.id(), now -> !is(now, LifeCycle.CONNECTED));
    }

    @Test
    void strangerShouldBeConsultedToo() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(service, desk);
        service.consult(desk.agent(), order(call.id(), Map.of("toAddress", "3125550188")));
        desk.told()
                .untilNow(
                        call.id(),
                        now -> is(now, LifeCycle.CONSULTING) && now.allowed().contains(Verb.TRANSFER));
        service.transfer(desk.agent(), on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP) || is(now, LifeCycle.ENDED));
    }

    /** Events 40 and 58: back to the customer, with an error (sheet 6.2). */
    @Test
    void consultThatNobodyAnswersShouldLeaveTheCustomer() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(service, desk);
        service.consult(desk.agent(), order(call.id(), Map.of("toAddress", "3125550102")));
        desk.told().untilCall(now -> is(now, LifeCycle.CONSULTING));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD) || is(now, LifeCycle.CONNECTED));
    }
}

package dev.trunkline.vendor.genesys;

import static dev.trunkline.vendor.genesys.GenesysSite.CUSTOMER;
import static dev.trunkline.vendor.genesys.GenesysSite.is;
import static dev.trunkline.vendor.genesys.GenesysSite.on;
import static dev.trunkline.vendor.genesys.GenesysSite.order;
import static dev.trunkline.vendor.genesys.GenesysSite.refusal;
import static dev.trunkline.vendor.genesys.GenesysSite.talking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.genesys.GenesysSite.Desk;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GenesysConsultTest {
    private static GenesysSite site;
    private static GenesysService service;

    @BeforeAll
    static void open() {
        site = GenesysSite.open();
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** A customer on the line and, consulted, a colleague who has answered. */
    private record Consulted(Desk desk, Desk colleague, CallSnapshot call) {}

    private static Consulted consulted() {
        Desk desk = site.ready(service);
        Desk colleague = site.ready(service);
        CallSnapshot call = talking(service, desk);
        Order consult = order(call.id(), Map.of("toAddress", colleague.agent().extension()));
        service.consult(desk.agent(), consult);
        CallSnapshot offered = colleague.told().untilCall(LifeCycle.RINGING);
        assertThat(offered.id()).isEqualTo(call.id());
        assertThat(offered.published()).isTrue();
        service.answer(colleague.agent(), on(offered));
        desk.told().untilNow(call.id(), now -> now.allowed().contains(Verb.TRANSFER));
        assertThat(desk.told().calls).extracting(CallSnapshot::causedBy).contains(consult.commandId());
        colleague.told().untilNow(call.id(), now -> now.lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)));
        return new Consulted(desk, colleague, call);
    }

    @Test
    void consultShouldBeTheSameCall() {
        Consulted three = consulted();
        CallSnapshot now = three.desk.told().untilNow(three.call.id(), told -> told.lifeCycle()
                .equals(Optional.of(LifeCycle.CONSULTING)));
        assertThat(now.toAddress()).isEqualTo(CUSTOMER);
        service.dropConsult(three.desk.agent(), on(three.call));
        three.desk.told().untilNow(three.call.id(), told -> told.lifeCycle().equals(Optional.of(LifeCycle.CONNECTED)));
        three.colleague.told().untilNow(three.call.id(), told -> told.lifeCycle()
                .equals(Optional.of(LifeCycle.ENDED)));
    }

    @Test
    void completedTransferShouldLeaveTheColleagueWithTheCustomer() {
        Consulted three = consulted();
        service.transfer(three.desk.agent(), on(three.call));
        CallSnapshot over = three.desk.told().untilCall(told -> told.reason().isPresent());
        assertThat(over.reason()).contains(Reason.TRANSFERRED);
        assertThat(three.colleague
                        .told()
                        .untilNow(three.call.id(), told -> true)
                        .lifeCycle())
                .contains(LifeCycle.CONNECTED);
    }

    @Test
    void conferenceShouldBeLeftByWhomTheAgentPutsOut() {
        Consulted three = consulted();
        service.conference(three.desk.agent(), on(three.call));
        three.desk.told().untilNow(three.call.id(), told -> told.lifeCycle()
                .equals(Optional.of(LifeCycle.CONFERENCED)));
        String colleague = three.colleague.agent().extension();
        CallSnapshot all = three.desk.told().untilNow(three.call.id(), told -> told.parties()
                .contains(colleague));
        service.dropParticipant(three.desk.agent(), order(all.id(), Map.of("participantAddress", colleague)));
        three.desk.told().untilNow(three.call.id(), told -> !told.parties().contains(colleague));
    }

    @Test
    void swapShouldBeToldWithItsCommandBothWays() {
        Consulted three = consulted();
        for (int i = 0; i < 2; i++) {
            Order swap = on(three.call);
            service.swap(three.desk.agent(), swap);
            CallSnapshot swapped =
                    three.desk.told().untilCall(told -> told.causedBy().equals(swap.commandId()));
            assertThat(swapped.lifeCycle()).contains(LifeCycle.CONSULTING);
        }
    }

    @Test
    void agentToBeConsultedShouldBeNamedByHisId() {
        Desk desk = site.ready(service);
        Desk colleague = site.ready(service);
        CallSnapshot call = talking(service, desk);
        Map<String, Object> byName = Map.of("toAddress", colleague.agent().username(), "destinationType", "agent");
        assertThat(refusal(() -> service.consult(desk.agent(), order(call.id(), byName)))
                        .code())
                .isEqualTo(Code.INVALID_DATA);
        String id = colleague.told().lastAgent().id();
        service.consult(desk.agent(), order(call.id(), Map.of("toAddress", id, "destinationType", "agent")));
        colleague.told().untilNow(call.id(), now -> is(now, LifeCycle.RINGING));
    }
}

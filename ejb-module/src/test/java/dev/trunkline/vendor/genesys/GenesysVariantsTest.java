package dev.trunkline.vendor.genesys;

import static dev.trunkline.vendor.genesys.GenesysSite.CUSTOMER;
import static dev.trunkline.vendor.genesys.GenesysSite.dial;
import static dev.trunkline.vendor.genesys.GenesysSite.is;
import static dev.trunkline.vendor.genesys.GenesysSite.order;
import static dev.trunkline.vendor.genesys.GenesysSite.talking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Dial;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.model.Reason;
import dev.trunkline.vendor.genesys.GenesysSite.Desk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that no source confirms, played both ways: the adapter must not lean on one of them. */
class GenesysVariantsTest {
    @ParameterizedTest
    @ValueSource(strings = {"afterAnswer", "beforeAnswer"})
    void firstEventShouldBeTheDialsWhetherItComesBeforeTheAnswerOrAfter(String when) {
        try (GenesysSite site = GenesysSite.open(Map.of("firstEvent", when))) {
            GenesysService service = site.service(Map.of());
            Desk desk = site.ready(service);
            Dial dial = dial(CUSTOMER);
            service.dial(desk.agent(), dial);
            desk.told().untilCall(LifeCycle.CONNECTED);
            CallSnapshot first = desk.told().calls.get(0);
            assertThat(first.lifeCycle()).contains(LifeCycle.INITIATED);
            assertThat(first.causedBy()).isEqualTo(dial.commandId());
            assertThat(first.toAddress()).isEqualTo(CUSTOMER);
        }
    }

    @Test
    void dialShouldBeKnownByItsConversationWhereNoMarkIsSent() {
        try (GenesysSite site = GenesysSite.open(Map.of("firstEvent", "beforeAnswer"))) {
            GenesysService service = site.service(Map.of("correlationKey", ""));
            Desk desk = site.ready(service);
            Dial dial = dial(CUSTOMER);
            service.dial(desk.agent(), dial);
            desk.told().untilCall(LifeCycle.CONNECTED);
            assertThat(desk.told().calls.get(0).causedBy()).isEqualTo(dial.commandId());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "carrierReasons, false, 0102, NO_ANSWER",
        "invalidNumber, dialplan, 0104, INVALID_NUMBER",
        "invalidNumber, uncallable, 0104, INVALID_NUMBER",
        "noAnswerType, system, 0102, NO_ANSWER",
        "busyType, system, 0101, BUSY"
    })
    void failuresShouldBeToldApartHoweverTheCarrierPutsThem(String rule, String value, String digits, Reason reason) {
        try (GenesysSite site = GenesysSite.open(Map.of(rule, value))) {
            GenesysService service = site.service(Map.of());
            Desk desk = site.ready(service);
            service.dial(desk.agent(), dial("+1312555" + digits));
            CallSnapshot failed = desk.told().untilCall(told -> is(told, LifeCycle.FAILED));
            assertThat(failed.reason()).contains(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"straightToTerminated, true", "agentLegDials, false", "farRings, true", "wrapupPrompt, mandatory"})
    void callShouldGoToItsWrapUpAndItsEnd(String rule, String value) {
        try (GenesysSite site = GenesysSite.open(Map.of(rule, value))) {
            GenesysService service = site.service(Map.of());
            Desk desk = site.ready(service);
            CallSnapshot call = talking(service, desk);
            site.farEnd(call.id(), "hangup");
            CallSnapshot over = desk.told().untilCall(told -> is(told, LifeCycle.WRAP_UP));
            assertThat(over.reason()).contains(Reason.REMOTE_HANGUP);
            String outcome = service.wrapUpReasons(desk.agent()).get(0).id();
            service.wrapUp(desk.agent(), order(call.id(), Map.of("wrapup", outcome)));
            desk.told().untilCall(told -> is(told, LifeCycle.ENDED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"far", "own", "either"})
    void digitsShouldFindTheLegThatTakesThem(String leg) {
        try (GenesysSite site = GenesysSite.open(Map.of("digitsAt", leg))) {
            GenesysService service = site.service(Map.of());
            Desk desk = site.ready(service);
            CallSnapshot call = talking(service, desk);
            service.sendDtmf(desk.agent(), order(call.id(), Map.of("digits", "1")));
            assertThat(desk.told().failures).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "replace"})
    void variablesThatAreNotNamedShouldStay(String rule) {
        try (GenesysSite site = GenesysSite.open(Map.of("attributes", rule))) {
            GenesysService service = site.service(Map.of());
            Desk desk = site.ready(service);
            service.dial(desk.agent(), new Dial("m-vars", CUSTOMER, Map.of("one", "1"), Map.of()));
            CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
            service.updateCallData(desk.agent(), order(call.id(), Map.of("key", "two", "value", "2")));
            CallSnapshot changed = desk.told()
                    .untilNow(call.id(), told -> "2".equals(told.variables().get("two")));
            assertThat(changed.variables()).isEqualTo(Map.of("one", "1", "two", "2"));
            assertThat(changed.causedBy()).isEqualTo("m-vars");
        }
    }

    @Test
    void personalCallShouldHaveNoWrapUp() {
        try (GenesysSite site = GenesysSite.open()) {
            GenesysService service = site.service(Map.of("queue", ""));
            Desk desk = site.ready(service);
            CallSnapshot call = talking(service, desk);
            Order drop = order(call.id(), Map.of());
            service.drop(desk.agent(), drop);
            CallSnapshot over = desk.told().untilCall(told -> is(told, LifeCycle.ENDED));
            assertThat(over.reason()).contains(Reason.AGENT_HANGUP);
            assertThat(desk.told().lives()).doesNotContain(LifeCycle.WRAP_UP);
            assertThat(service.wrapUpReasons(desk.agent())).isEmpty();
        }
    }

    @Test
    void phoneThatNobodyAnswersShouldBeSaidToBeTheAgents() {
        try (GenesysSite site = GenesysSite.open(Map.of("stationTimeout", "300ms"))) {
            GenesysService service = site.service(Map.of());
            Desk desk = site.ready(service);
            site.fault("phone-unanswered", desk.agent(), "\"count\":1");
            service.dial(desk.agent(), dial(CUSTOMER));
            CallSnapshot failed = desk.told().untilCall(told -> is(told, LifeCycle.FAILED));
            assertThat(failed.reason()).contains(Reason.AGENT_PHONE_NO_ANSWER);
        }
    }
}

package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.Five9Site.CUSTOMER;
import static dev.trunkline.vendor.five9.Five9Site.dial;
import static dev.trunkline.vendor.five9.Five9Site.is;
import static dev.trunkline.vendor.five9.Five9Site.on;
import static dev.trunkline.vendor.five9.Five9Site.order;
import static dev.trunkline.vendor.five9.Five9Site.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.vendor.five9.Five9Site.Desk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The points that only a real tenant can settle (sheet 9.4), played both ways: the adapter must not lean on one of them. */
class Five9VariantsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "callInfo=minimal",
                "callInfo=observed",
                "callInfo=full",
                "offered=false",
                "finished=false",
                "firstEvent=beforeAnswer",
                "firstEvent=afterAnswer",
                "dialStatus=204",
                "dialBody=true",
                "controlStatus=204",
                "disposeAnswer=empty",
                "variablesAnswer=call",
                "variablesAnswer=empty",
                "presenceStatus=204",
                "messageIds=false",
                "attachSharesToken=true",
                "farmIdNeeded=true",
                "sessionExpiration=number",
                "strictBodies=true",
                "multipleContacts=ask"
            })
    void callShouldGoFromDialToDispositionBothWays(String rule) {
        try (Five9Site site = Five9Site.open(Map.of(rule.split("=")[0], rule.split("=")[1]))) {
            Five9Service service = site.service(Map.of());
            Desk desk = site.ready(service);
            Dial dial = new Dial("m-variant", CUSTOMER, Map.of("Custom.callVariable1", "A-17"), Map.of());
            service.dial(desk.agent(), dial);
            CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
            assertThat(desk.told().calls.get(0).causedBy()).isEqualTo("m-variant");
            assertThat(call.toAddress()).isEqualTo(CUSTOMER);
            desk.told().untilNow(call.id(), now -> "A-17".equals(now.variables().get("Custom.callVariable1")));
            service.hold(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
            service.retrieve(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.CONNECTED));
            service.drop(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
            service.wrapUp(desk.agent(), order(call.id(), Map.of("ready", true)));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
            assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
        }
    }

    /** A tenant without the method that four clients were seen to use (sheet 4). */
    @Test
    void hangUpShouldBeADispositionWhereThereIsNoOther() {
        try (Five9Site site = Five9Site.open(Map.of("disconnect", "false"))) {
            Five9Service service = site.service(Map.of("hangUp", "DISPOSE"));
            Desk desk = site.ready(service);
            CallSnapshot call = Five9Site.talking(service, desk);
            service.drop(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED) || is(now, LifeCycle.WRAP_UP));
        }
    }

    @ParameterizedTest
    @CsvSource({"RAW, any", "NANP10, nanp10", "E164, e164"})
    void numberShouldBeSentAsTheTenantWantsIt(String ours, String theirs) {
        try (Five9Site site = Five9Site.open(Map.of("numbers", theirs))) {
            Five9Service service = site.service(Map.of("numbers", ours));
            Desk desk = site.ready(service);
            service.dial(desk.agent(), dial("+13125550142"));
            desk.told().untilCall(LifeCycle.CONNECTED);
        }
    }

    @Test
    void tenantMayAllowDialsWithoutACampaign() {
        try (Five9Site site = Five9Site.open(Map.of("campaignNeeded", "false"))) {
            Five9Service service = site.service(Map.of("defaultCampaign", "", "campaignRequired", "false"));
            Desk desk = site.ready(service);
            CallSnapshot call = Five9Site.talking(service, desk);
            service.drop(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
            String outcome = service.wrapUpReasons(desk.agent()).get(0).id();
            service.wrapUp(desk.agent(), order(call.id(), Map.of("wrapup", outcome)));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        }
    }

    /** Nothing but our own setting steps over the list, and that is off. */
    @Test
    void numberThatMustNotBeCalledShouldBeRefusedByThePlatform() {
        try (Five9Site site = Five9Site.open(Map.of("doNotCall", CUSTOMER))) {
            Five9Service service = site.service(Map.of());
            Desk desk = site.ready(service);
            assertThat(refusal(() -> service.dial(desk.agent(), dial(CUSTOMER))).code())
                    .isIn(Code.PLATFORM_REJECTED, Code.DNC_BLOCKED);
            assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"busyEnds, failed, 3125550101", "rejects, wrapUp, 3125550103", "dialErrors, messages, 3125550104"})
    void failureShouldBeSaidHoweverThePlatformPutsIt(String rule, String value, String number) {
        try (Five9Site site = Five9Site.open(Map.of(rule, value))) {
            Five9Service service = site.service(Map.of());
            Desk desk = site.ready(service);
            if (rule.equals("dialErrors")) {
                assertThat(refusal(() -> service.dial(desk.agent(), dial(number)))
                                .code())
                        .isIn(Code.INVALID_NUMBER, Code.PLATFORM_REJECTED);
                return;
            }
            service.dial(desk.agent(), dial(number));
            desk.told()
                    .until(
                            "the failure",
                            told -> !told.failures.isEmpty() || told.lives().contains(LifeCycle.FAILED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cti", "empty", "number"})
    void failureThatSaysLittleShouldStillBeTheDials(String payLoad) {
        try (Five9Site site = Five9Site.open(Map.of("busyEnds", "failed", "makeCallFailed", payLoad))) {
            Five9Service service = site.service(Map.of());
            Desk desk = site.ready(service);
            Dial dial = dial("3125550101");
            service.dial(desk.agent(), dial);
            desk.told().until("the failure", told -> !told.failures.isEmpty());
            assertThat(desk.told().failedCommands).containsExactly(dial.commandId());
        }
    }

    /** The campaign's own time-out ends the wrap-up with a disposition of the system's (sheet 4). */
    @Test
    void wrapUpThatThePlatformEndsShouldBeTheEnd() {
        try (Five9Site site = Five9Site.open(Map.of("wrapUp", "1s"))) {
            Five9Service service = site.service(Map.of());
            Desk desk = site.ready(service);
            CallSnapshot call = Five9Site.talking(service, desk);
            service.drop(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRANSFER", "CONFERENCE"})
    void consultShouldBeBegunAsEitherIsWanted(String as) {
        try (Five9Site site = Five9Site.open()) {
            Five9Service service = site.service(Map.of("consult", as));
            Desk desk = site.ready(service);
            Desk colleague = site.ready(service);
            CallSnapshot call = Five9Site.talking(service, desk);
            service.consult(
                    desk.agent(),
                    order(call.id(), Map.of("toAddress", colleague.agent().extension())));
            CallSnapshot offered =
                    colleague.told().untilCall(now -> now.allowed().contains(Verb.ANSWER));
            service.answer(colleague.agent(), on(offered));
            desk.told()
                    .untilNow(
                            call.id(),
                            now -> is(now, LifeCycle.CONSULTING)
                                    && now.allowed().contains(Verb.TRANSFER));
            service.transfer(desk.agent(), on(call));
            desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP) || is(now, LifeCycle.ENDED));
            colleague.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        }
    }
}

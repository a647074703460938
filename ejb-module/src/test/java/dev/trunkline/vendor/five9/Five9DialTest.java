package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.Five9Site.CUSTOMER;
import static dev.trunkline.vendor.five9.Five9Site.dial;
import static dev.trunkline.vendor.five9.Five9Site.is;
import static dev.trunkline.vendor.five9.Five9Site.order;
import static dev.trunkline.vendor.five9.Five9Site.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.five9.Five9Site.Desk;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dial is dangerous: asked once, whatever is answered, and then looked for (sheet 3.2). Nobody else dials at these sites. */
class Five9DialTest {
    private Five9Site site;
    private Five9Service service;

    @BeforeEach
    void open() {
        site = Five9Site.open();
        service = site.service(Map.of());
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void openWith(Map<String, String> rules, Map<String, String> settings) {
        site.close();
        site = Five9Site.open(rules);
        service = site.service(settings);
    }

    /** Asked so often, by the platform's own count. */
    private long dials() {
        return site.requests("dial");
    }

    @ParameterizedTest
    @CsvSource({
        "3125550104, INVALID_NUMBER, NONE",
        "3125550107, PLATFORM_REJECTED, DOUBTFUL",
        "3125550108, RATE_LIMITED, NONE"
    })
    void dialThatIsRefusedShouldSayWhyAndBeAskedOnce(String number, Code code, Effect effect) {
        Desk desk = site.ready(service);
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(number)));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.effect()).isEqualTo(effect);
        assertThat(dials()).isEqualTo(1);
        assertThat(site.callsTo(desk.agent(), number)).isZero();
    }

    @Test
    void dialWhoseAnswerIsLostShouldBeFoundAmongTheEvents() {
        Desk desk = site.ready(service);
        Dial dial = dial("3125550111");
        assertThat(refusal(() -> service.dial(desk.agent(), dial)).effect()).isEqualTo(Effect.DOUBTFUL);
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        assertThat(call.causedBy()).isEqualTo(dial.commandId());
        assertThat(dials()).isEqualTo(1);
    }

    /** An error that comes after the deed. */
    @Test
    void dialThatWasDoneInSpiteOfAnErrorShouldBeFound() {
        Desk desk = site.ready(service);
        site.fault("error-after", desk.agent(), "\"status\":500,\"count\":1");
        Dial dial = dial(CUSTOMER);
        assertThat(refusal(() -> service.dial(desk.agent(), dial)).effect()).isEqualTo(Effect.DOUBTFUL);
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        assertThat(call.causedBy()).isEqualTo(dial.commandId());
        assertThat(dials()).isEqualTo(1);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isEqualTo(1);
    }

    /** The re-login is for what may be asked twice (sheet 3.5). */
    @ParameterizedTest
    @ValueSource(strings = {"401", "435", "500", "503"})
    void dialShouldBeAskedOnceWhateverIsAnswered(String status) {
        Desk desk = site.ready(service);
        site.fault("error", desk.agent(), "\"status\":" + status + ",\"count\":1");
        refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(dials()).isEqualTo(1);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
    }

    /** 435/5001: the tenant is at another data centre now. */
    @Test
    void dialThatMeetsAMovedTenantShouldNotBeRepeatedThere() {
        Desk desk = site.ready(service);
        site.fault("move", desk.agent(), "\"seconds\":1");
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isNotEqualTo(Code.INTERNAL_ERROR);
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
        assertThat(dials()).isLessThanOrEqualTo(1);
    }

    /** A socket that says nothing: only the platform's list has the call. */
    @Test
    void dialOfWhichNothingIsPushedShouldBeReadFor() {
        Desk desk = site.ready(service);
        site.fault("silent-socket", desk.agent(), "\"seconds\":60");
        Dial dial = dial(CUSTOMER);
        service.dial(desk.agent(), dial);
        CallSnapshot call = desk.told().untilCall(now -> is(now, LifeCycle.CONNECTED));
        assertThat(call.causedBy()).isEqualTo(dial.commandId());
        assertThat(dials()).isEqualTo(1);
    }

    /** Nobody ever learns of it: whoever asked is told after a while that nothing happened, by whom the desk is looked after. */
    @Test
    void dialThatWasTakenAndNotDoneShouldBringNoCall() {
        Desk desk = site.ready(service);
        site.fault("swallow", desk.agent(), "\"count\":1");
        service.dial(desk.agent(), dial(CUSTOMER));
        int read = desk.told().currents.size();
        desk.stream().reread();
        desk.told().until("another reading", told -> told.currents.size() > read);
        assertThat(desk.told().calls).isEmpty();
        assertThat(dials()).isEqualTo(1);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3125550103, rejects", "3125550104, invalidNumber"})
    void refusalThatIsToldLaterShouldBeTheDials(String number, String rule) {
        openWith(Map.of(rule, "failed"), Map.of());
        Desk desk = site.ready(service);
        Dial dial = dial(number);
        service.dial(desk.agent(), dial);
        desk.told().until("the failure", told -> !told.failures.isEmpty());
        assertThat(desk.told().failedCommands).containsExactly(dial.commandId());
        assertThat(desk.told().calls).isEmpty();
        Five9Site.talking(service, desk);
    }

    /** The answer to a dial names no call: two at once could not be told apart (sheet 3.2). */
    @Test
    void secondDialShouldBeRefusedWhileOneIsUnderWay() {
        openWith(Map.of("firstEvent", "beforeAnswer"), Map.of());
        Desk desk = site.ready(service);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> service.dial(desk.agent(), dial("3125550106")));
        desk.told().untilCall(LifeCycle.INITIATED);
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isEqualTo(Code.AGENT_BUSY);
        slow.join();
        desk.told().untilCall(LifeCycle.CONNECTED);
        assertThat(dials()).isEqualTo(1);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
    }

    @Test
    void callOfAnotherKindShouldNotBeTakenForTheDials() {
        Desk desk = site.ready(service);
        site.fault("second-call", desk.agent(), "");
        CallSnapshot other = desk.told().untilCall(now -> true);
        assertThat(other.causedBy()).isEmpty();
    }

    @Test
    void dialShouldNotGoOutBeforeTheSocketIsOpen() {
        Desk desk = site.ready(service);
        site.fault("refuse-stream", desk.agent(), "\"seconds\":600");
        site.fault("cut-stream", desk.agent(), "\"seconds\":600");
        desk.told().untilLink(StreamState.WAITING, 1);
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isEqualTo(Code.LINK_DOWN);
        assertThat(refused.effect()).isEqualTo(Effect.NONE);
        assertThat(dials()).isZero();
    }

    /** His session has begun, and nobody would hear of the call. */
    @Test
    void dialShouldNotGoOutWhileTheFirstSocketIsRefused() {
        Desk desk = site.opening(service, site.agent());
        desk.told().untilLink(StreamState.UP, 1);
        site.fault("refuse-stream", desk.agent(), "\"seconds\":600");
        try {
            service.login(desk.agent(), order("", Map.of()));
            service.setReady(desk.agent(), order("", Map.of()));
        } catch (VendorException deaf) {
            assertThat(deaf.code()).isEqualTo(Code.LINK_DOWN);
        }
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isEqualTo(Code.LINK_DOWN);
        assertThat(refused.effect()).isEqualTo(Effect.NONE);
        assertThat(dials()).isZero();
    }

    @Test
    void dialWithoutACampaignShouldBeRefusedHere() {
        openWith(Map.of(), Map.of("defaultCampaign", ""));
        Desk desk = site.ready(service);
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isEqualTo(Code.CAMPAIGN_REQUIRED);
        assertThat(dials()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void campaignMayBeGivenWithTheDialByNameOrById(boolean name) {
        openWith(Map.of(), Map.of("defaultCampaign", ""));
        Desk desk = site.ready(service);
        String campaign = name ? Five9Site.CAMPAIGN : site.campaignId();
        service.dial(desk.agent(), new Dial("m-1", CUSTOMER, Map.of(), Map.of("campaignId", campaign)));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        assertThat(call.forms().get("Five9")).contains(site.campaignId());
    }

    @Test
    void callerIdShouldBeRefusedAsThePlatformHasNone() {
        Desk desk = site.ready(service);
        Dial dial = new Dial("m-1", CUSTOMER, Map.of(), Map.of("callerId", "18005550100"));
        assertThat(refusal(() -> service.dial(desk.agent(), dial)).code()).isEqualTo(Code.CALLER_ID_NOT_SUPPORTED);
        assertThat(dials()).isZero();
    }

    @Test
    void stationThatIsGoneShouldKeepFromDialling() {
        Desk desk = site.ready(service);
        site.fault("station-gone", desk.agent(), "\"seconds\":600");
        desk.told().until("no phone", told -> told.lastAgent().extension().isEmpty());
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isEqualTo(Code.DEVICE_UNAVAILABLE);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
    }

    @Test
    void agentWithoutThePermissionShouldBeToldSo() {
        Desk desk = site.ready(service);
        site.fault("permission-gone", desk.agent(), "");
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isIn(Code.PLATFORM_REJECTED, Code.FORBIDDEN);
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
    }

    @Test
    void campaignThatWasStoppedShouldBeSaid() {
        Desk desk = site.ready(service);
        site.fault("campaign-stopped", desk.agent(), "");
        VendorException refused = refusal(() -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isIn(Code.PLATFORM_REJECTED, Code.INVALID_DATA);
        assertThat(refused.getMessage()).containsIgnoringCase("campaign");
        assertThat(site.callsTo(desk.agent(), CUSTOMER)).isZero();
    }
}

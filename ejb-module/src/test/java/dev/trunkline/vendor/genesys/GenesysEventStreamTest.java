package dev.trunkline.vendor.genesys;

import static dev.trunkline.vendor.genesys.GenesysSite.CUSTOMER;
import static dev.trunkline.vendor.genesys.GenesysSite.dial;
import static dev.trunkline.vendor.genesys.GenesysSite.is;
import static dev.trunkline.vendor.genesys.GenesysSite.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.genesys.GenesysSite.Desk;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenesysEventStreamTest {
    private static GenesysSite site;
    private static GenesysService service;

    @BeforeAll
    static void open() {
        site = GenesysSite.open(Map.of("heartbeat", "300ms", "closeGrace", "1s"));
        service = site.service(Map.of("silence", "800ms", "pongTimeout", "400ms", "tick", "100ms"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static CallSnapshot talking(Desk desk) {
        return GenesysSite.talking(service, desk);
    }

    @Test
    void streamShouldBeReadBeforeItIsTrusted() {
        Desk desk = site.ready(service);
        assertThat(desk.told().links).containsExactly(StreamState.CONNECTING, StreamState.READING, StreamState.UP);
        assertThat(desk.told().currents).isNotEmpty();
    }

    @Test
    void changesWhileTheStreamWasAwayShouldBeFoundWhenItIsBack() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("cut-stream", desk.agent(), "\"seconds\":1");
        desk.told().untilLink(StreamState.WAITING, 1);
        site.farEnd(call.id(), "hangup");
        desk.told().untilLink(StreamState.UP, 2);
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent-channel", "duplicate-events", "reorder-events"})
    void callShouldBeRightInTheEndWhateverBecomesOfItsSnapshots(String kind) {
        Desk desk = site.ready(service);
        site.fault(kind, desk.agent(), "\"seconds\":3");
        service.dial(desk.agent(), dial(CUSTOMER));
        CallSnapshot call = desk.told().untilAny(now -> is(now, LifeCycle.CONNECTED));
        desk.told().open = Set.of(call.id());
        service.hold(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
    }

    /** It is in no list any more when the platform is asked. */
    @Test
    void dialThatCameAndWentUnheardShouldBeFound() {
        Desk desk = site.ready(service);
        site.fault("silent-channel", desk.agent(), "\"seconds\":60");
        service.dial(desk.agent(), dial("+13125550101"));
        desk.told().open = Set.of(desk.told().untilCall(now -> true).id());
        CallSnapshot failed = desk.told().untilCall(now -> is(now, LifeCycle.FAILED));
        assertThat(failed.reason()).contains(Reason.BUSY);
    }

    @Test
    void connectionThatIsDeadWithoutAWordShouldBeReplaced() {
        Desk desk = site.ready(service);
        site.fault("half-open", desk.agent(), "\"seconds\":3");
        desk.told().untilLink(StreamState.WAITING, 1);
        desk.told().untilLink(StreamState.UP, 2);
    }

    @Test
    void socketThatWillBeClosedShouldBeReplacedBeforeThat() {
        Desk desk = site.ready(service);
        int read = desk.told().currents.size();
        site.fault("socket-closing", desk.agent(), "");
        desk.told().until("read over the new socket", told -> told.currents.size() > read);
        CallSnapshot call = talking(desk);
        assertThat(call.id()).isNotEmpty();
        assertThat(desk.told().links).doesNotContain(StreamState.WAITING);
    }

    @Test
    void channelThatIsGoneShouldBeMadeAnew() {
        Desk desk = site.ready(service);
        site.fault("evict-channel", desk.agent(), "");
        desk.told().untilLink(StreamState.UP, 2);
        talking(desk);
    }

    @Test
    void tokenThatHasEndedShouldBeRenewedAndItsSuccessorHandedOn() {
        Desk desk = site.ready(service);
        int known = desk.told().credentials.size();
        assertThat(known).as("the first refresh token rotates").isEqualTo(1);
        site.fault("expire-token", desk.agent(), "");
        CallSnapshot call = talking(desk);
        assertThat(call.id()).isNotEmpty();
        assertThat(desk.told().credentials).hasSize(2);
        assertThat(desk.told().credentials.get(1).reveal())
                .startsWith("refresh:")
                .isNotEqualTo(desk.told().credentials.get(0).reveal());
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expire-auth", "revoke-token"})
    void signInThatHasEndedShouldBeSaid(String kind) {
        Desk desk = site.ready(service);
        site.fault(kind, desk.agent(), "");
        desk.stream().reread();
        desk.told()
                .until(
                        "refused or renewed",
                        told -> told.links.contains(StreamState.REFUSED) || told.credentials.size() > 1);
        if (kind.equals("expire-auth")) {
            assertThat(desk.told().links).contains(StreamState.REFUSED);
            assertThat(desk.told().whys).extracting(VendorException::code).contains(Code.AUTH_EXPIRED);
        }
    }

    @Test
    void unknownStateAndGarbageShouldNotStopTheStream() {
        Desk desk = site.ready(service);
        site.fault("unknown-state", desk.agent(), "\"seconds\":1");
        site.fault("garbage", desk.agent(), "\"text\":\"{nonsense\"");
        talking(desk);
    }

    @Test
    void stationThatIsLostShouldBeToldAndKeepFromDialling() {
        Desk desk = site.ready(service);
        site.fault("station-lost", desk.agent(), "");
        desk.stream().reread();
        desk.told().until("no phone", told -> told.lastAgent().extension().isEmpty());
        AgentSnapshot agent = desk.told().lastAgent();
        assertThat(agent.extension()).isEmpty();
        VendorException refused =
                catchThrowableOfType(VendorException.class, () -> service.dial(desk.agent(), dial(CUSTOMER)));
        assertThat(refused.code()).isEqualTo(Code.DEVICE_UNAVAILABLE);
        assertThat(site.callsTo(desk.agent(), "3125550142")).isZero();
    }

    @Test
    void thirdLegShouldNotBeTakenForTheCustomer() {
        Desk desk = site.ready(service);
        CallSnapshot call = talking(desk);
        site.fault("third-leg", desk.agent(), "");
        desk.stream().reread();
        service.hold(desk.agent(), order(call.id(), Map.of()));
        CallSnapshot held = desk.told().untilNow(call.id(), now -> is(now, LifeCycle.HELD));
        assertThat(held.toAddress()).isEqualTo(CUSTOMER);
    }

    @Test
    void closedStreamShouldTellNothingMore() {
        Desk desk = site.ready(service);
        desk.stream().close();
        assertThat(desk.stream().state()).isEqualTo(StreamState.CLOSED);
        desk.stream().reread();
        assertThat(desk.told().links).doesNotContain(StreamState.CLOSED);
    }

    @Test
    void channelOfBeforeARestartShouldBeTakenAgain() {
        Desk desk = site.ready(service);
        GenesysClient client = service.client;
        int before = client.channels(desk.agent()).size();
        desk.stream().close();
        Desk again = site.opening(site.service(Map.of()), desk.agent());
        again.told().untilLink(StreamState.UP, 1);
        assertThat(client.channels(desk.agent())).hasSize(before);
    }
}

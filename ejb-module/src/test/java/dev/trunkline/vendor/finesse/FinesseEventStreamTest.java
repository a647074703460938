package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.FinesseSite.dial;
import static dev.trunkline.vendor.finesse.FinesseSite.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.simulator.Fault;
import dev.trunkline.vendor.finesse.FinesseSite.Desk;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinesseEventStreamTest {
    /** Sheet 2.1. */
    private static final int BURST_A_SECOND = 500;

    private static final double BURST_SECONDS = 20;
    private static final int READINGS = 40;
    private static final int WRONG_PASSWORDS_THAT_LOCK = 5;

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
    void openShouldReadBeforeItTrustsEvents() {
        Desk desk = site.opening(service, site.agent());
        desk.told().untilLink(StreamState.UP, 1);
        assertThat(desk.told().links).containsExactly(StreamState.CONNECTING, StreamState.READING, StreamState.UP);
        assertThat(desk.told().currents).startsWith(List.of());
        assertThat(desk.stream().state()).isEqualTo(StreamState.UP);
    }

    @Test
    void wrongPasswordShouldBeRefusedOnceAndNeverTriedAgain() {
        AgentSession known = site.agent();
        Desk desk = site.opening(service, FinesseSite.agent(known.username(), known.extension(), "wrong"));
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(desk.told().links).containsExactly(StreamState.CONNECTING, StreamState.REFUSED);
        assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.AUTH_EXPIRED);
    }

    @Test
    void lockedAccountShouldBeRefusedOnceEvenWithTheRightPassword() {
        AgentSession known = site.agent();
        for (int wrong = 1; wrong <= WRONG_PASSWORDS_THAT_LOCK; wrong++) {
            Desk desk = site.opening(service, FinesseSite.agent(known.username(), known.extension(), "wrong"));
            desk.told().untilLink(StreamState.REFUSED, 1);
        }
        Desk desk = site.opening(service, known);
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(desk.told().links).containsExactly(StreamState.CONNECTING, StreamState.REFUSED);
        assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.AUTH_EXPIRED);
    }

    @Test
    void passwordThatEndsWhileConnectedShouldRefuseTheNextConnect() {
        Desk desk = site.signedIn(service);
        inject(Fault.of("expire-auth"), desk);
        inject(Fault.of("cut-stream"), desk);
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(last(desk).code()).isEqualTo(Code.AUTH_EXPIRED);
    }

    @Test
    void cutConnectionShouldComeBackWithTheCallThatIsStillThere() {
        Desk desk = site.signedIn(service);
        CallSnapshot call = talking(desk);
        desk.told().open = Set.of(call.id());
        inject(Fault.of("cut-stream"), desk);
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(desk.told().links)
                .endsWith(StreamState.WAITING, StreamState.CONNECTING, StreamState.READING, StreamState.UP);
        assertThat(last(desk).code()).isEqualTo(Code.LINK_DOWN);
        assertThat(lastCurrent(desk)).extracting(CallSnapshot::id).containsExactly(call.id());
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.WRAP_UP);
    }

    @Test
    void callThatEndedWhileWeWereAwayShouldBeMissingAfterwards() {
        Desk desk = site.signedIn(service);
        CallSnapshot call = talking(desk);
        desk.told().open = Set.of(call.id());
        inject(Fault.of("refuse-stream").lasting(1), desk);
        inject(Fault.of("cut-stream"), desk);
        desk.told().untilLink(StreamState.WAITING, 1);
        service.drop(desk.agent(), order(call.id(), Map.of()));
        service.wrapUp(desk.agent(), order(call.id(), Map.of("ready", true)));
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(lastCurrent(desk)).isEmpty();
        desk.told().untilAgent(AgentState.READY);
    }

    @Test
    void refusedConnectionShouldBeTriedUntilItIsTaken() {
        AgentSession agent = site.agent();
        site.finesse().inject(Fault.of("refuse-stream").lasting(1).onlyFor(agent.username()));
        Desk desk = site.opening(service, agent);
        desk.told().untilLink(StreamState.UP, 1);
        assertThat(desk.told().links).contains(StreamState.WAITING);
    }

    @Test
    void silentConnectionShouldBeFoundDeadByPing() {
        Desk desk = site.signedIn(site.service(Map.of("pingInterval", "150ms")));
        inject(Fault.of("half-open").lasting(2), desk);
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.LINK_DOWN);
    }

    @Test
    void conflictShouldEndTheStreamForGood() {
        Desk desk = site.signedIn(service);
        inject(Fault.of("conflict"), desk);
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(last(desk).code()).isEqualTo(Code.LINK_DOWN);
        assertThat(last(desk).getMessage()).contains("conflict");
        assertThat(desk.stream().state()).isEqualTo(StreamState.REFUSED);
    }

    @Test
    void secondConnectionOfTheSameAgentShouldTakeOverFromTheFirst() {
        Desk first = site.signedIn(service);
        Desk second = site.opening(service, first.agent());
        second.told().untilLink(StreamState.UP, 1);
        first.told().untilLink(StreamState.REFUSED, 1);
        assertThat(second.told().links).doesNotContain(StreamState.WAITING);
    }

    @Test
    void shutDownOfTheServerShouldBeSurvived() {
        Desk desk = site.signedIn(service);
        inject(Fault.of("system-shutdown"), desk);
        desk.told().untilLink(StreamState.UP, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Update><data><dialog><state>ACTIVE</state></dialog></data><event>PUT</event></Update>",
                "<Update><data>",
                "no XML at all",
                "<!DOCTYPE u [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Update>&e;</Update>",
                ""
            })
    void messageThatCannotBeReadShouldNotStopTheNext(String garbage) {
        Desk desk = site.signedIn(service);
        inject(Fault.of("garbage").withText(garbage, false), desk);
        service.setReady(desk.agent(), order());
        desk.told().untilAgent(AgentState.READY);
        assertThat(desk.told().links).containsOnlyOnce(StreamState.UP).doesNotContain(StreamState.WAITING);
    }

    @Test
    void streamThatIsNoXmppShouldBeConnectedAgain() {
        Desk desk = site.signedIn(service);
        inject(Fault.of("garbage").withText("<<<&", true), desk);
        desk.told().untilLink(StreamState.UP, 2);
    }

    @Test
    void repeatedAndReorderedEventsShouldNotBeLost() {
        Desk desk = site.signedIn(service);
        inject(Fault.of("duplicate-events").lasting(3), desk);
        CallSnapshot call = talking(desk);
        service.drop(desk.agent(), order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.WRAP_UP);
        Set<String> facts =
                Set.copyOf(desk.told().calls.stream().map(CallSnapshot::facts).toList());
        assertThat(facts).hasSizeLessThan(desk.told().calls.size());
    }

    @Test
    void nodeThatIsNotInServiceShouldBeAskedAgainUntilItIs() {
        try (FinesseSite other = FinesseSite.open()) {
            other.finesse().inject(Fault.of("out-of-service").lasting(1));
            Desk desk = other.opening(other.service(Map.of()), other.agent());
            desk.told().untilLink(StreamState.WAITING, 1);
            assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.PLATFORM_UNAVAILABLE);
            desk.told().untilLink(StreamState.UP, 1);
        }
    }

    @Test
    void webApplicationThatComesBackShouldBeReadAgain() {
        try (FinesseSite other = FinesseSite.open()) {
            Desk desk = other.signedIn(other.service(Map.of()));
            int before = desk.told().currents.size();
            other.finesse().inject(Fault.of("web-down").lasting(1));
            desk.told().until("another reading", told -> told.currents.size() > before);
            assertThat(desk.told().links).doesNotContain(StreamState.WAITING);
        }
    }

    @Test
    void secondNodeShouldBeUsedWhenTheFirstDoesNotAnswer() {
        String nobody = "https://localhost:1";
        FinesseService both =
                site.service(Map.of("url", nobody, "secondUrl", site.finesse().restUrl()));
        Desk desk = site.signedIn(both);
        assertThat(desk.told().links).doesNotContain(StreamState.WAITING);
    }

    @Test
    void agentShouldBeSignedInAgainOnTheOtherNode() {
        try (FinesseSite first = FinesseSite.open();
                FinesseSite other = FinesseSite.openBeside(first)) {
            String second = other.finesse().restUrl();
            Desk desk = first.signedIn(first.service(Map.of("secondUrl", second)));
            first.simulators.close();
            desk.told().untilLink(StreamState.UP, 2);
            desk.told().untilAgent(AgentState.NOT_READY);
            assertThat(other.finesse().sessions()).hasSize(1);
        }
    }

    @Test
    void certificateThatIsNotTrustedShouldLetNothingThrough() {
        Desk desk = site.opening(site.service(Map.of("trustStore", "")), site.agent());
        desk.told().untilLink(StreamState.WAITING, 2);
        assertThat(last(desk).code()).isEqualTo(Code.PLATFORM_UNAVAILABLE);
    }

    @Test
    void trustStoreMayComeLaterThanWeDo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("trust.p12");
        FinesseService later = site.service(Map.of("trustStore", file.toString(), "trustStorePassword", "changeit"));
        assertThat(later.configured()).isTrue();
        Desk desk = site.opening(later, site.agent());
        desk.told().untilLink(StreamState.WAITING, 1);
        assertThat(last(desk).code()).isEqualTo(Code.PLATFORM_UNAVAILABLE);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("finesse", site.simulators.certificate());
        Path written = folder.resolve("written.p12");
        try (OutputStream out = Files.newOutputStream(written)) {
            store.store(out, "changeit".toCharArray());
        }
        Files.move(written, file);
        desk.told().untilLink(StreamState.UP, 1);
    }

    @Test
    void rereadShouldTellWhatIsThereNow() {
        Desk desk = site.signedIn(service);
        CallSnapshot call = talking(desk);
        int before = desk.told().currents.size();
        desk.stream().reread();
        desk.told().until("a second reading", told -> told.currents.size() > before);
        assertThat(desk.told().currents.get(before))
                .extracting(CallSnapshot::id)
                .containsExactly(call.id());
        assertThat(desk.told().links).containsOnlyOnce(StreamState.UP);
    }

    /** Right after a transfer Finesse may say so before it has told that the call is gone. */
    @Test
    void callThatIsSomebodyElsesByNowShouldNotEndTheSignIn() {
        Desk desk = site.signedIn(service);
        CallSnapshot call = talking(site.signedIn(service));
        desk.told().open = Set.of(call.id());
        int before = desk.told().currents.size();
        desk.stream().reread();
        desk.told().until("the reading", told -> told.currents.size() > before);
        assertThat(lastCurrent(desk)).isEmpty();
        assertThat(desk.stream().state()).isEqualTo(StreamState.UP);
    }

    /** What is on its way when Finesse is read must not be told after what was read. */
    @Test
    void readingShouldNotTurnACallBack() {
        Desk desk = site.signedIn(service);
        CallSnapshot call = talking(desk);
        desk.told().open = Set.of(call.id());
        inject(Fault.of("change-burst").atRate(BURST_A_SECOND).lasting(BURST_SECONDS), desk);
        for (int i = 1; i <= READINGS; i++) {
            int readings = desk.told().currents.size();
            if (i % 4 == 0) {
                inject(Fault.of("cut-stream"), desk);
            } else {
                desk.stream().reread();
            }
            desk.told().until("a reading", told -> told.currents.size() > readings);
        }
        List<Integer> changes = desk.told().spoken().stream()
                .map(told -> told.variables().values().stream()
                        .filter(value -> value.startsWith("change "))
                        .findFirst()
                        .map(value -> Integer.valueOf(value.split(" ")[1]))
                        .orElse(0))
                .toList();
        assertThat(changes).isSorted().hasSizeGreaterThan(READINGS);
    }

    @Test
    void endThatIsPushedWhileWeReadShouldBeToldAsAnEnd() {
        try (FinesseSite other = FinesseSite.open("wrapUpOnOutgoing", "notAllowed")) {
            FinesseService there = other.service(Map.of());
            Desk desk = other.signedIn(there);
            there.dial(desk.agent(), dial("+13125550142"));
            CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
            desk.told().open = Set.of(call.id());
            int before = desk.told().currents.size();
            other.finesse().inject(Fault.of("slow").lasting(0.5));
            desk.stream().reread();
            other.finesse().farEnd(call.id(), "hangup");
            desk.told().until("the reading", told -> told.currents.size() > before);
            assertThat(lastCurrent(desk)).isEmpty();
            assertThat(desk.told().lastCall().lifeCycle()).contains(LifeCycle.ENDED);
        }
    }

    @Test
    void closedStreamShouldTellNothingMoreAndLeaveThePlatform() {
        Desk desk = site.signedIn(service);
        desk.stream().close();
        desk.stream().close();
        assertThat(desk.stream().state()).isEqualTo(StreamState.CLOSED);
        Desk next = site.opening(service, desk.agent());
        next.told().untilLink(StreamState.UP, 1);
        int before = desk.told().agents.size();
        service.setReady(desk.agent(), order());
        next.told().untilAgent(AgentState.READY);
        assertThat(desk.told().agents).hasSize(before);
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED, StreamState.WAITING);
    }

    private static void inject(Fault fault, Desk desk) {
        site.finesse().inject(fault.onlyFor(desk.agent().username()));
    }

    private static CallSnapshot talking(Desk desk) {
        service.dial(desk.agent(), dial("+13125550142"));
        return desk.told().untilCall(LifeCycle.CONNECTED);
    }

    private static List<CallSnapshot> lastCurrent(Desk desk) {
        return desk.told().currents.get(desk.told().currents.size() - 1);
    }

    private static VendorException last(Desk desk) {
        return desk.told().whys.get(desk.told().whys.size() - 1);
    }
}

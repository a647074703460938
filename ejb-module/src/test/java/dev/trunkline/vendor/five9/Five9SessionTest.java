package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.Five9Site.CUSTOMER;
import static dev.trunkline.vendor.five9.Five9Site.dial;
import static dev.trunkline.vendor.five9.Five9Site.is;
import static dev.trunkline.vendor.five9.Five9Site.on;
import static dev.trunkline.vendor.five9.Five9Site.order;
import static dev.trunkline.vendor.five9.Five9Site.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.five9.Five9Site.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From log-in to {@code WORKING} (sheet 2): in sessions of our own, and beside the agent's own desktop. */
class Five9SessionTest {
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

    // ---- log-in

    @Test
    void wrongPasswordShouldBeTheSignInsFaultAndTriedOnce() {
        try (Five9Site other = Five9Site.open()) { // nobody else logs in there
            Desk desk = other.opening(other.service(Map.of()), Five9Site.agent("agent0001", "20001", "quite-wrong"));
            desk.told().untilLink(StreamState.REFUSED, 1);
            assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.AUTH_EXPIRED);
            assertThat(other.requests("log-ins")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void secondLoginWithAnotherPasswordShouldBeRefused() {
        Desk desk = site.ready(service);
        AgentSession wrong =
                Five9Site.agent(desk.agent().key().agent(), desk.agent().extension(), "quite-wrong");
        assertThat(refusal(() -> service.login(wrong, order("", Map.of()))).code())
                .isEqualTo(Code.AUTH_EXPIRED);
        Five9Site.talking(service, desk);
    }

    /** The password would be cut short or turned into another one on its way. */
    @Test
    void passwordThatCannotBeSaidShouldBeRefusedWithoutATry() {
        try (Five9Site other = Five9Site.open()) {
            Desk desk =
                    other.opening(other.service(Map.of()), Five9Site.agent("agent0001", "20001", "secret \uD800 half"));
            desk.told().untilLink(StreamState.REFUSED, 1);
            assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.INVALID_DATA);
            assertThat(other.requests("log-ins")).isZero();
        }
    }

    /** What a response names is where the agent's token will be sent (sheet 1.1). */
    @Test
    void dataCentreThatIsNotAllowedShouldGetNoToken() {
        try (Five9Site other = Five9Site.open()) {
            Five9Service ours = other.service(Map.of("allowedHosts", ".five9.com"));
            Desk desk = other.opening(ours, other.agent());
            desk.told().until("the refusal", told -> !told.whys.isEmpty());
            assertThat(desk.told().links).doesNotContain(StreamState.UP);
            assertThat(other.requests("sockets")).isZero();
        }
    }

    /** For a moment the data centre does not know the session that the log-in host has begun (sheet 2.2). */
    @Test
    void sessionThatSpreadsLateShouldBeWaitedFor() {
        AgentSession agent = site.agent();
        site.fault("late-login", agent, "\"seconds\":2");
        Desk desk = site.opening(service, agent);
        desk.told().untilLink(StreamState.UP, 1);
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOTH", "HEADERS", "COOKIES"})
    void signInShouldBeShownInTheStyleThatIsChosen(String style) {
        try (Five9Site other =
                Five9Site.open(Map.of("accepts", style.equals("BOTH") ? "both" : style.toLowerCase(Locale.ROOT)))) {
            Five9Service ours = other.service(Map.of("authStyle", style));
            Five9Site.talking(ours, other.ready(ours));
        }
    }

    // ---- the states of a log-in

    @ParameterizedTest
    @ValueSource(strings = {"notices=2", "notices=1,noticesAfterStart=true", "selectSkills=true"})
    void whatStandsBeforeTheWorkShouldBeDone(String rules) {
        Map<String, String> all = new HashMap<>();
        List.of(rules.split(",")).forEach(rule -> all.put(rule.split("=")[0], rule.split("=")[1]));
        try (Five9Site other = Five9Site.open(all)) {
            Five9Service ours = other.service(Map.of());
            Five9Site.talking(ours, other.ready(ours));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice", "select-skills", "relogin"})
    void whatComesBetweenDuringTheWorkShouldBeDone(String kind) {
        Desk desk = site.ready(service);
        site.fault(kind, desk.agent(), "\"count\":1");
        service.setReady(desk.agent(), order("", Map.of()));
        desk.told().untilAgent(AgentState.READY);
        Five9Site.talking(service, desk);
    }

    @Test
    void agentWhoIsPutOutShouldBeSeenToBe() {
        Desk desk = site.ready(service);
        site.fault("logged-out", desk.agent(), "");
        desk.told()
                .until(
                        "out, by his state or by his link",
                        told -> told.lastAgent().state() == AgentState.LOGGED_OUT
                                || told.links.contains(StreamState.REFUSED));
    }

    @Test
    void agentWhomSomebodyMakesNotReadyShouldBeSeenToBe() {
        Desk desk = site.ready(service);
        site.fault("not-ready", desk.agent(), "");
        desk.told().untilAgent(AgentState.NOT_READY);
        VendorException refused =
                refusal(() -> service.logout(desk.agent(), order("", Map.of("reasonCodeId", "none such"))));
        assertThat(refused.code()).isEqualTo(Code.INVALID_DATA);
    }

    // ---- beside the agent's own desktop

    private static Five9Service attached() {
        return site.service(Map.of("mode", "ATTACH"));
    }

    @Test
    void agentAtHisDesktopShouldBeJoinedAndLeftAsHeIs() {
        AgentSession agent = site.agent();
        Five9Desktop desktop = site.desktop(agent).begin().ready();
        Five9Service ours = attached();
        Desk desk = site.opening(ours, agent);
        desk.told().untilAgent(AgentState.READY);
        ours.login(agent, order("", Map.of()));
        CallSnapshot call = Five9Site.talking(ours, desk);
        ours.drop(agent, on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.WRAP_UP));
        ours.wrapUp(agent, on(call));
        desk.told().untilNow(call.id(), now -> is(now, LifeCycle.ENDED));
        ours.logout(agent, order("", Map.of()));
        desk.stream().close();
        assertThat(desktop.loginState()).as("his session is his").isEqualTo("WORKING");
    }

    @Test
    void agentWhoIsAtNoDesktopShouldNotBePutAtOne() {
        AgentSession agent = site.agent();
        Five9Service ours = attached();
        Desk desk = site.opening(ours, agent);
        desk.told().untilLink(StreamState.UP, 1);
        assertThat(refusal(() -> ours.login(agent, order("", Map.of()))).code())
                .isIn(Code.NOT_LOGGED_IN, Code.INVALID_STATE, Code.DEVICE_UNAVAILABLE);
        VendorException refused = refusal(() -> ours.dial(agent, dial(CUSTOMER)));
        assertThat(refused.code()).isIn(Code.NOT_LOGGED_IN, Code.INVALID_STATE, Code.DEVICE_UNAVAILABLE);
        assertThat(desk.told().lastAgent().state()).isEqualTo(AgentState.LOGGED_OUT);
    }

    @Test
    void notReadyOfHisDesktopShouldBeTold() {
        AgentSession agent = site.agent();
        Five9Desktop desktop = site.desktop(agent).begin();
        Desk desk = site.opening(attached(), agent);
        desk.told().untilAgent(AgentState.NOT_READY);
        desktop.ready();
        desk.told().untilAgent(AgentState.READY);
    }
}

package dev.trunkline.vendor.finesse;

import static dev.trunkline.vendor.finesse.FinesseSite.dial;
import static dev.trunkline.vendor.finesse.FinesseSite.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.simulator.Fault;
import dev.trunkline.vendor.finesse.FinesseSite.Desk;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Single sign-on: the credential is a token (sheet 2.1 to 2.3). */
class FinesseTokenTest {
    private static FinesseSite site;
    private static FinesseService service;

    @BeforeAll
    static void open() {
        site = FinesseSite.open("authMode", "sso");
        service = site.service(Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void tokenShouldDoForRestAndXmpp() {
        Desk desk = signedIn();
        service.dial(desk.agent(), dial("+13125550142"));
        desk.told().untilCall(LifeCycle.CONNECTED);
    }

    @Test
    void expiredTokenShouldBeSaidAndANewOneBeTaken() {
        Desk desk = signedIn();
        service.dial(desk.agent(), dial("+13125550142"));
        CallSnapshot call = desk.told().untilCall(LifeCycle.CONNECTED);
        inject("expire-auth", desk);
        VendorException e = catchThrowableOfType(
                VendorException.class, () -> service.hold(desk.agent(), order(call.id(), Map.of())));
        assertThat(e.code()).isEqualTo(Code.AUTH_EXPIRED);
        AgentSession renewed = withToken(desk.agent());
        desk.stream().renew(renewed);
        desk.told().until("the link stands", told -> desk.stream().state() == StreamState.UP);
        service.hold(renewed, order(call.id(), Map.of()));
        desk.told().untilCall(LifeCycle.HELD);
        int before = desk.told().currents.size();
        desk.stream().reread();
        desk.told().until("a reading with the new token", told -> told.currents.size() > before);
        inject("cut-stream", desk);
        desk.told().untilLink(StreamState.UP, 2);
        assertThat(desk.told().links).doesNotContain(StreamState.REFUSED);
    }

    @Test
    void tokenThatNobodyRenewsShouldEndTheStreamWhenItIsReadWith() {
        Desk desk = signedIn();
        inject("expire-auth", desk);
        desk.stream().reread();
        desk.told().untilLink(StreamState.REFUSED, 1);
        assertThat(desk.told().whys.get(0).code()).isEqualTo(Code.AUTH_EXPIRED);
    }

    @Test
    void passwordShouldStillDoWhereBothAreAllowed() {
        try (FinesseSite hybrid = FinesseSite.open("authMode", "hybrid")) {
            FinesseService both = hybrid.service(Map.of());
            hybrid.signedIn(both);
            AgentSession agent = hybrid.agent();
            String token = hybrid.finesse().token(agent.username());
            Desk desk = hybrid.opening(both, with(agent, token));
            desk.told().untilLink(StreamState.UP, 1);
            assertThat(desk.told().links).doesNotContain(StreamState.WAITING);
        }
    }

    @Test
    void schemeShouldBeWhatTheSiteSaysWhereItDoes() {
        Desk desk = site.opening(site.service(Map.of("authMode", "basic")), withToken(site.agent()));
        desk.told().untilLink(StreamState.REFUSED, 1);
    }

    private static Desk signedIn() {
        Desk desk = site.opening(service, withToken(site.agent()));
        desk.told().untilLink(StreamState.UP, 1);
        service.login(desk.agent(), order());
        desk.told().untilAgent(AgentState.NOT_READY);
        return desk;
    }

    private static void inject(String kind, Desk desk) {
        site.finesse().inject(Fault.of(kind).onlyFor(desk.agent().username()));
    }

    private static AgentSession withToken(AgentSession agent) {
        return with(agent, site.finesse().token(agent.username()));
    }

    private static AgentSession with(AgentSession agent, String token) {
        return new AgentSession(
                agent.key(),
                agent.vendor(),
                agent.username(),
                agent.extension(),
                agent.device(),
                new Credential(token));
    }
}

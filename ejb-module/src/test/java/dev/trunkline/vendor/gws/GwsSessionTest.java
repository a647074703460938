package dev.trunkline.vendor.gws;

import static dev.trunkline.vendor.gws.GwsSite.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.VendorException.Effect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GwsSessionTest {
    private static final URI HERE = URI.create("https://gws.example.net:8090/api/v2/me");

    private final GwsSession session = new GwsSession();

    @Test
    void cookiesShouldComeBackTogether() {
        session.keep(session.signIns(), HERE, List.of("JSESSIONID=s1; Path=/; HttpOnly", "AWSELB=node-2; Path=/"));
        assertThat(session.cookies(HERE).split("; ")).containsExactlyInAnyOrder("JSESSIONID=s1", "AWSELB=node-2");
        session.keep(session.signIns(), HERE, List.of("JSESSIONID=s2; Path=/; HttpOnly"));
        assertThat(session.cookies(HERE)).contains("JSESSIONID=s2").doesNotContain("s1");
        session.keep(session.signIns(), HERE, List.of("JSESSIONID=; Path=/; Max-Age=0"));
        assertThat(session.cookies(HERE)).isEqualTo("AWSELB=node-2");
    }

    @Test
    void newSessionShouldKeepNothingOfTheOneBefore() {
        session.keep(session.signIns(), HERE, List.of("JSESSIONID=s1; Path=/"));
        session.keepToken(session.signIns(), Optional.of("X-CSRF-TOKEN"), Optional.of("t1"));
        session.begin();
        assertThat(session.cookies(HERE)).isEmpty();
        assertThat(session.token()).isEmpty();
        assertThat(session.signIns()).isEqualTo(1);
    }

    /** As load balancers want it, not as RFC 2965 does. */
    @Test
    void cookieShouldGoBackAsItCame() {
        session.keep(session.signIns(), HERE, List.of("SERVERID=node-2; Path=/; Max-Age=3600; Domain=gws.example.net"));
        assertThat(session.cookies(HERE)).isEqualTo("SERVERID=node-2");
    }

    @Test
    void lateAnswerOfTheSessionBeforeShouldLeaveNothing() {
        session.begin();
        int before = session.signIns();
        session.begin();
        session.keep(before, HERE, List.of("JSESSIONID=nobodys; Path=/"));
        session.keepToken(before, Optional.of("X-CSRF-TOKEN"), Optional.of("old"));
        assertThat(session.cookies(HERE)).isEmpty();
        assertThat(session.token()).isEmpty();
    }

    @Test
    void newBrowserShouldKeepTheSession() {
        session.keep(session.signIns(), HERE, List.of("JSESSIONID=s1; Path=/", "BAYEUX_BROWSER=b1; Path=/"));
        session.newBrowser();
        assertThat(session.cookies(HERE)).isEqualTo("JSESSIONID=s1");
    }

    @Test
    void passwordShouldBeWrittenInThePlatformsCharset() {
        assertThat(GwsSession.basic(CallFixture.AGENT)).isEqualTo("Basic YWxpY2U6eA==");
    }

    private static AgentSession agent(String name, String password) {
        AgentSession some = CallFixture.AGENT;
        return new AgentSession(some.key(), some.vendor(), name, some.extension(), "", new Credential(password));
    }

    /** As {@code ?} they would be a wrong try, which counts towards a lock-out. */
    @Test
    void whatThatCharsetCannotSayShouldBeRefusedWithoutATry() {
        assertThat(GwsSession.basic(agent("alice", "Gr\u00fc\u00dfe")))
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString("alice:Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(refusal(() -> GwsSession.basic(agent("alice", "\u20ac-sign"))))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.INVALID_DATA))
                .satisfies(
                        refused -> assertThat(GwsErrorMapper.isFinal(refused)).isTrue())
                .satisfies(refused -> assertThat(refused.effect()).isEqualTo(Effect.NONE))
                .hasMessageContaining("password: Genesys")
                .hasMessageNotContaining("\u20ac");
        assertThat(refusal(() -> GwsSession.basic(agent("\u0141ukasz", "x"))))
                .hasMessageContaining("username: Genesys")
                .hasMessageNotContaining("ukasz");
    }
}

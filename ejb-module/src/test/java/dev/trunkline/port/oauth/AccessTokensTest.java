package dev.trunkline.port.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.http.Exchange;
import dev.trunkline.port.http.TrustStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a token endpoint that gives a new refresh token each time and takes each once, but for {@code standing}. */
class AccessTokensTest {
    private static final AgentSession AGENT = new AgentSession(
            new AgentKey(AgentKey.DEFAULT_TENANT, "test"), "cloud", "test", "1001", "", new Credential("standing"));

    private final AtomicLong clock = new AtomicLong();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> handedOn = new ArrayList<>();
    private volatile int status = 200;
    private volatile int given;
    private HttpServer endpoint;
    private AccessTokens tokens;

    @BeforeEach
    void open() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/access_token", this::answer);
        endpoint.start();
        String url = "http://localhost:" + endpoint.getAddress().getPort() + "/access_token";
        Exchange exchange = new Exchange(
                "the cloud", new TrustStore("", "", new Credential("")), Duration.ofSeconds(5), Duration.ofSeconds(5));
        tokens = new AccessTokens(new Cloud(URI.create(url)), exchange, clock::get);
        tokens.heir(AGENT, credential -> handedOn.add(credential.reveal()));
    }

    /** Its agents come by one client of it, the organisation by another. */
    private record Cloud(URI url) implements TokenEndpoint {
        @Override
        public HttpRequest request(Grant grant) {
            return grant.kind() == Grant.Kind.CLIENT
                    ? TokenRequest.inForm(url, grant.form(), "reader", new Credential("qui&et"))
                    : TokenRequest.basic(url, grant.form(), "gateway", new Credential("hush"));
        }

        @Override
        public VendorException refused(int status, String body) {
            boolean theirs = body.contains("invalid_grant") && status < 500;
            return new VendorException(theirs ? Code.AUTH_EXPIRED : Code.PLATFORM_UNAVAILABLE, "no token");
        }

        @Override
        public VendorException unreadable(int status, IllegalArgumentException failure) {
            return new VendorException(Code.PLATFORM_REJECTED, failure.getMessage());
        }
    }

    @AfterEach
    void close() {
        endpoint.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(form + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        boolean reader = form.startsWith("grant_type=client_credentials");
        boolean good = reader
                || form.endsWith("refresh_token=standing")
                || form.endsWith("refresh_token=r" + given)
                || form.startsWith("grant_type=authorization_code&code=good");
        int now = status == 200 && !good ? 400 : status;
        String body = now == 200
                ? "{\"access_token\":\"a" + (given + 1)
                        + "\",\"token_type\":\"bearer\",\"expires_in\":100"
                        + (reader ? "}" : ",\"refresh_token\":\"r" + (given + 1) + "\"}")
                : "{\"error\":\"invalid_grant\",\"description\":\"no\"}";
        given += now == 200 ? 1 : 0;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(now, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void tokenShouldBeAskedForOnceAndItsSuccessorHandedOn() {
        assertThat(tokens.access(AGENT)).isEqualTo("a1");
        assertThat(tokens.access(AGENT)).isEqualTo("a1");
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).contains("grant_type=refresh_token").contains("Basic Z2F0ZXdheTpodXNo");
        assertThat(handedOn).containsExactly("refresh:r1");
    }

    @Test
    void whoComesWithAnEarlierCredentialShouldGetWhatHasBecomeOfIt() {
        tokens.access(AGENT);
        assertThat(tokens.access(AGENT.with(new Credential("refresh:r1")))).isEqualTo("a1");
        assertThat(tokens.access(AGENT)).isEqualTo("a1");
        assertThat(asked).hasSize(1);
    }

    @Test
    void tokenShouldBeRenewedAtFourFifthsOfItsLife() {
        tokens.access(AGENT);
        pass(79);
        assertThat(tokens.due(AGENT)).isFalse();
        pass(2);
        assertThat(tokens.due(AGENT)).isTrue();
        assertThat(tokens.access(AGENT)).isEqualTo("a2");
        assertThat(handedOn).containsExactly("refresh:r1", "refresh:r2");
    }

    @Test
    void renewalThatDoesNotWorkNowShouldWaitWhileTheTokenIsGood() {
        tokens.access(AGENT);
        pass(81);
        status = 503;
        assertThat(tokens.access(AGENT)).isEqualTo("a1");
        status = 200;
        assertThat(tokens.access(AGENT)).isEqualTo("a2");
    }

    @Test
    void deadTokenShouldBeReplacedOnceForAllWhoHadIt() {
        String dead = tokens.access(AGENT);
        assertThat(tokens.instead(AGENT, dead)).isEqualTo("a2");
        assertThat(tokens.instead(AGENT, dead)).isEqualTo("a2");
        assertThat(asked).hasSize(2);
    }

    @Test
    void refusedRenewalShouldEndTheSignInUntilAnother() {
        String dead = tokens.access(AGENT);
        given = 7; // the newest refresh token is another one now
        VendorException over = catchThrowableOfType(VendorException.class, () -> tokens.instead(AGENT, dead));
        assertThat(over.code()).isEqualTo(Code.AUTH_EXPIRED);
        assertThat(tokens.access(AGENT))
                .as("the configured one is good again and again")
                .isEqualTo("a8");
    }

    @Test
    void wrongCredentialShouldLeaveTheStandingTokenAlone() {
        tokens.access(AGENT);
        VendorException wrong = catchThrowableOfType(
                VendorException.class, () -> tokens.access(AGENT.with(new Credential("quite-wrong"))));
        assertThat(wrong.code()).isEqualTo(Code.AUTH_EXPIRED);
        assertThat(tokens.access(AGENT)).isEqualTo("a1");
    }

    @Test
    void codeOfThePortalShouldBecomeATokenAndBeReplaced() {
        AgentSession fresh = AGENT.with(new Credential("code:good"));
        assertThat(tokens.access(fresh)).isEqualTo("a1");
        assertThat(handedOn).containsExactly("refresh:r1");
    }

    @Test
    void tokenThatIsGivenShouldBeUsedAsItIsAndNotBeRenewed() {
        AgentSession given = AGENT.with(new Credential("access:theirs"));
        assertThat(tokens.access(given)).isEqualTo("theirs");
        assertThat(asked).isEmpty();
        VendorException over = catchThrowableOfType(VendorException.class, () -> tokens.instead(given, "theirs"));
        assertThat(over.code()).isEqualTo(Code.AUTH_EXPIRED);
    }

    @Test
    void organisationsOwnTokenShouldBeAskedForAgainAsTheFirstTime() {
        AgentSession nobody = AGENT.with(Grant.ORGANISATION);
        String first = tokens.access(nobody);
        assertThat(asked.get(0))
                .isEqualTo("grant_type=client_credentials&client_id=reader&client_secret=qui%26et null");
        pass(81);
        assertThat(tokens.access(nobody)).isEqualTo("a2").isNotEqualTo(first);
        assertThat(tokens.instead(nobody, "a2")).isEqualTo("a3");
        assertThat(handedOn).isEmpty();
    }
}

package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.five9.Five9Http.Ask;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log-in host and a data centre that answer as no simulator promises to: late, in another order, and with what they were not asked. */
class Five9HttpTest {
    private static final AgentSession AGENT = new AgentSession(
            new AgentKey(AgentKey.DEFAULT_TENANT, "alice"),
            Five9Service.VENDOR,
            "alice",
            "1001",
            "",
            new Credential("secret"));
    private static final String NOT_LOGGED_IN = error(401, "LOGIN", "User is not logged in");
    private static final String MOVED = "{\"five9ExceptionDetail\":{\"timestamp\":1,\"errorCode\":5001,"
            + "\"message\":\"Service migrated\",\"context\":{\"contextCode\":\"\",\"farmId\":\"150\"}}}";
    private static final String DIAL = "/agents/{agent}/interactions/make_external_call";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger logIns = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private final CountDownLatch bothRefused = new CountDownLatch(2);
    private final CountDownLatch loggedInAgain = new CountDownLatch(1);
    private volatile int failingLogIn;
    private volatile boolean wrongPassword;
    /** Tokens of sessions that the data centre does not know any more. */
    private final List<String> dead = new CopyOnWriteArrayList<>();

    private volatile boolean moved;
    private HttpServer logInHost;
    private HttpServer atlanta;
    private HttpServer santaClara;
    private Five9Http http;

    private static String error(int code, String context, String message) {
        return "{\"five9ExceptionDetail\":{\"timestamp\":1,\"errorCode\":" + code + ",\"message\":\"" + message
                + "\",\"context\":{\"contextCode\":\"" + context + "\",\"objectId\":null}}}";
    }

    @BeforeEach
    void open() throws IOException {
        atlanta = server(this::atlanta);
        santaClara = server(exchange -> answer(exchange, "santaClara"));
        logInHost = server(this::logIn);
        http = new Five9Http(Five9SettingsTest.settings(Map.of(
                "trunkline.five9.url", "http://localhost:" + port(logInHost),
                "trunkline.five9.allowedHosts", "localhost",
                "trunkline.five9.spreadTime", "0s",
                "trunkline.five9.readTimeout", "10s")));
    }

    private HttpServer server(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }

    @AfterEach
    void close() {
        List.of(logInHost, atlanta, santaClara).forEach(server -> server.stop(0));
        threads.shutdownNow();
    }

    // ---- the platform

    private void logIn(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/metadata")) {
            say(exchange, 200, metadata("t" + logIns.get()));
            return;
        }
        int number = logIns.incrementAndGet();
        exchange.getResponseHeaders().add("Set-Cookie", "BIGipServer=login" + number + "; Path=/");
        exchange.getResponseHeaders().add("Set-Cookie", "session=s" + number + "; Domain=localhost; Path=/");
        if (wrongPassword) {
            say(exchange, 401, error(401, "", "Invalid credentials"));
        } else if (number == failingLogIn) {
            say(exchange, 503, "<html>Service Unavailable</html>");
        } else {
            say(exchange, 200, metadata("t" + number));
        }
    }

    private String metadata(String token) {
        return "{\"tokenId\":\"" + token + "\",\"sessionId\":\"x\",\"orgId\":\"131700\",\"userId\":\"3570001\","
                + "\"context\":{\"farmId\":\"" + (moved ? 150 : 149) + "\"},\"metadata\":{\"dataCenters\":["
                + centre("Atlanta", !moved, atlanta) + "," + centre("Santa Clara", moved, santaClara) + "]}}";
    }

    private static String centre(String name, boolean active, HttpServer server) {
        return "{\"name\":\"" + name + "\",\"active\":" + active + ",\"apiUrls\":[{\"host\":\"localhost\",\"port\":\""
                + port(server) + "\",\"routeKey\":\"k\",\"version\":\"13.0.42\"}]}";
    }

    private void atlanta(HttpExchange exchange) throws IOException {
        if (moved) {
            asked.add("atlanta " + exchange.getRequestURI().getPath());
            say(exchange, 435, MOVED);
        } else {
            answer(exchange, "atlanta");
        }
    }

    private void answer(HttpExchange exchange, String centre) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(centre + " " + path);
        cookies.add(String.join(";", exchange.getRequestHeaders().getOrDefault("Cookie", List.of())));
        if (dead.contains(token)) {
            refuse(exchange, path);
            return;
        }
        loggedInAgain.countDown();
        say(exchange, 200, "\"" + token + "\"");
    }

    /** Not before both have come; the late one not before the other is seen to be logged in again. */
    private void refuse(HttpExchange exchange, String path) throws IOException {
        bothRefused.countDown();
        if (path.endsWith("/soon") || path.endsWith("/late")) {
            await(bothRefused);
        }
        if (path.endsWith("/late")) {
            await(loggedInAgain);
        }
        exchange.getResponseHeaders().add("Set-Cookie", "session=nobodys; Domain=localhost; Path=/");
        say(exchange, 401, NOT_LOGGED_IN);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    // ---- what is asked of it

    /** What came of it, as text. */
    private CompletableFuture<String> outcome(String path) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return http.send(AGENT, Ask.read(path));
                    } catch (VendorException refused) {
                        return refused.code().name();
                    }
                },
                threads);
    }

    private static VendorException refusal(ThrowableAssert.ThrowingCallable use) {
        return Five9Site.refusal(use);
    }

    private long askedFor(String end) {
        return asked.stream().filter(path -> path.endsWith(end)).count();
    }

    @Test
    void tokenShouldBeWrittenWithAHyphen() {
        assertThat(http.send(AGENT, Ask.read("/first"))).isEqualTo("\"Bearer-t1\"");
    }

    /** Replayed there, the log-in host's own one makes every answer a 401 (sheet 2.2). */
    @Test
    void cookieOfTheLogInHostAloneShouldNotGoToTheDataCentre() {
        http.send(AGENT, Ask.read("/first"));
        assertThat(cookies).containsExactly("session=s1");
    }

    @Test
    void endedSessionShouldBeBegunAgainForWhatMayBeAskedTwice() {
        http.send(AGENT, Ask.read("/first"));
        dead.add("Bearer-t1");
        assertThat(http.send(AGENT, Ask.put("/agents/{agent}/presence", "{}"))).isEqualTo("\"Bearer-t2\"");
        assertThat(logIns).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dialThatIsRefusedAsNotLoggedInShouldNeverBeRepeated(boolean used) {
        if (used) {
            http.send(AGENT, Ask.read("/first"));
        }
        dead.add("Bearer-t1");
        VendorException refused = refusal(() -> http.send(AGENT, Ask.dial(DIAL, "{}")));
        assertThat(refused.code()).isEqualTo(Code.AUTH_EXPIRED);
        assertThat(askedFor("/make_external_call")).isEqualTo(1);
    }

    @Test
    void dialThatMeetsAMovedTenantShouldNeverBeRepeated() {
        http.send(AGENT, Ask.read("/first"));
        moved = true;
        VendorException refused = refusal(() -> http.send(AGENT, Ask.dial(DIAL, "{}")));
        assertThat(refused.code()).isEqualTo(Code.PLATFORM_UNAVAILABLE);
        assertThat(askedFor("/make_external_call")).isEqualTo(1);
    }

    @Test
    void otherRequestsShouldFollowTheTenant() {
        http.send(AGENT, Ask.read("/first"));
        moved = true;
        assertThat(http.send(AGENT, Ask.read("/second"))).isEqualTo("\"Bearer-t1\"");
        assertThat(asked).endsWith("atlanta /appsvcs/rs/svc/second", "santaClara /appsvcs/rs/svc/second");
        http.send(AGENT, Ask.read("/third"));
        assertThat(asked).endsWith("santaClara /appsvcs/rs/svc/third");
    }

    /** Nobody knows whether it was read before the connection went. */
    @Test
    void dialWhoseConnectionBreaksShouldBeInDoubtAndNeverBeRepeated() {
        http.send(AGENT, Ask.read("/first"));
        atlanta.removeContext("/");
        atlanta.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.close(); // without an answer
        });
        VendorException lost = refusal(() -> http.send(AGENT, Ask.dial(DIAL, "{}")));
        assertThat(lost.effect()).isEqualTo(Effect.DOUBTFUL);
        assertThat(askedFor("/make_external_call")).isEqualTo(1);
    }

    @Test
    void lateAnswerOfTheEndedSessionShouldNotSpoilTheNewOne() {
        http.send(AGENT, Ask.read("/first"));
        dead.add("Bearer-t1");
        CompletableFuture<String> soon = outcome("/soon");
        CompletableFuture<String> late = outcome("/late");
        assertThat(List.of(soon.join(), late.join())).containsExactly("\"Bearer-t2\"", "\"Bearer-t2\"");
        assertThat(logIns).hasValue(2);
        http.send(AGENT, Ask.read("/after"));
        assertThat(cookies.get(cookies.size() - 1)).isEqualTo("session=s2");
    }

    @Test
    void logInThatFailedShouldNotBeTakenForDoneByWhoWaitedForIt() {
        http.send(AGENT, Ask.read("/first"));
        dead.add("Bearer-t1");
        failingLogIn = 2;
        CompletableFuture<String> one = outcome("/soon");
        CompletableFuture<String> other = outcome("/soon");
        assertThat(List.of(one.join(), other.join()))
                .containsExactlyInAnyOrder("\"Bearer-t3\"", Code.PLATFORM_UNAVAILABLE.name());
    }

    /** Each try counts, and the account may be locked for it. */
    @Test
    void passwordThatWasRefusedShouldNotBeTriedAgain() {
        wrongPassword = true;
        assertThat(refusal(() -> http.send(AGENT, Ask.read("/first"))).code()).isEqualTo(Code.AUTH_EXPIRED);
        assertThat(refusal(() -> http.send(AGENT, Ask.read("/second"))).code()).isEqualTo(Code.AUTH_EXPIRED);
        assertThat(logIns).hasValue(1);
        wrongPassword = false;
        AgentSession other = AGENT.with(new Credential("another"));
        assertThat(http.send(other, Ask.read("/third"))).isEqualTo("\"Bearer-t2\"");
    }

    @Test
    void hostThatIsNotAllowedShouldNotBeSpokenTo() {
        Five9Http strict = new Five9Http(
                Five9SettingsTest.settings(Map.of("trunkline.five9.url", "http://localhost:" + port(logInHost))));
        VendorException refused = refusal(() -> strict.send(AGENT, Ask.read("/first")));
        assertThat(refused.getMessage()).contains("allowedHosts");
        assertThat(asked).isEmpty();
    }
}

package dev.trunkline.vendor.gws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.gws.GwsHttp.Ask;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two requests of one agent whose session has just ended: the answers come in an order that no simulator promises. */
class GwsHttpTest {
    private static final String ACCESS_DENIED = "{\"statusCode\":20,\"statusMessage\":\"Access denied\"}";
    private static final String DONE = "{\"statusCode\":0}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger signIns = new AtomicInteger();
    private final CountDownLatch bothRefused = new CountDownLatch(2);
    private final CountDownLatch signedInAgain = new CountDownLatch(1);
    private volatile int failingSignIn;
    private HttpServer server;
    private GwsHttp http;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        http = new GwsHttp(GwsSettingsTest.settings(Map.of(GwsSettings.PREFIX + "url", url)));
        assertThat(http.send(CallFixture.AGENT, Ask.read("/first"))).isEqualTo(DONE);
    }

    @AfterEach
    void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The first session ends as soon as it has been used once. */
    private void answer(HttpExchange asked) throws IOException {
        String cookie = String.join("", asked.getRequestHeaders().getOrDefault("Cookie", List.of()));
        if (asked.getRequestHeaders().containsKey("Authorization")) {
            signIn(asked);
        } else if (cookie.equals("JSESSIONID=s1")
                && asked.getRequestURI().getPath().equals("/first")) {
            say(asked, 200, DONE);
        } else if (cookie.equals("JSESSIONID=s1")) {
            refuseTogether(asked);
        } else {
            boolean known = cookie.matches("JSESSIONID=s\\d");
            signedInAgain.countDown();
            say(asked, known ? 200 : 403, known ? DONE : ACCESS_DENIED);
        }
    }

    private void signIn(HttpExchange asked) throws IOException {
        int number = signIns.incrementAndGet();
        if (number == failingSignIn) {
            say(asked, 503, "<html>Service Unavailable</html>");
            return;
        }
        asked.getResponseHeaders().add("Set-Cookie", "JSESSIONID=s" + number + "; Path=/");
        say(asked, 200, DONE);
    }

    /** Not before both have come; the late one not before the other is seen to be signed in again. */
    private void refuseTogether(HttpExchange asked) throws IOException {
        bothRefused.countDown();
        await(bothRefused);
        if (asked.getRequestURI().getPath().equals("/late")) {
            await(signedInAgain);
        }
        asked.getResponseHeaders().add("Set-Cookie", "JSESSIONID=nobodys; Path=/");
        say(asked, 403, ACCESS_DENIED);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange asked, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(status, body.length);
        asked.getResponseBody().write(body);
        asked.close();
    }

    /** What came of it, as text. */
    private CompletableFuture<String> outcome(String path) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return http.send(CallFixture.AGENT, Ask.read(path));
                    } catch (VendorException refused) {
                        return refused.code().name();
                    }
                },
                threads);
    }

    @Test
    void lateAnswerOfTheEndedSessionShouldNotSpoilTheNewOne() {
        CompletableFuture<String> soon = outcome("/soon");
        CompletableFuture<String> late = outcome("/late");
        assertThat(List.of(soon.join(), late.join())).containsExactly(DONE, DONE);
        assertThat(signIns).hasValue(2);
    }

    @Test
    void signInThatFailedShouldNotBeTakenForDoneByWhoWaitedForIt() {
        failingSignIn = 2;
        CompletableFuture<String> one = outcome("/one");
        CompletableFuture<String> other = outcome("/other");
        assertThat(List.of(one.join(), other.join())).containsExactlyInAnyOrder(DONE, Code.PLATFORM_UNAVAILABLE.name());
    }
}

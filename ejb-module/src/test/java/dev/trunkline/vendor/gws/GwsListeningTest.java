package dev.trunkline.vendor.gws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trunkline.model.Code;
import dev.trunkline.port.JsonParts;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that forgets and answers in orders which the real one only takes now and then. */
class GwsListeningTest {
    private static final String OK = "\"successful\":true";
    private static final String UNKNOWN =
            "\"successful\":false,\"error\":\"402::session_unknown\",\"advice\":{\"reconnect\":\"handshake\",\"interval\":0}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger handshakes = new AtomicInteger();
    private final AtomicInteger polls = new AtomicInteger();
    private final CountDownLatch subscribing = new CountDownLatch(1);
    private final CountDownLatch ending = new CountDownLatch(1);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile boolean forgetsAtOnce;
    private HttpServer server;
    private GwsCometd cometd;
    private GwsListening listening;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        listening.cut();
        cometd.close();
        subscribing.countDown();
        ending.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void listen() {
        cometd = new GwsCometd(GwsSettingsTest.settings(Map.of()), () -> null);
        GwsListening.Ears ears = new GwsListening.Ears(
                (channel, data) -> heard.add(data),
                () -> heard.add("stands"),
                why -> heard.add("broken " + why.code()),
                why -> heard.add("lost " + why.code()));
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2/notifications";
        listening = GwsListening.begin(cometd, url, new GwsSession(), ears);
    }

    private String next() throws InterruptedException {
        String one = heard.poll(10, TimeUnit.SECONDS);
        return one == null ? "nothing" : one;
    }

    private void answer(HttpExchange asked) throws IOException {
        String text = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonArray messages = JsonParts.array(text);
        String path = asked.getRequestURI().getPath();
        String said = path.endsWith("/handshake") ? shaken() : path.endsWith("/connect") ? polled() : subscribed();
        JsonArrayBuilder replies = JsonParts.JSON.createArrayBuilder();
        JsonParts.objects(messages).forEach(message -> replies.add(reply(message, said)));
        byte[] body = replies.build().toString().getBytes(StandardCharsets.UTF_8);
        asked.sendResponseHeaders(200, body.length);
        asked.getResponseBody().write(body);
        asked.close();
    }

    private static JsonObject reply(JsonObject message, String said) {
        return JsonParts.JSON
                .createObjectBuilder(JsonParts.object("{" + said + "}"))
                .add("id", message.getString("id"))
                .add("channel", message.getString("channel"))
                .add("subscription", JsonParts.text(message, "subscription"))
                .build();
    }

    private String shaken() {
        return OK + ",\"version\":\"1.0\",\"clientId\":\"c" + handshakes.incrementAndGet()
                + "\",\"supportedConnectionTypes\":[\"long-polling\"],\"advice\":{\"reconnect\":\"retry\",\"interval\":0,\"timeout\":5000}";
    }

    /** The second session is subscribed late. */
    private String subscribed() {
        if (forgetsAtOnce) {
            return UNKNOWN;
        }
        if (handshakes.get() > 1) {
            await(subscribing);
        }
        return OK;
    }

    /** The first session is forgotten, that of the second is parked after its first poll. */
    private String polled() {
        int poll = polls.incrementAndGet();
        if (forgetsAtOnce || poll > 2) {
            heard.add("parked");
            await(ending);
        }
        return poll == 1 ? UNKNOWN : OK;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void sessionThatIsForgottenBeforeItIsSubscribedShouldNotBeARefusal() throws InterruptedException {
        forgetsAtOnce = true;
        listen();
        assertThat(next()).isIn("parked", "lost " + Code.LINK_DOWN);
        assertThat(next()).isIn("parked", "lost " + Code.LINK_DOWN);
        assertThat(heard).doesNotContain("lost " + Code.FORBIDDEN);
    }

    @Test
    void pollOfASessionThatIsNotSubscribedYetShouldNotCount() throws InterruptedException {
        listen();
        assertThat(next()).isIn("stands", "broken " + Code.LINK_DOWN);
        assertThat(next()).isIn("stands", "broken " + Code.LINK_DOWN);
        assertThat(next()).as("a poll came through and the next one is parked").isEqualTo("parked");
        subscribing.countDown();
        assertThat(next()).isEqualTo("stands");
    }
}

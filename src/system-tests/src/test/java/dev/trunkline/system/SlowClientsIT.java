package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time, to send and to read: they cost a socket each, never a thread, and the others notice nothing. */
@Order(2)
class SlowClientsIT {
    private static final Logger LOG = Logger.getLogger(SlowClientsIT.class.getName());
    private static final int EACH = 50;
    /** The server has 200 threads for requests; as many slow bodies would have taken them all. */
    private static final int BODIES = 220;

    private static final int READERS = 20;
    private static final int SMALL = 4_096;
    private static final int MOST_MEGABYTES_MORE = 16;
    private static Site site;
    private static Undisturbed alice;

    @BeforeAll
    static void open() {
        site = Site.of(
                "slow",
                Map.of(
                        "trunkline.push.pingEvery", "PT2S",
                        "trunkline.push.stuckAfter", "PT3S",
                        // Else the database's own cache fills while a call changes, up to a sixteenth of the heap.
                        "trunkline.datasource.url",
                                "jdbc:h2:file:${trunkline.data}/trunkline;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;"
                                        + "DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=1024"));
        alice = Undisturbed.beside(site.person("alice"), "3125550153");
    }

    @AfterAll
    static void close() {
        try {
            alice.end();
        } finally {
            site.close();
        }
    }

    private static int port() {
        return site.installation().ports().http();
    }

    private static List<RawSocket> open(int count, String begin) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RawSocket(port()).send(begin))
                .toList();
    }

    private static String head(String more) {
        return "POST /trunkline/api/v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + site.person("erin").token() + "\r\n" + more + "\r\n\r\n";
    }

    @Test
    void drippingRequestsShouldKeepNobodyWaiting() {
        Heap heap = Heap.now();
        List<RawSocket> lines = open(EACH, "GET /trunk");
        List<RawSocket> heads = open(EACH, "GET /trunkline/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        List<RawSocket> handshakes =
                open(EACH, Handshake.without(site).text().replaceAll("(?s)\r\n\r\n$", "\r\nX-Slow: "));
        List<RawSocket> strangers =
                open(EACH, "POST /trunkline/api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\n");
        List<RawSocket> bodies = open(BODIES / 2, head("Content-Length: 900"));
        List<RawSocket> chunked = open(BODIES / 2, head("Transfer-Encoding: chunked"));
        List<RawSocket> all = joined(List.of(lines, heads, handshakes, strangers, bodies, chunked));
        Drip drip =
                new Drip(joined(List.of(lines, heads, handshakes, strangers, bodies)), "x").and(chunked, "1\r\nx\r\n");

        alice.serve(2);
        assertThat(site.gauge().workers()).as("threads that serve requests").isLessThanOrEqualTo(200);
        for (RawSocket socket : joined(List.of(bodies, chunked))) {
            RawSocket.Answer refused = socket.answer();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(Contract.json(refused.body()).path("code").asText()).isEqualTo("INVALID_REQUEST");
        }
        drip.stop();
        Await.until("all are closed by the server", () -> all.stream().allMatch(RawSocket::closedByServer));
        heap.shouldBeFlat(all.size() + " slow requests");
    }

    /** Live megabytes without what each thread of the server keeps as a buffer; of threads there are at most 200. */
    private record Heap(long before) {
        private static final double PER_WORKER = 1 / 16.0;

        static Heap now() {
            return new Heap(measured());
        }

        private static long measured() {
            return Math.round(site.gauge().liveMegabytes() - site.gauge().workers() * PER_WORKER);
        }

        void shouldBeFlat(String after) {
            AtomicLong now = new AtomicLong(measured());
            long first = now.get();
            // What is stored by the thousand keeps the database busy for a while yet.
            Await.until(
                    "heap as before, after " + after + ": " + before + " MB, " + first + " MB",
                    () -> now.updateAndGet(last -> measured()) < before + MOST_MEGABYTES_MORE);
            LOG.info(() -> after + "; live heap " + before + " MB before, " + first + " and " + now + " MB after, "
                    + site.gauge().workers() + " threads");
        }
    }

    /** Sends a little to each, again and again. */
    private static final class Drip {
        private final List<Runnable> drops = new ArrayList<>();
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private volatile boolean enough;

        Drip(List<RawSocket> sockets, String drop) {
            and(sockets, drop);
            thread.execute(this::run);
        }

        synchronized Drip and(List<RawSocket> sockets, String drop) {
            sockets.forEach(socket -> drops.add(() -> socket.send(drop)));
            return this;
        }

        private void run() {
            while (!enough) {
                long next = System.nanoTime() + 500_000_000;
                synchronized (this) {
                    drops.forEach(Runnable::run);
                }
                Await.until("half a second", () -> enough || System.nanoTime() > next);
            }
        }

        void stop() {
            enough = true;
            thread.shutdown();
        }
    }

    private static List<RawSocket> joined(List<List<RawSocket>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void messageThatComesInPartsShouldBeTaken(boolean chunked) {
        Person erin = site.person("erin");
        erin.done(erin.ask("Login", ""));
        String message = Person.message("SetNotReady", "").replace("}", ",\"requestId\":\"p\"}");
        try (RawSocket socket = new RawSocket(port())) {
            socket.send(head(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + message.length()));
            for (String part : message.split("(?<=,)")) {
                // So that the server has seen the part before.
                erin.read("agents/me");
                socket.send(chunked ? Integer.toHexString(part.length()) + "\r\n" + part + "\r\n" : part);
            }
            RawSocket.Answer answer = socket.send(chunked ? "0\r\n\r\n" : "").answer();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            JsonNode ack = Contract.json(answer.body());
            Contract.check(ack, "ack");
            assertThat(answer.header("Location"))
                    .endsWith("/trunkline/api/v1/commands/"
                            + ack.at("/message/commandId").asText());
            erin.done(ack.path("message"));
        }
    }

    @Test
    void webSocketsThatAreNeverReadShouldBeClosed() {
        Person bob = site.person("bob");
        readersShouldBeEnded(
                "bob", name -> Handshake.of(site, bob).query("profile=extended").open(SMALL));
    }

    @Test
    void eventStreamsThatAreNeverReadShouldBeClosed() {
        Person carol = site.person("carol");
        readersShouldBeEnded("carol", name -> new RawSocket(port(), SMALL)
                .send("GET /trunkline/api/v1/events?profile=extended HTTP/1.1\r\nHost: localhost\r\n"
                        + "Accept: text/event-stream\r\nAuthorization: Bearer " + carol.token() + "\r\n\r\n"));
    }

    /** A call of this agent changes all the time, in front of many who listen and do not read. */
    private static void readersShouldBeEnded(String agent, Function<String, RawSocket> reader) {
        Person person = site.person(agent).ready();
        Placed call = Placed.by(person, "3125550142").until("CONNECTED");
        Heap heap = Heap.now();
        List<RawSocket> readers =
                IntStream.range(0, READERS).mapToObj(i -> reader.apply(agent)).toList();
        Await.until("all listen", () -> site.gauge().listeners() == READERS + 1);
        site.fault("{\"kind\":\"change-burst\",\"perSecond\":100,\"seconds\":20,\"agent\":\"" + agent + "\"}");
        Await.until("none is listened to any more", () -> site.gauge().listeners() == 1);
        alice.serve(1);
        Await.until("the server has closed them", () -> readers.stream().allMatch(RawSocket::closedByServer));
        site.farEnd(call.callId(), "hangup");
        heap.shouldBeFlat(READERS + " readers who do not read");
    }

    /** Else a client who reads nothing could pass for one who does. */
    @Test
    void pongThatAnswersNoPingShouldBeNoSignOfLife() {
        try (RawSocket socket = Handshake.of(site, site.person("dave")).open()) {
            RawSocket.Frame frame = socket.frame();
            for (int pings = 0; frame.opcode() == 9 && pings < 10; pings++) {
                frame = socket.send(RawSocket.frame(0x8a, new byte[0])).frame();
            }
            assertThat(frame.opcode()).as("pinged, though no ping was answered").isEqualTo(8);
            assertThat(frame.closeCode()).isEqualTo(4408);
        }
    }

    @Test
    void pongThatAnswersThePingShouldKeepTheConnection() {
        try (RawSocket socket = Handshake.of(site, site.person("dave")).open()) {
            for (int pings = 0; pings < 5; pings++) {
                RawSocket.Frame ping = socket.frame();
                assertThat(ping.opcode()).isEqualTo(9);
                socket.send(RawSocket.frame(0x8a, ping.payload()));
            }
        }
    }

    @Test
    void whoSendsWithoutReadingHisAnswersShouldBeClosed() {
        Person erin = site.person("erin");
        try (RawSocket socket = Handshake.of(site, erin).open(SMALL)) {
            byte[] bad = RawSocket.text(Person.message("Fly", ""));
            int sent = 0;
            while (socket.trySend(bad)) {
                sent++;
            }
            int before = sent;
            LOG.info(() -> before + " frames without reading, then the server had closed");
            Await.until("it is forgotten", () -> site.gauge().listeners() == 1);
        }
    }
}

package dev.trunkline.system.soak;

import dev.trunkline.system.load.AgentClient;
import dev.trunkline.system.load.EventSocket;
import dev.trunkline.system.load.Frame;
import dev.trunkline.system.load.Hearer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One agent with his WebSocket: whenever it is lost, however that came about, he listens on after the last number he had. */
final class Seat {
    private static final int LEAST_WAIT = 200;
    /** As clients ought to: hundreds that knock twice a second keep a gateway from starting. */
    private static final int MOST_WAIT = 4_000;

    private final AgentClient client;
    private final Centre centre;
    private final AgentBook book;
    private final Listener listener;
    private final ScheduledExecutorService clock;
    private final Map<String, CompletableFuture<Frame>> asked = new ConcurrentHashMap<>();
    private final Map<String, Long> lastChange = new HashMap<>();
    private final List<Integer> closeCodes = new ArrayList<>();
    private Optional<EventSocket> socket = Optional.empty();
    private int connection;
    private int tries;
    private boolean closed;
    private volatile long restored;

    /** Who is told of all that is heard. */
    interface Listener {
        /** @param freshChange it is the first to show this change of a burst */
        void heard(Seat seat, Heard heard, Frame frame, boolean freshChange);
    }

    /** @param centre where he works */
    Seat(AgentClient client, Centre centre, Listener listener, ScheduledExecutorService clock) {
        this.client = client;
        this.centre = centre;
        this.book = new AgentBook(client.name());
        this.listener = listener;
        this.clock = clock;
    }

    AgentClient client() {
        return client;
    }

    Centre centre() {
        return centre;
    }

    /** A message to his platform, that asks for nothing twice. @param data as JSON; {@code ""} for none */
    String message(String topic, String verb, String data) {
        return message(topic, verb, data, "", "");
    }

    String message(String topic, String verb, String data, String requestId, String key) {
        return AgentClient.message(centre.platform().channel(), topic, verb, data, requestId, key);
    }

    String name() {
        return client.name();
    }

    AgentBook book() {
        return book;
    }

    /** When his link to the platform was last said to be restored, in microseconds. */
    long restored() {
        return restored;
    }

    /** What the gateway said when it closed his connections. */
    synchronized List<Integer> closeCodes() {
        return List.copyOf(closeCodes);
    }

    synchronized boolean listens() {
        return socket.filter(EventSocket::isOpen).isPresent();
    }

    /** One try; if it fails, another one a moment later, until it succeeds. */
    synchronized void listen() {
        if (closed) {
            return;
        }
        connection++;
        int own = connection;
        client.listen(book.last(), new Ear(own)).whenComplete((opened, lost) -> {
            if (lost != null) {
                listenAgain(own);
            } else {
                opened(own, opened);
            }
        });
    }

    private synchronized void opened(int own, EventSocket opened) {
        if (own == connection && !closed) {
            socket = Optional.of(opened);
            tries = 0;
        } else {
            opened.cut();
        }
    }

    private synchronized void listenAgain(int lost) {
        if (lost == connection) {
            int most = Math.min(MOST_WAIT, LEAST_WAIT << Math.min(tries, 8));
            int wait = most / 2 + ThreadLocalRandom.current().nextInt(most);
            tries++;
            clock.schedule(this::listen, wait, TimeUnit.MILLISECONDS);
        }
    }

    /** Loses the connection, and comes back after that time. */
    synchronized void cut(double secondsAway) {
        connection++;
        socket.ifPresent(EventSocket::cut);
        socket = Optional.empty();
        clock.schedule(this::listen, Math.round(secondsAway * 1_000), TimeUnit.MILLISECONDS);
    }

    synchronized void freeze() {
        socket.ifPresent(EventSocket::freeze);
    }

    synchronized void thaw() {
        socket.ifPresent(EventSocket::thaw);
    }

    synchronized void close() {
        closed = true;
        connection++;
        socket.ifPresent(EventSocket::cut);
    }

    /** Says it over the WebSocket; the answer is the frame that names this request, or a failure if there is no connection. */
    synchronized CompletableFuture<Frame> say(String requestId, String message) {
        CompletableFuture<Frame> answer = new CompletableFuture<>();
        asked.put(requestId, answer);
        socket.ifPresentOrElse(
                open -> open.say(message).exceptionally(lost -> {
                    answer.completeExceptionally(lost);
                    return null;
                }),
                () -> answer.completeExceptionally(new IllegalStateException("not connected")));
        return answer.orTimeout(10, TimeUnit.SECONDS).whenComplete((frame, lost) -> asked.remove(requestId));
    }

    private synchronized void heard(int own, Frame frame) {
        if (own != connection) {
            return;
        }
        if (frame.seq() == 0) {
            Optional.ofNullable(asked.get(frame.first("requestId"))).ifPresent(answer -> answer.complete(frame));
            return;
        }
        Heard heard = Heard.of(frame);
        book.add(heard);
        if (frame.gateway("code").equals("LINK_RESTORED")) {
            restored = heard.micros();
        }
        long before = lastChange.getOrDefault(heard.callRef(), 0L);
        lastChange.put(heard.callRef(), Math.max(before, heard.change()));
        listener.heard(this, heard, frame, heard.change() > before);
    }

    private synchronized void ended(int own, int code) {
        closeCodes.add(code);
        listenAgain(own);
    }

    /** The ears of one connection; what an old one still hears is not heard. */
    private final class Ear implements Hearer {
        private final int own;

        Ear(int own) {
            this.own = own;
        }

        @Override
        public void heard(Frame frame) {
            Seat.this.heard(own, frame);
        }

        @Override
        public void ended(int code) {
            Seat.this.ended(own, code);
        }
    }
}

package dev.trunkline.simulator.webexcc.stream;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Disorder;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.Told;
import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.centre.Event;
import dev.trunkline.simulator.webexcc.centre.Notifier;
import dev.trunkline.simulator.webexcc.centre.Timing;
import dev.trunkline.simulator.webexcc.stream.StreamSettings.Displaced;
import dev.trunkline.simulator.webexcc.stream.Subscription.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All subscriptions and their sockets, and what goes out on them (sheet 5.1). On the lane, but for what a socket says. */
public final class Sockets implements Notifier {
    private static final int NO_KEEPALIVE = 1001;
    private static final int DISPLACED = 1000;

    private final StreamSettings settings;
    private final Lane lane;
    private final Faults faults;
    private final Timing timing;
    private final Counters counters;
    private final Distortion distortion;
    private final Disorder disorder;
    private final Told told;
    private final Held held = new Held();
    private final Map<String, Subscription> waiting = new HashMap<>();
    private final Map<String, List<EventSocket>> sockets = new LinkedHashMap<>();
    private Consumer<Agent> gone = agent -> {};

    public Sockets(StreamSettings settings, Lane lane, Faults faults, Timing timing, Counters counters, Told told) {
        this.settings = settings;
        this.lane = lane;
        this.faults = faults;
        this.timing = timing;
        this.counters = counters;
        this.told = told;
        distortion = new Distortion(faults);
        disorder = new Disorder((agent, name, frame) -> deliver(agent, frame), lane, timing.disorder(), faults);
    }

    /** @param then what is done with an agent whose last socket is gone */
    public void whenGone(Consumer<Agent> then) {
        gone = then;
    }

    // ---- subscriptions

    /** So many connections are allowed of one user and client type; one too many drives others out if it is to (sheet 5.1). */
    public Subscription subscribe(Agent agent, Wish wish) {
        List<EventSocket> same = of(agent.name()).stream()
                .filter(socket -> socket.subscription().wish().clientType().equals(wish.clientType()))
                .toList();
        int most = wish.multiLogin() ? settings.mostConnections() : 1;
        if (same.size() >= most && !wish.force()) {
            throw new ApiErrorException(
                    settings.overLimitStatus(),
                    "AGENT_MAX_CONNECTIONS_EXCEEDED",
                    "The user has too many connections.",
                    wish.clientType());
        }
        if (same.size() >= most && wish.multiLogin()) {
            displace(same.get(ThreadLocalRandom.current().nextInt(same.size())));
        } else if (same.size() >= most) {
            same.forEach(this::displace);
        }
        Subscription subscription = Subscription.of(agent, wish);
        waiting.values().removeIf(this::expired);
        waiting.put(subscription.id(), subscription);
        return subscription;
    }

    private boolean expired(Subscription subscription) {
        return System.nanoTime() - subscription.madeAt()
                > settings.subscriptionLife().toNanos();
    }

    private void displace(EventSocket socket) {
        say(socket, Frames.displaced(socket.agent()));
        if (settings.displaced() == Displaced.CLOSED) {
            close(socket, DISPLACED, "Displaced");
        } else {
            socket.displace();
            remove(socket);
        }
    }

    // ---- sockets

    /** An address is good for one socket. From any thread. */
    EventSocket admit(String subscriptionId) {
        return lane.ask(() -> {
            Subscription subscription = Optional.ofNullable(waiting.remove(subscriptionId))
                    .filter(one -> !expired(one))
                    .orElseThrow(() -> new ApiErrorException(401, "UNAUTHORIZED", "Unknown subscription.", ""));
            if (faults.active("refuse-stream", subscription.agent().name())) {
                throw new ApiErrorException(503, "SERVICE_UNAVAILABLE", "Refused on purpose.", "");
            }
            return new EventSocket(subscription, this);
        });
    }

    private List<EventSocket> of(String agent) {
        return List.copyOf(sockets.getOrDefault(agent, List.of()));
    }

    private List<EventSocket> each(Predicate<String> agents) {
        return sockets.entrySet().stream()
                .filter(entry -> agents.test(entry.getKey()))
                .flatMap(entry -> List.copyOf(entry.getValue()).stream())
                .toList();
    }

    @Override
    public boolean listens(Agent agent) {
        return !of(agent.name()).isEmpty();
    }

    void opened(EventSocket socket) {
        lane.run(() -> {
            counters.count("sockets");
            sockets.computeIfAbsent(socket.agent().name(), any -> new ArrayList<>())
                    .add(socket);
            if (!faults.active("no-welcome", socket.agent().name())) {
                say(socket, Frames.welcome(socket.agent(), settings.welcomeType()));
            }
            if (socket.subscription().wish().keepAlive()) {
                watch(socket);
            }
        });
    }

    private void watch(EventSocket socket) {
        Duration left = settings.keepAliveWithin().minusNanos(System.nanoTime() - socket.heardAt());
        if (socket.frozen()) {
            left = settings.keepAliveWithin();
        }
        if (left.isNegative() || left.isZero()) {
            close(socket, NO_KEEPALIVE, "No keepalive");
        } else {
            lane.after(left, () -> {
                if (of(socket.agent().name()).contains(socket)) {
                    watch(socket);
                }
            });
        }
    }

    /** Keepalives are all that a client has to say. */
    void said(EventSocket socket, String text) {
        lane.run(() -> {
            if (Frames.keepsAlive(text) && !socket.frozen()) {
                counters.count("keepalives");
                socket.hear();
                say(socket, Frames.keepAlive(settings.keepAliveEcho()));
            }
        });
    }

    void closed(EventSocket socket) {
        lane.run(() -> remove(socket));
    }

    private void remove(EventSocket socket) {
        String agent = socket.agent().name();
        List<EventSocket> his = sockets.get(agent);
        if (his != null && his.remove(socket) && his.isEmpty()) {
            sockets.remove(agent);
            gone.accept(socket.agent());
        }
    }

    /** Hears nothing from now on. */
    private void close(EventSocket socket, int status, String reason) {
        socket.close(status, reason);
        remove(socket);
    }

    public List<SessionEntry> sessions() {
        return lane.ask(() -> each(any -> true).stream()
                .map(socket -> new SessionEntry(
                        socket.agent().name(),
                        socket.subscription().id(),
                        socket.subscription().wish().clientType(),
                        socket.connectedAt()))
                .toList());
    }

    // ---- events

    /** What is told to him from now on waits. */
    public void hold(Agent agent) {
        held.hold(agent.name());
    }

    public void release(Agent agent) {
        held.release(agent.name());
    }

    /** @param on whether what is told to him is lost */
    public void mute(Agent agent, boolean on) {
        held.mute(agent.name(), on);
    }

    /** Every event goes to all sockets of the agent and to nobody else (sheet 5.4). */
    @Override
    public void event(Agent agent, Event event) {
        held.tell(agent.name(), () -> distortion
                .of(agent.name(), event)
                .ifPresent(one -> disorder.deliver(agent.name(), "", Frames.of(one), event.disorderly())));
    }

    private void deliver(String agent, String frame) {
        told.add(agent, frame);
        of(agent).stream().filter(EventSocket::tells).forEach(socket -> say(socket, frame));
    }

    /** Whatever it is, unless the wire is dead. */
    private void say(EventSocket socket, String frame) {
        if (socket.frozen()) {
            return;
        }
        if (faults.active("fragments", socket.agent().name())) {
            socket.sendInFragments(frame);
        } else {
            socket.send(frame);
        }
    }

    // ---- what goes wrong

    @Override
    public void cut(Agent agent) {
        faults.addFor(Fault.of("refuse-stream").onlyFor(agent.name()), timing.streamCut());
        dropAll(agent.name()::equals);
    }

    public void dropAll(Predicate<String> agents) {
        each(agents).forEach(socket -> {
            socket.drop();
            remove(socket);
        });
    }

    /** Another client has taken over. */
    public void displaceAll(Predicate<String> agents) {
        each(agents).forEach(this::displace);
    }

    public void closeAll(Predicate<String> agents, int status) {
        each(agents).forEach(socket -> close(socket, status, "Closed on purpose"));
    }

    /** As it stands, JSON or not. */
    public void sayAll(Predicate<String> agents, String text) {
        each(agents).forEach(socket -> say(socket, text));
    }

    /** Those that are open now answer keepalives, and tell nothing for a while. */
    public void silence(Predicate<String> agents, Duration lasting) {
        each(agents).forEach(socket -> socket.silence(lasting));
    }

    /** As if nothing had been wrong with those that are open. */
    public void heal() {
        silence(any -> true, Duration.ZERO);
        freeze(any -> true, Duration.ZERO);
    }

    /** On those that are open now nothing goes or comes for a while. */
    public void freeze(Predicate<String> agents, Duration lasting) {
        each(agents).forEach(socket -> socket.freeze(lasting));
    }
}

package dev.trunkline.simulator.five9.stream;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Disorder;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.Told;
import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Event;
import dev.trunkline.simulator.five9.centre.Farm;
import dev.trunkline.simulator.five9.centre.Notifier;
import dev.trunkline.simulator.five9.centre.Timing;
import dev.trunkline.simulator.five9.centre.VccException;
import dev.trunkline.simulator.five9.login.Gate;
import dev.trunkline.simulator.five9.login.Session;
import dev.trunkline.simulator.five9.login.Visitor;
import dev.trunkline.simulator.five9.stream.StreamSettings.SameKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All event sockets, and what goes out on them (sheet 5). On the lane, but for what a socket says. */
public final class Sockets implements Notifier {
    private static final Duration LATE = Duration.ofSeconds(3);
    private static final int IDLE = 1001;
    private static final int DUPLICATE = 3000;

    private final StreamSettings settings;
    private final Lane lane;
    private final Faults faults;
    private final Timing timing;
    private final Gate gate;
    private final Counters counters;
    private final Frames frames;
    private final Disorder disorder;
    private final Told told;
    private final Held held = new Held();
    private final Map<String, List<EventSocket>> sockets = new LinkedHashMap<>();

    public Sockets(
            StreamSettings settings, Lane lane, Faults faults, Timing timing, Gate gate, Counters counters, Told told) {
        this.settings = settings;
        this.lane = lane;
        this.faults = faults;
        this.timing = timing;
        this.gate = gate;
        this.counters = counters;
        this.told = told;
        frames = new Frames(settings.messageIds());
        disorder = new Disorder((agent, name, frame) -> deliver(agent, frame), lane, timing.disorder(), faults);
    }

    // ---- sockets

    /** Lets a socket in, or says why not. From any thread. @param key empty if it names none */
    EventSocket admit(Visitor visitor, String key) {
        return lane.ask(() -> {
            Session session = gate.admit(visitor);
            Agent agent = session.agent();
            gate.checkFarm(visitor, agent);
            if (key.isEmpty() && !settings.keylessSocket()) {
                throw VccException.noSuchPath();
            }
            if (faults.active("refuse-stream", agent.name())) {
                throw VccException.of(503, 503, null, "Refused on purpose");
            }
            if (settings.mostSockets() > 0 && of(agent).size() >= settings.mostSockets()) {
                throw VccException.of(403, 403, null, "Too many sockets");
            }
            return new EventSocket(key, session, visitor.host().orElseThrow(), this);
        });
    }

    private List<EventSocket> of(Agent agent) {
        return of(agent.name());
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

    private void remove(EventSocket socket) {
        List<EventSocket> his = sockets.get(socket.agent().name());
        if (his != null && his.remove(socket) && his.isEmpty()) {
            sockets.remove(socket.agent().name());
        }
    }

    void opened(EventSocket socket) {
        lane.run(() -> {
            counters.count("sockets");
            Optional<EventSocket> same = of(socket.agent()).stream()
                    .filter(other -> !socket.key().isEmpty() && other.key().equals(socket.key()))
                    .findFirst();
            sockets.computeIfAbsent(socket.agent().name(), any -> new ArrayList<>())
                    .add(socket);
            say(socket, Event.of(1010, "Successful WebSocket Connection", null));
            same.ifPresent(other -> duplicate(settings.sameKey() == SameKey.OLDER ? other : socket));
            watch(socket);
        });
    }

    private void duplicate(EventSocket socket) {
        say(socket, Event.of(1020, "Duplicate WebSocket Connection", null));
        close(socket, DUPLICATE, "Duplicate connection");
    }

    /** Hears nothing from now on. */
    private void close(EventSocket socket, int status, String reason) {
        remove(socket);
        socket.close(status, reason);
    }

    private void watch(EventSocket socket) {
        Duration left = settings.pingWithin().minusNanos(System.nanoTime() - socket.heardAt());
        if (left.isNegative() || left.isZero()) {
            close(socket, IDLE, "No ping");
        } else {
            lane.after(left, () -> {
                if (of(socket.agent()).contains(socket)) {
                    watch(socket);
                }
            });
        }
    }

    /** The text ping is all that a client has to say. */
    void said(EventSocket socket, String text) {
        lane.run(() -> {
            if (text.equals("ping") && !socket.frozen()) {
                counters.count("pings");
                socket.hear();
                say(socket, Event.of(1202, null, "pong"));
            }
        });
    }

    void closed(EventSocket socket) {
        lane.run(() -> remove(socket));
    }

    /** Whose session is over has no socket any more. */
    public void endOf(Session session, int code) {
        of(session.agent()).stream()
                .filter(socket -> socket.owner() == session)
                .forEach(socket -> close(socket, code, "Session is over"));
    }

    public List<SessionEntry> sessions() {
        return lane.ask(() -> each(any -> true).stream()
                .map(socket -> new SessionEntry(
                        socket.agent().name(), socket.key(), socket.farm().id(), socket.connectedAt()))
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

    @Override
    public void event(Agent agent, Event event) {
        String frame = frames.of(agent, event, faults.active("null-ids", agent.name()));
        held.tell(agent.name(), () -> faults.take("late-events", agent.name())
                .ifPresentOrElse(
                        late -> lane.after(late.duration(LATE), () -> deliver(agent.name(), frame)),
                        () -> disorder.deliver(agent.name(), "", frame, event.disorderly())));
    }

    private void deliver(String agent, String frame) {
        told.add(agent, frame);
        of(agent).stream().filter(EventSocket::tells).forEach(socket -> send(socket, frame));
    }

    private void say(EventSocket socket, Event event) {
        send(socket, frames.of(socket.agent(), event, false));
    }

    /** Whatever it is, unless the wire is dead. */
    private void send(EventSocket socket, String frame) {
        if (!socket.frozen()) {
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
            remove(socket);
            socket.drop();
        });
    }

    public void closeAll(Predicate<String> agents, int status) {
        each(agents).forEach(socket -> close(socket, status, "Closed on purpose"));
    }

    /** As it stands, JSON or not. */
    public void sayAll(Predicate<String> agents, String text) {
        each(agents).forEach(socket -> send(socket, text));
    }

    /** Those that are open now answer pings, and tell nothing for a while. */
    public void silence(Predicate<String> agents, Duration lasting) {
        each(agents).forEach(socket -> socket.silence(lasting));
    }

    /** On those that are open now nothing goes or comes for a while. */
    public void freeze(Predicate<String> agents, Duration lasting) {
        each(agents).forEach(socket -> socket.freeze(lasting));
    }

    @Override
    public void abandon(Predicate<String> agents, Farm farm) {
        at(agents, farm).forEach(EventSocket::abandon);
    }

    @Override
    public void announce(Predicate<String> agents, Farm farm, Event event) {
        at(agents, farm).forEach(socket -> say(socket, event));
    }

    private List<EventSocket> at(Predicate<String> agents, Farm farm) {
        return each(agents).stream().filter(socket -> socket.farm() == farm).toList();
    }
}

package dev.trunkline.simulator.gws.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Disorder;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.Told;
import dev.trunkline.simulator.gws.centre.Agent;
import dev.trunkline.simulator.gws.centre.Notifier;
import dev.trunkline.simulator.gws.centre.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.cometd.bayeux.ChannelId;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.BayeuxServer;
import org.cometd.bayeux.server.ServerChannel;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.bayeux.server.ServerSession;
import org.eclipse.jetty.util.ajax.JSON;

/** What goes out to those who listen, each only his own (sheet 5.3). On the lane. */
public final class Notifications implements Notifier {
    private static final ObjectMapper WRITER = new ObjectMapper();
    private static final String SINCE = "gws.since";

    private final Bayeux bayeux;
    private final Lane lane;
    private final Faults faults;
    private final Timing timing;
    private final Wire wire;
    private final Disorder disorder;
    private final Told told;
    private final Map<String, Map<String, ServerSession>> sessions = new ConcurrentHashMap<>();
    private final List<Runnable> kept = new ArrayList<>();
    private int holds;

    public Notifications(
            StreamSettings settings, Lane lane, Faults faults, Timing timing, Counters counters, Told told) {
        this.lane = lane;
        this.faults = faults;
        this.timing = timing;
        this.told = told;
        bayeux = new Bayeux(settings);
        bayeux.addListener(new Attendance());
        bayeux.addExtension(new Windows(counters));
        wire = new Wire(faults);
        disorder = new Disorder(this::deliver, lane, timing.disorder(), faults);
    }

    BayeuxServer bayeux() {
        return bayeux;
    }

    Wire wire() {
        return wire;
    }

    /** What is told from now on waits. */
    public void hold() {
        holds++;
    }

    /** It goes out in its order, once nobody holds it any more. */
    public void release() {
        holds--;
        if (holds == 0) {
            List<Runnable> all = List.copyOf(kept);
            kept.clear();
            all.forEach(Runnable::run);
        }
    }

    @Override
    public void event(Agent agent, String channel, Map<String, Object> data, boolean disorderly) {
        try {
            String text = WRITER.writeValueAsString(data);
            Runnable telling = () -> disorder.deliver(agent.name(), channel, text, disorderly);
            if (holds > 0) {
                kept.add(telling);
            } else {
                telling.run();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver(String agent, String channel, String data) {
        if (faults.active("silent-channel", agent) || faults.active("half-open", agent)) {
            return;
        }
        told.add(agent, data);
        of(agent).stream()
                .filter(session -> listens(session, channel))
                .forEach(session -> session.deliver(null, channel, new JSON.Literal(data), Promise.noop()));
    }

    private List<ServerSession> of(String agent) {
        return List.copyOf(sessions.getOrDefault(agent, Map.of()).values());
    }

    /** By the channel's own name or by a pattern. */
    private static boolean listens(ServerSession session, String channel) {
        List<String> names = new ChannelId(channel).getAllIds();
        return session.getSubscriptions().stream().map(ServerChannel::getId).anyMatch(names::contains);
    }

    @Override
    public void cut(Agent agent) {
        Fault away = Fault.of("stream-away").onlyFor(agent.name());
        faults.addFor(away, timing.streamCut());
        wire.cut(agent.name()::equals);
    }

    /** Whoever is cut off stays out for as long as the fault says. */
    public void cut(Fault fault) {
        faults.addFor(fault.as("stream-away"), Duration.ZERO);
        wire.cut(
                fault::concerns,
                sessions.entrySet().stream()
                        .filter(theirs -> !theirs.getValue().isEmpty())
                        .map(Map.Entry::getKey));
    }

    /** The polls of those whom it concerns end now. */
    public void interrupt(Predicate<String> agents) {
        wire.cut(agents);
    }

    /** The server forgets these sessions; whoever polls for one is told that it is unknown. */
    public void drop(Predicate<String> agents) {
        sessions.forEach((agent, theirs) -> {
            if (agents.test(agent)) {
                List.copyOf(theirs.values()).forEach(bayeux::removeSession);
            }
        });
        wire.cut(agents);
    }

    /** Whoever polls is at a node that knows nothing of his session; until he has subscribed he is still where he began. */
    void forget(String agent) {
        sessions.getOrDefault(agent, Map.of()).values().stream()
                .filter(session -> !session.getSubscriptions().isEmpty())
                .toList()
                .forEach(bayeux::removeSession);
    }

    /** Whatever it is, as if it were data of a call. */
    public void say(Predicate<String> agents, String text) {
        sessions.keySet().stream()
                .filter(agents)
                .forEach(agent -> lane.run(() -> deliver(agent, "/v2/me/calls", text)));
    }

    public List<SessionEntry> sessions() {
        return sessions.values().stream()
                .flatMap(theirs -> theirs.values().stream())
                .map(session ->
                        new SessionEntry((String) session.getAttribute(Bayeux.AGENT), session.getId(), "gws", (Instant)
                                session.getAttribute(SINCE)))
                .toList();
    }

    /** Keeps who is there, by agent. On the server's own threads. */
    private final class Attendance implements BayeuxServer.SessionListener {
        @Override
        public void sessionAdded(ServerSession session, ServerMessage message) {
            agentOf(session).ifPresent(agent -> {
                session.setAttribute(SINCE, Instant.now());
                sessions.computeIfAbsent(agent, any -> new ConcurrentHashMap<>())
                        .put(session.getId(), session);
            });
        }

        @Override
        public void sessionRemoved(ServerSession session, ServerMessage message, boolean timedOut) {
            agentOf(session).ifPresent(agent -> sessions.getOrDefault(agent, new ConcurrentHashMap<>())
                    .remove(session.getId()));
        }

        private Optional<String> agentOf(ServerSession session) {
            return Optional.ofNullable((String) session.getAttribute(Bayeux.AGENT));
        }
    }
}

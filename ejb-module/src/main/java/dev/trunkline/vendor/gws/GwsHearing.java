package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.port.JsonParts;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.Overtaken;
import dev.trunkline.port.stream.Unheard;
import dev.trunkline.vendor.gws.GwsCall.Work;
import dev.trunkline.vendor.gws.wire.CallEvent;
import dev.trunkline.vendor.gws.wire.Device;
import dev.trunkline.vendor.gws.wire.ErrorMessage;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells what was heard, one message at a time, and what else follows from it. Used on the lane only. */
final class GwsHearing {
    private static final Logger LOG = Logger.getLogger(GwsHearing.class.getName());

    private final AgentSession agent;
    private final PlatformEvents events;
    private final GwsSeat seat;
    private final GwsClient client;
    private final Follow follow;
    private final GwsCalls calls;
    private final Unheard unheard = new Unheard();
    private final Overtaken overtaken = new Overtaken();
    private Optional<AgentSnapshot> told = Optional.empty();
    /** Nothing has been read on this connection: what was pushed before it came to nobody. */
    private boolean anew = true;

    /** Devices that were told while we were reading. */
    private final List<Device> meanwhile = new ArrayList<>();

    /** What the stream does about what was heard. */
    interface Follow {
        void reread();

        /** Changes were found that were not pushed. */
        void deaf();

        /** {@link GwsHearing#windowOver} is asked when work on this call would have begun. */
        void window(String call);
    }

    GwsHearing(AgentSession agent, PlatformEvents events, GwsSeat seat, GwsClient client, Follow follow) {
        this.agent = agent;
        this.events = events;
        this.seat = seat;
        this.client = client;
        this.follow = follow;
        this.calls = new GwsCalls(agent, seat, client.settings().ringThreshold(), System::nanoTime);
    }

    /** Connected (again). */
    void begin() {
        anew = true;
        unheard.forget();
        overtaken.begin();
    }

    /** Whether there is anything that would be missed if it were not pushed: also a call that is still to come. */
    boolean busy() {
        return calls.busy() || seat.pending().open();
    }

    void readingBegins() {
        calls.readingBegins();
        meanwhile.clear();
    }

    /** What was pushed while we read, and will be heard next, stands: a session that outlived a loss tells all of that in its order. */
    void willHear(List<String> kept) {
        kept.stream().flatMap(text -> callOf(text).stream()).forEach(calls::willHear);
    }

    private static Optional<String> callOf(String data) {
        try {
            String id = JsonParts.text(JsonParts.child(JsonParts.object(data), "call"), "id");
            return Optional.of(id).filter(any -> !any.isEmpty());
        } catch (RuntimeException garbage) {
            return Optional.empty(); // whoever hears it says so
        }
    }

    // ---- what was read

    void current(GwsReading now) {
        recall();
        GwsAgent read = now.agent().with(agent, meanwhile, "");
        seat.saw(seat.agent().filter(before -> same(before, read)).orElse(read));
        Set<String> ids = new HashSet<>();
        for (CallEvent call : now.calls()) {
            ids.add(call.call().id());
            if (overtakes(call) && overtaken.waits(call.call().id())) {
                calls.find(call.call().id())
                        .ifPresent(known -> seat.pending().seen(new GwsCall(agent, call, known.memory())));
            } else {
                calls.read(call);
            }
        }
        if (calls.missing(ids, anew)) {
            follow.reread();
        }
        anew = false;
        List<CallSnapshot> all = new ArrayList<>();
        calls.working(read.working()).stream()
                .filter(call -> call.memory().over())
                .forEach(call -> all.add(snapshot(call)));
        calls.open().forEach(call -> all.add(snapshot(call)));
        calls.open().forEach(seat.pending()::seen);
        seat.pending().seen(read);
        boolean missed = unheard.read(all);
        if (overtaken.readAgain()) {
            unheard.forget();
            follow.reread();
        } else {
            overtaken.waiting().forEach(unheard::doubt);
        }
        AgentSnapshot stands = stands();
        told = Optional.of(stands);
        events.current(stands, all);
        calls.open().forEach(this::awaitsWork);
        forgetOld();
        if (missed) {
            follow.deaf();
        }
    }

    /** Nothing that a reading shows of a call has a time. */
    private boolean overtakes(CallEvent read) {
        return calls.find(read.call().id())
                .filter(GwsCall::live)
                .filter(known -> !facts(known).equals(facts(new GwsCall(agent, read, known.memory()))))
                .isPresent();
    }

    private static String facts(GwsCall call) {
        return GwsEventMapper.toSnapshot(call, "").facts();
    }

    /** At the first reading: calls may have been followed before, by a connection of before a restart. */
    private void recall() {
        if (told.isEmpty()) {
            events.openTexts().values().forEach(text -> calls.recall(GwsMemory.read(agent, text)));
        }
    }

    /** Then it is known since when. */
    private static boolean same(GwsAgent before, GwsAgent read) {
        return before.device().equals(read.device())
                && before.user().id().equals(read.user().id());
    }

    // ---- what was pushed

    /** @param data as JSON text */
    void hear(String data) {
        try {
            JsonObject message = JsonParts.object(data);
            switch (JsonParts.text(message, "messageType")) {
                case "CallStateChangeMessage" ->
                    heard(GwsJson.event(message, client.settings().correlationKey()));
                case "DeviceStateChangeMessage" -> heard(GwsJson.devices(message), GwsJson.time(message));
                case "ErrorMessage" -> failed(message);
                case "ServiceStateChangeMessage" -> serviceChanged(message);
                default ->
                    LOG.log(Level.FINE, "gws {0}: not for us: {1}", new Object[] {agent.key(), message.keySet()});
            }
        } catch (RuntimeException e) {
            // One bad message must not stop the rest.
            LOG.log(Level.WARNING, e, () -> "gws " + agent.key() + ": a message was not understood");
            follow.reread();
        }
    }

    /** Each agent is told it: as a warning it is worth one line, not one of each. */
    private void serviceChanged(JsonObject message) {
        String services = String.valueOf(message.get("services")); // the rest is of the message
        Level level = client.serviceNews(services) ? Level.WARNING : Level.FINE;
        LOG.log(level, "gws {0}: a service changed: {1}", new Object[] {agent.key(), services});
    }

    private void heard(CallEvent event) {
        unheard.heard(event.call().id());
        overtaken.heard(event.call().id());
        boolean before = calls.find(event.call().id()).filter(GwsCall::live).isPresent();
        Optional<GwsCall> news = calls.pushed(event);
        if (news.isEmpty()) {
            LOG.log(Level.FINE, "gws {0}: old news of {1}", new Object[] {
                agent.key(), event.call().id()
            });
            if (before) {
                follow.reread();
            }
            return;
        }
        GwsCall call = news.get();
        seat.pending().seen(call);
        tell(call);
        awaitsWork(call);
        agentMayHaveChanged();
        forgetOld();
    }

    private void awaitsWork(GwsCall call) {
        if (!call.live() && !call.memory().over() && call.memory().work() != Work.SEEN) {
            follow.window(call.id());
        }
    }

    private void heard(List<Device> devices, String time) {
        meanwhile.addAll(devices);
        GwsAgent before = seat.agent().orElseThrow(() -> new IllegalStateException("before the first reading"));
        String since = time.isEmpty() ? GwsEventMapper.time(Instant.now()) : time;
        GwsAgent stands = before.with(agent, devices, since);
        seat.saw(stands);
        seat.pending().seen(stands);
        calls.working(stands.working()).forEach(this::tell);
        agentMayHaveChanged();
        forgetOld();
    }

    /** Of one of the agent's devices; it names no request (sheet 5.4). */
    private void failed(JsonObject message) {
        ErrorMessage error = GwsJson.error(message);
        VendorException failure = GwsErrorMapper.late(error, client.settings().invalidNumberWords());
        seat.pending()
                .failed(failure, error.device())
                .ifPresentOrElse(
                        command -> events.failed(command, failure),
                        () -> LOG.log(Level.INFO, "gws {0}: {1}", new Object[] {agent.key(), failure.getMessage()}));
    }

    /** The time for work to begin is over. */
    void windowOver(String id) {
        calls.windowOver(id).ifPresent(call -> {
            tell(call);
            agentMayHaveChanged();
        });
    }

    private void tell(GwsCall call) {
        CallSnapshot said = snapshot(call);
        unheard.told(List.of(said));
        events.call(said);
    }

    private CallSnapshot snapshot(GwsCall call) {
        seat.saw(call);
        return GwsEventMapper.toSnapshot(
                call, seat.wishes().cause(call, call.memory().command()));
    }

    private AgentSnapshot stands() {
        GwsAgent now = seat.agent().orElseThrow();
        return GwsEventMapper.toAgent(
                now, calls.onCall(), calls.wrapUpDue(), seat.choices().cause(now, ""));
    }

    private void agentMayHaveChanged() {
        AgentSnapshot now = stands();
        boolean news = told.filter(now::sameAs).isEmpty() || !now.causedBy().isEmpty();
        if (news) {
            told = Optional.of(now);
            events.agent(now);
        }
    }

    private void forgetOld() {
        calls.forgetOld().forEach(call -> {
            seat.forget(call);
            unheard.gone(call);
            overtaken.heard(call);
        });
    }
}

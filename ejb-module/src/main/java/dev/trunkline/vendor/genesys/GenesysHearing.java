package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.port.JsonParts;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.stream.Overtaken;
import dev.trunkline.port.stream.Unheard;
import dev.trunkline.vendor.genesys.GenesysEventMapper.Telling;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.Definition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells what was heard, one message at a time, and what else follows from it. Used on the lane only. */
final class GenesysHearing {
    private static final Logger LOG = Logger.getLogger(GenesysHearing.class.getName());

    private final AgentSession agent;
    private final PlatformEvents events;
    private final GenesysSeat seat;
    private final Follow follow;
    private final GenesysCalls calls;
    /** Conversations that were told to clients' side once. */
    private final Set<String> told = new HashSet<>();
    /** Of which nobody can say yet whose they are. */
    private final Map<String, List<GenesysCall>> keptBack = new LinkedHashMap<>();
    /** Causes were asked for; true while there is no answer. */
    private final Map<String, Boolean> causes = new LinkedHashMap<>();

    private final Unheard unheard = new Unheard();
    private final Overtaken overtaken = new Overtaken();
    /** The last command whose effect a call showed. */
    private final Map<String, String> shown = new LinkedHashMap<>();

    private List<Definition> definitions = List.of();
    /** What was pushed of the agent since the reading under way began. */
    private Optional<GenesysAgent> meanwhile = Optional.empty();

    /** What the stream does about what was heard. */
    interface Follow {
        void reread();

        /** Changes were found that were not pushed. */
        void deaf();

        /** Asks why a call ended; {@link GenesysHearing#causes} or {@link GenesysHearing#noCauses} has the answer. */
        void readCauses(String conversation);
    }

    GenesysHearing(AgentSession agent, PlatformEvents events, GenesysSeat seat, Follow follow) {
        this.agent = agent;
        this.events = events;
        this.seat = seat;
        this.follow = follow;
        this.calls = new GenesysCalls(agent, seat);
    }

    /** Connected (again). */
    void begin(List<Definition> presences) {
        definitions = presences;
        causes.clear();
        unheard.forget();
        overtaken.begin();
    }

    /** Whether there is anything that would be missed if it were not pushed. */
    boolean busy() {
        return calls.busy() || awaited().isPresent();
    }

    /** A dial was taken, and nothing has been heard of its conversation. */
    Optional<String> awaited() {
        return seat.dials().latest().filter(id -> !told.contains(id));
    }

    void readingBegins() {
        meanwhile = Optional.empty();
        calls.readingBegins();
    }

    /** What was pushed while we read, and will be heard next, stands: the reading must not be ahead of the first of it. */
    void willHear(List<String> kept) {
        kept.forEach(text -> conversation(text).ifPresent(calls::willHear));
    }

    private static Optional<Conversation> conversation(String text) {
        try {
            return Optional.of(GenesysFrame.of(text))
                    .filter(frame -> frame.about("conversations.calls"))
                    .map(frame -> GenesysJson.conversation(frame.body()));
        } catch (RuntimeException garbage) {
            return Optional.empty(); // whoever hears it says so
        }
    }

    // ---- what was read

    void current(GenesysReading now) {
        GenesysAgent read = GenesysAgent.of(now.user(), definitions);
        GenesysAgent stands = meanwhile.map(read::orNewer).orElse(read);
        seat.saw(stands);
        now.gone().forEach(calls::forget);
        Set<String> ids = new HashSet<>();
        for (Conversation call : now.calls()) {
            ids.add(call.id());
            if (calls.overtakes(call) && overtaken.waits(call.id())) {
                calls.readAhead(call);
            } else {
                calls.read(call);
            }
        }
        now.causes().forEach(calls::completed);
        List<CallSnapshot> all = new ArrayList<>();
        List<GenesysCall> views = new ArrayList<>(calls.pushedMeanwhile(ids));
        ids.forEach(id -> calls.find(id).ifPresent(views::add));
        for (GenesysCall call : views) {
            if (waitsForCauses(call.id()) && call.wantsReasons()) {
                // It is there, and must not pass for gone: as it was told last.
                seat.call(call.id())
                        .ifPresent(
                                before -> all.addAll(GenesysEventMapper.toSnapshots(before, telling(before, "", ""))));
            } else if (!keepsBack(call)) {
                causes.replace(call.id(), false);
                keptBack.remove(call.id());
                all.addAll(snapshots(call));
            }
        }
        boolean missed = unheard.read(all);
        if (overtaken.readAgain()) {
            unheard.forget();
            follow.reread();
        } else {
            overtaken.waiting().forEach(unheard::doubt);
        }
        events.current(snapshot(stands), all);
        forgetOld();
        if (missed) {
            follow.deaf();
        }
    }

    private AgentSnapshot snapshot(GenesysAgent stands) {
        return GenesysEventMapper.toAgent(
                stands, calls.wrapUpDue(), seat.choices().cause(stands, ""));
    }

    // ---- what was pushed

    void hear(GenesysFrame frame) {
        try {
            if (frame.about("conversations.calls")) {
                heard(GenesysJson.conversation(frame.body()));
            } else if (frame.about("presence")) {
                changed(stands -> stands.with(GenesysJson.presence(frame.body()), definitions));
            } else if (frame.about("routingStatus")) {
                changed(stands -> stands.with(GenesysJson.routing(JsonParts.child(frame.body(), "routingStatus"))));
            } else if (frame.about("station")) {
                follow.reread();
            }
        } catch (RuntimeException e) {
            // One bad message must not stop the rest.
            LOG.log(Level.WARNING, e, () -> "genesys " + agent.key() + ": not understood: " + frame.topic());
        }
    }

    private void changed(UnaryOperator<GenesysAgent> change) {
        seat.agent().ifPresent(before -> {
            GenesysAgent said = change.apply(before);
            GenesysAgent stands = said.orNewer(before);
            meanwhile = Optional.of(stands);
            seat.saw(stands);
            events.agent(snapshot(stands));
            if (!said.equals(stands)) {
                follow.reread(); // late, or the platform's clock was put back
            }
        });
    }

    private void heard(Conversation conversation) {
        boolean workBefore = calls.wrapUpDue();
        unheard.heard(conversation.id());
        overtaken.heard(conversation.id());
        tellOrKeep(calls.pushed(conversation));
        if (calls.wrapUpDue() != workBefore) {
            changed(stands -> stands);
        }
        forgetOld();
    }

    private void tellOrKeep(GenesysCall call) {
        if (keepsBack(call)) {
            keptBack.computeIfAbsent(call.id(), first -> new ArrayList<>()).add(call);
        } else if (waitsForCauses(call.id())) {
            LOG.log(Level.FINE, "genesys {0}: {1} waits for its causes", new Object[] {agent.key(), call.id()});
        } else if (call.wantsReasons() && !causes.containsKey(call.id())) {
            release(call.id());
            causes.put(call.id(), true);
            follow.readCauses(call.id());
        } else {
            release(call.id());
            tell(remembered(call));
        }
    }

    /** With what is known of it by now. */
    private GenesysCall remembered(GenesysCall call) {
        return new GenesysCall(
                agent, call.me(), call.conversation(), seat.dials().of(call.id()));
    }

    private boolean keepsBack(GenesysCall call) {
        return !told.contains(call.id()) && seat.dials().holds(call);
    }

    private boolean waitsForCauses(String id) {
        return Boolean.TRUE.equals(causes.get(id));
    }

    /** Tells what was kept back, as it came, now that it is known whose it is. */
    private void release(String id) {
        List<GenesysCall> kept = Optional.ofNullable(keptBack.remove(id)).orElse(List.of());
        kept.forEach(call -> tell(remembered(call)));
    }

    private void tell(GenesysCall call) {
        List<CallSnapshot> said = snapshots(call);
        unheard.told(said);
        said.forEach(events::call);
    }

    private List<CallSnapshot> snapshots(GenesysCall call) {
        seat.saw(call);
        told.add(call.id());
        String wish = seat.wishes().cause(call, "");
        if (!wish.isEmpty()) {
            shown.put(call.id(), wish);
        }
        String cause = wish.isEmpty() ? call.placedBy() : wish;
        return GenesysEventMapper.toSnapshots(call, telling(call, cause, calls.time(call)));
    }

    private Telling telling(GenesysCall call, String cause, String time) {
        return new Telling(cause, shown.getOrDefault(call.id(), ""), time);
    }

    // ---- what verbs leave behind

    /** A dial was answered, or its answer is lost. */
    void dialSettled() {
        for (String id : List.copyOf(keptBack.keySet())) {
            calls.find(id).filter(call -> !keepsBack(call)).ifPresent(call -> release(id));
        }
    }

    void retell(String id) {
        calls.find(id).filter(call -> told.contains(id)).ifPresent(this::tell);
    }

    void causes(Conversation nested) {
        causes.put(nested.id(), false);
        tell(calls.completed(nested));
    }

    /** Then what the flat shape says must do. */
    void noCauses(String id) {
        causes.put(id, false);
        calls.find(id).ifPresent(this::tell);
    }

    private void forgetOld() {
        for (String id : calls.forgetOld()) {
            told.remove(id);
            causes.remove(id);
            shown.remove(id);
            keptBack.remove(id);
            unheard.gone(id);
            overtaken.heard(id);
            seat.forget(id);
        }
    }
}

package dev.trunkline.port;

import static org.assertj.core.api.Assertions.fail;

import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Credential;
import dev.trunkline.model.LifeCycle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Everything that a stream told, in order, and a way to wait for it; may be looked at while more is told. */
public final class Told implements PlatformEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    public final List<StreamState> links = new CopyOnWriteArrayList<>();
    public final List<VendorException> whys = new CopyOnWriteArrayList<>();
    public final List<List<CallSnapshot>> currents = new CopyOnWriteArrayList<>();
    public final List<AgentSnapshot> agents = new CopyOnWriteArrayList<>();
    public final List<CallSnapshot> calls = new CopyOnWriteArrayList<>();
    public final List<String> failedCommands = new CopyOnWriteArrayList<>();
    public final List<VendorException> failures = new CopyOnWriteArrayList<>();
    public final List<Credential> credentials = new CopyOnWriteArrayList<>();
    /** Calls as they were told or read, in one order. */
    private final List<CallSnapshot> spoken = new ArrayList<>();

    private final Map<String, CallSnapshot> latest = new HashMap<>();
    /** What the gateway would say that it holds open. */
    public Set<String> open = Set.of();

    @Override
    public synchronized void link(StreamState now, Optional<VendorException> why) {
        links.add(now);
        why.ifPresent(whys::add);
        notifyAll();
    }

    @Override
    public synchronized void current(AgentSnapshot agent, List<CallSnapshot> now) {
        currents.add(now);
        spoken.addAll(now);
        now.forEach(call -> latest.put(call.id(), call)); // one reading may say two things of a call
        agents.add(agent);
        notifyAll();
    }

    @Override
    public synchronized void call(CallSnapshot call) {
        calls.add(call);
        spoken.add(call);
        latest.put(call.id(), call);
        notifyAll();
    }

    @Override
    public synchronized void agent(AgentSnapshot agent) {
        agents.add(agent);
        notifyAll();
    }

    @Override
    public synchronized void failed(String causedBy, VendorException failure) {
        failedCommands.add(causedBy);
        failures.add(failure);
        notifyAll();
    }

    @Override
    public synchronized void renewed(Credential credential) {
        credentials.add(credential);
        notifyAll();
    }

    @Override
    public synchronized Set<String> openCalls() {
        return open;
    }

    @Override
    public synchronized Map<String, String> openTexts() {
        Map<String, String> texts = new HashMap<>();
        standing().forEach(call -> texts.put(call.id(), call.raw()));
        return texts;
    }

    public synchronized void until(String what, Predicate<Told> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.test(this)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                fail("waited in vain for " + what + ": " + this);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail("interrupted");
            }
        }
    }

    /** Until the link has been in that state so many times. */
    public void untilLink(StreamState state, int times) {
        until(
                times + " times " + state,
                told -> told.links.stream().filter(state::equals).count() >= times);
    }

    public AgentSnapshot untilAgent(AgentState state) {
        until(
                "agent " + state,
                told -> !told.agents.isEmpty() && told.lastAgent().state() == state);
        return lastAgent();
    }

    public CallSnapshot untilCall(LifeCycle lifeCycle) {
        until("call " + lifeCycle, told -> told.calls.stream()
                .anyMatch(call -> call.lifeCycle().equals(Optional.of(lifeCycle))));
        return lastCall();
    }

    /** The first that is so, told or read. */
    public CallSnapshot untilCall(Predicate<CallSnapshot> wanted) {
        until("a call", told -> told.spoken.stream().anyMatch(wanted));
        return first(wanted);
    }

    private synchronized CallSnapshot first(Predicate<CallSnapshot> wanted) {
        return spoken.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Until the last that was told or read of this call is so. */
    public CallSnapshot untilNow(String id, Predicate<CallSnapshot> so) {
        until("call " + id, told -> told.now(id).filter(so).isPresent());
        return now(id).orElseThrow();
    }

    /** Until the last that was told or read of any call is so. */
    public CallSnapshot untilAny(Predicate<CallSnapshot> so) {
        until("any call", told -> told.latest.values().stream().anyMatch(so));
        return standing().stream().filter(so).findFirst().orElseThrow();
    }

    /** The calls that have not ended, as they were told or read last. */
    public synchronized List<CallSnapshot> standing() {
        return latest.values().stream()
                .filter(call -> !call.lifeCycle().equals(Optional.of(LifeCycle.ENDED)))
                .sorted(Comparator.comparing(CallSnapshot::id))
                .toList();
    }

    private synchronized Optional<CallSnapshot> now(String id) {
        return Optional.ofNullable(latest.get(id));
    }

    public synchronized AgentSnapshot lastAgent() {
        return agents.get(agents.size() - 1);
    }

    public synchronized List<CallSnapshot> spoken() {
        return List.copyOf(spoken);
    }

    public synchronized CallSnapshot lastCall() {
        return calls.get(calls.size() - 1);
    }

    /** Life-cycles without repetitions. */
    public synchronized List<LifeCycle> lives() {
        List<LifeCycle> lives = new ArrayList<>();
        calls.stream().flatMap(call -> call.lifeCycle().stream()).forEach(life -> {
            if (lives.isEmpty() || lives.get(lives.size() - 1) != life) {
                lives.add(life);
            }
        });
        return lives;
    }

    @Override
    public synchronized String toString() {
        return "links " + links + " " + whys + ", agents " + agents + ", calls "
                + calls.stream()
                        .map(call ->
                                call.id() + " " + call.platformState() + " " + call.lifeCycle() + " " + call.allowed())
                        .toList()
                + ", failures " + failures;
    }
}

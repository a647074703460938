package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Dial;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Order;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.model.Verb;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorService;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A platform that does nothing by itself: a test says what it answers and what it tells. */
final class FakePlatform implements VendorService {
    /** What was asked of it, in order: the verb's word. */
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    /** Thrown by the next verb. */
    volatile VendorException answer;
    /** Until then none is answered. */
    volatile CountDownLatch answers = new CountDownLatch(0);

    volatile PlatformEvents events;
    volatile Executor lane;
    volatile StreamState link = StreamState.NEW;
    volatile String dialId = "";

    @Override
    public String vendor() {
        return "fake";
    }

    @Override
    public Map<String, String> channels() {
        return Map.of("fake", "Fake");
    }

    @Override
    public String defaultChannel() {
        return "Fake";
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.LOGIN, Verb.LOGOUT, Verb.SET_READY, Verb.MAKE_CALL, Verb.DROP, Verb.HOLD, Verb.WRAP_UP);
    }

    @Override
    public EventStream stream(AgentSession agent, Executor where, PlatformEvents listener) {
        events = listener;
        lane = where;
        return new EventStream() {
            @Override
            public void open() {
                link = StreamState.CONNECTING;
                asked.add("open");
            }

            @Override
            public StreamState state() {
                return link;
            }

            @Override
            public void reread() {
                asked.add("reread");
            }

            @Override
            public void renew(AgentSession renewed) {}

            @Override
            public void close() {
                link = StreamState.CLOSED;
            }
        };
    }

    void tells(Consumer<PlatformEvents> news) {
        lane.execute(() -> news.accept(events));
    }

    /** The connection stands, the agent is in this state and has these calls. */
    void current(AgentState state, CallSnapshot... calls) {
        link = StreamState.UP;
        tells(listener -> listener.current(agent(state), List.of(calls)));
    }

    static AgentSnapshot agent(AgentState state) {
        return new AgentSnapshot(state, state.word(), "", "Dana Field", "7", "dana", "7040", "", "");
    }

    static CallSnapshot call(String id, LifeCycle cycle, String causedBy, String number) {
        return call(id, cycle, causedBy, number, Map.of());
    }

    static CallSnapshot call(
            String id, LifeCycle cycle, String causedBy, String number, Map<String, String> variables) {
        return new CallSnapshot(
                id,
                cycle.name(),
                Optional.of(cycle),
                true,
                "7040",
                number,
                List.of(number),
                causedBy,
                "",
                Set.of("7040", number),
                cycle.talking() ? EnumSet.of(Verb.HOLD, Verb.DROP) : EnumSet.of(Verb.DROP),
                variables,
                "",
                Optional.empty(),
                "",
                cycle.name() + variables,
                Map.of("Fake", "{\"state\":\"" + cycle + "\"}"),
                id + " " + number);
    }

    @Override
    public CallSnapshot gone(AgentSession agent, String raw) {
        return call(raw.split(" ")[0], LifeCycle.ENDED, "", raw.split(" ")[1]);
    }

    @Override
    public Map<String, String> stateForms(AgentSnapshot agent) {
        return Map.of("Fake", "{\"agent\":\"" + agent.state() + "\"}");
    }

    @Override
    public List<ReasonCode> notReadyReasons(AgentSession agent) {
        return List.of();
    }

    @Override
    public List<ReasonCode> logoutReasons(AgentSession agent) {
        return List.of();
    }

    @Override
    public List<ReasonCode> wrapUpReasons(AgentSession agent) {
        return List.of();
    }

    @Override
    public void login(AgentSession agent, Order order) {
        took("login");
    }

    @Override
    public void logout(AgentSession agent, Order order) {
        took("logout");
    }

    @Override
    public void setReady(AgentSession agent, Order order) {
        took("ready");
    }

    @Override
    public void dial(AgentSession agent, Dial dial) {
        dialId = dial.commandId();
        took("dial");
    }

    @Override
    public void answer(AgentSession agent, Order order) {
        took("answer");
    }

    @Override
    public void accept(AgentSession agent, Order order) {
        took("accept");
    }

    @Override
    public void reject(AgentSession agent, Order order) {
        took("reject");
    }

    @Override
    public void schedule(AgentSession agent, Order order) {
        took("schedule");
    }

    @Override
    public void cancelSchedule(AgentSession agent, Order order) {
        took("cancelSchedule");
    }

    @Override
    public void drop(AgentSession agent, Order order) {
        took("drop");
    }

    @Override
    public void hold(AgentSession agent, Order order) {
        took("hold");
    }

    @Override
    public void consult(AgentSession agent, Order order) {
        took("consult");
    }

    @Override
    public void dropConsult(AgentSession agent, Order order) {
        took("dropConsult");
    }

    @Override
    public void sendDtmf(AgentSession agent, Order order) {
        took("sendDtmf");
    }

    @Override
    public void updateCallData(AgentSession agent, Order order) {
        took("updateCallData");
    }

    @Override
    public void wrapUp(AgentSession agent, Order order) {
        took("wrapUp");
    }

    private void took(String verb) {
        VendorException refused = answer;
        answer = null;
        asked.add(verb);
        try {
            assertThat(answers.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (refused != null) {
            throw refused;
        }
    }
}

package dev.trunkline.vendor.five9;

import static java.util.function.Predicate.not;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Dial;
import dev.trunkline.model.Message;
import dev.trunkline.model.Order;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.model.Verb;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.VendorService;
import dev.trunkline.port.stream.Workers;
import dev.trunkline.vendor.five9.wire.Reason;
import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Five9 behind the port. */
@Stateless
@Local(VendorService.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Five9Service implements VendorService {
    static final String VENDOR = "five9";

    private static final Set<Verb> VERBS = Collections.unmodifiableSet(EnumSet.of(
            Verb.LOGIN,
            Verb.LOGOUT,
            Verb.SET_READY,
            Verb.SET_NOT_READY,
            Verb.MAKE_CALL,
            Verb.ANSWER,
            Verb.REJECT,
            Verb.SCHEDULE,
            Verb.CANCEL_SCHEDULE,
            Verb.DROP,
            Verb.HOLD,
            Verb.RETRIEVE,
            Verb.DIRECT_TRANSFER,
            Verb.CONSULT,
            Verb.TRANSFER,
            Verb.CONFERENCE,
            Verb.DROP_CONSULT,
            Verb.UPDATE_CALL_DATA,
            Verb.WRAP_UP,
            Verb.DROP_PARTICIPANT));
    private static final Map<String, String> CHANNELS = Map.of("five9", Five9Envelope.CHANNEL);

    @Inject
    Five9Client client;

    @Inject
    Five9Seats seats;

    @Inject
    Workers turns;

    ScheduledExecutorService timer;
    Executor workers;

    @Resource
    void setTimer(ManagedScheduledExecutorService managed) {
        timer = managed;
    }

    @Resource
    void setWorkers(ManagedExecutorService managed) {
        workers = managed;
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public Map<String, String> channels() {
        return CHANNELS;
    }

    @Override
    public String defaultChannel() {
        return Five9Envelope.CHANNEL;
    }

    @Override
    public boolean configured() {
        return client.settings().url().isPresent();
    }

    @Override
    public Set<Verb> verbs() {
        return VERBS;
    }

    @Override
    public EventStream stream(AgentSession agent, Executor lane, PlatformEvents events) {
        return new Five9EventStream(agent, lane, events, client, seats, timer, turns.of(VENDOR, workers));
    }

    @Override
    public CallSnapshot gone(AgentSession agent, String raw) {
        return Five9EventMapper.gone(Five9Memory.read(raw));
    }

    @Override
    public Map<String, String> stateForms(AgentSnapshot agent) {
        return Five9Envelope.stateForms(agent);
    }

    @Override
    public List<ReasonCode> notReadyReasons(AgentSession agent) {
        return codes(client.notReadyReasons(agent), "not_ready_reason_codes");
    }

    @Override
    public List<ReasonCode> logoutReasons(AgentSession agent) {
        return codes(client.logOutReasons(agent), "logout_reason_codes");
    }

    private static List<ReasonCode> codes(List<Reason> reasons, String list) {
        return reasons.stream()
                .filter(Reason::selectable)
                .map(reason -> Five9EventMapper.toReason(reason, list))
                .toList();
    }

    /** Of the call that the agent is at, else of the campaign in which he dials. */
    @Override
    public List<ReasonCode> wrapUpReasons(AgentSession agent) {
        String campaign = seat(agent)
                .anyCall()
                .map(call -> call.told().campaignId())
                .filter(not(String::isEmpty))
                .orElseGet(() -> new Five9Dialling(client, agent, seat(agent)).usualCampaign());
        return client.dispositions(agent, campaign).stream()
                .map(Five9EventMapper::toReason)
                .toList();
    }

    @Override
    public void login(AgentSession agent, Order order) {
        new Five9Shift(client, agent, seat(agent)).begin(order);
    }

    @Override
    public void logout(AgentSession agent, Order order) {
        new Five9Shift(client, agent, seat(agent)).end(order);
    }

    @Override
    public void setReady(AgentSession agent, Order order) {
        new Five9States(client, agent, seat(agent)).ready(order.commandId());
    }

    @Override
    public void setNotReady(AgentSession agent, Order order) {
        new Five9States(client, agent, seat(agent))
                .notReady(order.commandId(), order.text("reasonCodeId").orElse(""));
    }

    @Override
    public void dial(AgentSession agent, Dial dial) {
        new Five9Dialling(client, agent, seat(agent)).place(dial);
    }

    @Override
    public void answer(AgentSession agent, Order order) {
        talk(agent, order).answer();
    }

    @Override
    public void reject(AgentSession agent, Order order) {
        talk(agent, order).reject();
    }

    @Override
    public void drop(AgentSession agent, Order order) {
        talk(agent, order).hangUp();
    }

    @Override
    public void hold(AgentSession agent, Order order) {
        talk(agent, order).hold();
    }

    @Override
    public void retrieve(AgentSession agent, Order order) {
        talk(agent, order).retrieve();
    }

    @Override
    public void directTransfer(AgentSession agent, Order order) {
        others(agent, order).directTransfer();
    }

    @Override
    public void consult(AgentSession agent, Order order) {
        others(agent, order).consult();
    }

    @Override
    public void transfer(AgentSession agent, Order order) {
        others(agent, order).transfer();
    }

    @Override
    public void conference(AgentSession agent, Order order) {
        others(agent, order).conference();
    }

    @Override
    public void dropConsult(AgentSession agent, Order order) {
        others(agent, order).dropConsult();
    }

    @Override
    public void dropParticipant(AgentSession agent, Order order) {
        others(agent, order).dropParticipant();
    }

    @Override
    public void updateCallData(AgentSession agent, Order order) {
        Map<String, String> data = order.text("key")
                .map(key -> Map.of(key, order.text("value").orElse("")))
                .orElseGet(() -> Message.variables(order.data()));
        talk(agent, order).data(data, order.text("label").filter(not(String::isBlank)));
    }

    @Override
    public void schedule(AgentSession agent, Order order) {
        new Five9Scheduling(talk(agent, order)).schedule();
    }

    @Override
    public void cancelSchedule(AgentSession agent, Order order) {
        new Five9Scheduling(talk(agent, order)).cancel();
    }

    @Override
    public void wrapUp(AgentSession agent, Order order) {
        new Five9WrapUp(talk(agent, order)).set();
    }

    private Five9Others others(AgentSession agent, Order order) {
        return new Five9Others(talk(agent, order));
    }

    private Five9Talk talk(AgentSession agent, Order order) {
        return new Five9Talk(client, agent, seat(agent), order);
    }

    private Five9Seat seat(AgentSession agent) {
        return seats.of(agent);
    }
}

package dev.trunkline.vendor.webexcc;

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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Webex Contact Center behind the port. */
@Stateless
@Local(VendorService.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebexccService implements VendorService {
    static final String VENDOR = "webexcc";

    private static final Set<Verb> VERBS = Collections.unmodifiableSet(EnumSet.of(
            Verb.LOGIN,
            Verb.LOGOUT,
            Verb.SET_READY,
            Verb.SET_NOT_READY,
            Verb.MAKE_CALL,
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
            Verb.WRAP_UP));
    private static final Map<String, String> CHANNELS = Map.of(
            "webexcc", WebexccEnvelope.CHANNEL,
            "wxcc", WebexccEnvelope.CHANNEL,
            "webexcontactcenter", WebexccEnvelope.CHANNEL);
    /** Whoever logs out must say why (sheet 2.4). */
    private static final String END_OF_WORK = "Logged out by the agent";

    @Inject
    WebexccClient client;

    @Inject
    WebexccSeats seats;

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
        return WebexccEnvelope.CHANNEL;
    }

    @Override
    public boolean configured() {
        return client.settings().apiUrl().isPresent();
    }

    @Override
    public Set<Verb> verbs() {
        return VERBS;
    }

    @Override
    public EventStream stream(AgentSession agent, Executor lane, PlatformEvents events) {
        return new WebexccEventStream(agent, lane, events, client, seats, timer, turns.of(VENDOR, workers));
    }

    @Override
    public CallSnapshot gone(AgentSession agent, String raw) {
        return WebexccEventMapper.gone(WebexccMemory.read(raw));
    }

    @Override
    public Map<String, String> stateForms(AgentSnapshot agent) {
        return WebexccEnvelope.stateForms(agent);
    }

    @Override
    public List<ReasonCode> notReadyReasons(AgentSession agent) {
        return codes(agent).idleReasons();
    }

    /** The platform takes any text. */
    @Override
    public List<ReasonCode> logoutReasons(AgentSession agent) {
        return List.of();
    }

    @Override
    public List<ReasonCode> wrapUpReasons(AgentSession agent) {
        return codes(agent).wrapUpReasons();
    }

    /** Who has a station session needs none; but whether his credential is good is asked. */
    @Override
    public void login(AgentSession agent, Order order) {
        WebexccSeat seat = seat(agent);
        Optional<WebexccAgent> here = seat.agent().filter(WebexccAgent::in);
        boolean another = Boolean.FALSE.equals(order.data().get("attach"));
        if (here.isPresent() && !another) {
            new WebexccStations(client, agent, seat).prove(here.get().id());
            seat.follow().reread();
        } else {
            new WebexccStations(client, agent, seat).login(order.commandId());
        }
    }

    @Override
    public void logout(AgentSession agent, Order order) {
        String reason = order.text("reasonCodeId").orElse(END_OF_WORK);
        new WebexccStations(client, agent, seat(agent)).logout(order.commandId(), reason);
    }

    @Override
    public void setReady(AgentSession agent, Order order) {
        WebexccSeat seat = seat(agent);
        seat.follow().chosen();
        new WebexccStates(client, agent, seat).ready(order.commandId());
    }

    @Override
    public void setNotReady(AgentSession agent, Order order) {
        WebexccSeat seat = seat(agent);
        seat.follow().chosen();
        new WebexccStates(client, agent, seat)
                .notReady(order.commandId(), order.text("reasonCodeId").orElse(""));
    }

    @Override
    public void dial(AgentSession agent, Dial dial) {
        new WebexccDialling(client, agent, seat(agent)).place(dial);
    }

    @Override
    public void reject(AgentSession agent, Order order) {
        talk(agent, order).reject();
    }

    @Override
    public void schedule(AgentSession agent, Order order) {
        new WebexccScheduling(talk(agent, order)).schedule();
    }

    @Override
    public void cancelSchedule(AgentSession agent, Order order) {
        new WebexccScheduling(talk(agent, order)).cancel();
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
        talk(agent, order).directTransfer();
    }

    @Override
    public void consult(AgentSession agent, Order order) {
        talk(agent, order).consult();
    }

    @Override
    public void transfer(AgentSession agent, Order order) {
        talk(agent, order).transfer();
    }

    @Override
    public void conference(AgentSession agent, Order order) {
        talk(agent, order).conference();
    }

    @Override
    public void dropConsult(AgentSession agent, Order order) {
        talk(agent, order).dropConsult();
    }

    @Override
    public void updateCallData(AgentSession agent, Order order) {
        Map<String, String> variables = order.text("key")
                .map(key -> Map.of(key, order.text("value").orElse("")))
                .orElseGet(() -> Message.variables(order.data()));
        talk(agent, order).data(variables, order.text("label").filter(label -> !label.isBlank()));
    }

    @Override
    public void wrapUp(AgentSession agent, Order order) {
        new WebexccWrapUp(talk(agent, order)).set();
    }

    private WebexccTalk talk(AgentSession agent, Order order) {
        return new WebexccTalk(client, agent, seat(agent), order);
    }

    private WebexccCodes codes(AgentSession agent) {
        return new WebexccCodes(client, agent, seat(agent));
    }

    private WebexccSeat seat(AgentSession agent) {
        return seats.of(agent);
    }
}

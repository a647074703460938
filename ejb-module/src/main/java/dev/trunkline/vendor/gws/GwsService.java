package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.model.Message;
import dev.trunkline.model.Order;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.model.Verb;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.VendorException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Genesys Web Services behind the port. */
@Stateless
@Local(VendorService.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GwsService implements VendorService {
    static final String VENDOR = "gws";

    private static final Set<Verb> VERBS = Collections.unmodifiableSet(EnumSet.of(
            Verb.LOGIN,
            Verb.LOGOUT,
            Verb.SET_READY,
            Verb.SET_NOT_READY,
            Verb.MAKE_CALL,
            Verb.ANSWER,
            Verb.DROP,
            Verb.HOLD,
            Verb.RETRIEVE,
            Verb.DIRECT_TRANSFER,
            Verb.CONSULT,
            Verb.TRANSFER,
            Verb.CONFERENCE,
            Verb.DROP_CONSULT,
            Verb.SWAP,
            Verb.SEND_DTMF,
            Verb.MUTE,
            Verb.UNMUTE,
            Verb.UPDATE_CALL_DATA,
            Verb.WRAP_UP));
    private static final Map<String, String> CHANNELS = Map.of(
            "gws", GwsEnvelope.CHANNEL,
            "genesysws", GwsEnvelope.CHANNEL,
            "genesyswebservices", GwsEnvelope.CHANNEL,
            "genesysengage", GwsEnvelope.CHANNEL,
            "engage", GwsEnvelope.CHANNEL,
            "pureengage", GwsEnvelope.CHANNEL,
            "htcc", GwsEnvelope.CHANNEL);

    @Inject
    GwsClient client;

    @Inject
    GwsSeats seats;

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
        return GwsEnvelope.CHANNEL;
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
        return new GwsEventStream(agent, lane, events, client, seats, timer, turns.of(VENDOR, workers));
    }

    @Override
    public CallSnapshot gone(AgentSession agent, String raw) {
        return GwsEventMapper.gone(GwsMemory.read(agent, raw));
    }

    @Override
    public Map<String, String> stateForms(AgentSnapshot agent) {
        return GwsEnvelope.stateForms(agent);
    }

    @Override
    public List<ReasonCode> notReadyReasons(AgentSession agent) {
        return states(agent).codes();
    }

    /** The platform asks for none. */
    @Override
    public List<ReasonCode> logoutReasons(AgentSession agent) {
        return List.of();
    }

    /** The platform has no list of its own. */
    @Override
    public List<ReasonCode> wrapUpReasons(AgentSession agent) {
        return client.settings().wrapUpCodes().stream()
                .map(GwsEventMapper::toReason)
                .toList();
    }

    @Override
    public void login(AgentSession agent, Order order) {
        new GwsShift(client, agent, seat(agent)).begin();
    }

    @Override
    public void logout(AgentSession agent, Order order) {
        new GwsShift(client, agent, seat(agent)).end();
    }

    @Override
    public void setReady(AgentSession agent, Order order) {
        states(agent).ready(order.commandId());
    }

    @Override
    public void setNotReady(AgentSession agent, Order order) {
        states(agent).notReady(order.commandId(), order.text("reasonCodeId").orElse(""));
    }

    @Override
    public void dial(AgentSession agent, Dial dial) {
        notOurs(dial.variables());
        new GwsDialling(client, agent, seat(agent)).place(dial);
    }

    private void notOurs(Map<String, String> variables) {
        String ours = client.settings().correlationKey();
        if (!ours.isEmpty() && variables.containsKey(ours)) {
            throw new VendorException(Code.INVALID_DATA, "variables: " + ours + " is ours");
        }
    }

    @Override
    public void answer(AgentSession agent, Order order) {
        talk(agent, order).operate("Answer");
    }

    @Override
    public void drop(AgentSession agent, Order order) {
        talk(agent, order).hangUp();
    }

    @Override
    public void hold(AgentSession agent, Order order) {
        talk(agent, order).operate("Hold");
    }

    @Override
    public void retrieve(AgentSession agent, Order order) {
        talk(agent, order).operate("Retrieve");
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
    public void swap(AgentSession agent, Order order) {
        talk(agent, order).swap();
    }

    @Override
    public void sendDtmf(AgentSession agent, Order order) {
        talk(agent, order).digits();
    }

    @Override
    public void mute(AgentSession agent, Order order) {
        talk(agent, order).mute(true);
    }

    @Override
    public void unmute(AgentSession agent, Order order) {
        talk(agent, order).mute(false);
    }

    @Override
    public void updateCallData(AgentSession agent, Order order) {
        Map<String, String> data = new LinkedHashMap<>(order.text("key")
                .map(key -> Map.of(key, order.text("value").orElse("")))
                .orElseGet(() -> Message.variables(order.data())));
        notOurs(data);
        GwsSettings settings = client.settings();
        order.text("label")
                .filter(label -> !label.isBlank())
                .ifPresent(
                        label -> data.put(settings.dispositionKey(), GwsWrapUp.chosen(settings.wrapUpCodes(), label)));
        talk(agent, order).data(data);
    }

    @Override
    public void wrapUp(AgentSession agent, Order order) {
        new GwsWrapUp(talk(agent, order), states(agent)).set();
    }

    private GwsTalk talk(AgentSession agent, Order order) {
        return new GwsTalk(client, agent, seat(agent), order);
    }

    private GwsStates states(AgentSession agent) {
        return new GwsStates(client, agent, seat(agent));
    }

    private GwsSeat seat(AgentSession agent) {
        return seats.of(agent);
    }
}

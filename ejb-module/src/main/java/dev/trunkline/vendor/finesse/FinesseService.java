package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Cisco Finesse behind the port. It is as long as the port is wide: this platform offers most verbs, each is one short method (ADR 0013). */
@Stateless
@Local(VendorService.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FinesseService implements VendorService {
    static final String VENDOR = "finesse";

    private static final Set<Verb> VERBS = Collections.unmodifiableSet(EnumSet.of(
            Verb.LOGIN,
            Verb.LOGOUT,
            Verb.SET_READY,
            Verb.SET_NOT_READY,
            Verb.MAKE_CALL,
            Verb.ANSWER,
            Verb.ACCEPT,
            Verb.REJECT,
            Verb.CLOSE,
            Verb.SKIP,
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
            Verb.SWAP,
            Verb.SEND_DTMF,
            Verb.UPDATE_CALL_DATA,
            Verb.WRAP_UP,
            Verb.RECLASSIFY,
            Verb.DROP_PARTICIPANT));
    private static final Map<String, String> CHANNELS = Map.of(
            "finesse", FinesseEnvelope.FINESSE,
            "ciscofinesse", FinesseEnvelope.FINESSE,
            "cisco", FinesseEnvelope.CISCO);

    @Inject
    FinesseClient client;

    @Inject
    FinesseSeats seats;

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
        String form = client.settings().defaultForm().toLowerCase(Locale.ROOT);
        return CHANNELS.getOrDefault(form, FinesseEnvelope.FINESSE);
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
        return new FinesseEventStream(
                agent,
                lane,
                events,
                client,
                seats,
                new FinesseEventStream.FinesseThreads(timer, turns.of(VENDOR, workers)));
    }

    @Override
    public CallSnapshot gone(AgentSession agent, String raw) {
        return FinesseEventMapper.toSnapshot(FinesseCall.last(agent, FinesseXml.dialog(raw)), "");
    }

    @Override
    public Map<String, String> stateForms(AgentSnapshot agent) {
        return FinesseEnvelope.stateForms(agent);
    }

    @Override
    public List<ReasonCode> notReadyReasons(AgentSession agent) {
        return FinesseReasons.chosenByAgents(client.reasonCodes(agent, "NOT_READY"));
    }

    @Override
    public List<ReasonCode> logoutReasons(AgentSession agent) {
        return FinesseReasons.chosenByAgents(client.reasonCodes(agent, "LOGOUT"));
    }

    @Override
    public List<ReasonCode> wrapUpReasons(AgentSession agent) {
        return FinesseReasons.chosenByAgents(client.wrapUpReasons(agent));
    }

    @Override
    public void login(AgentSession agent, Order order) {
        if (agent.extension().isEmpty()) {
            throw new VendorException(Code.INVALID_DATA, "extension: Finesse signs an agent in with a phone");
        }
        client.signIn(agent, order.commandId());
    }

    @Override
    public void logout(AgentSession agent, Order order) {
        String id =
                FinesseReasons.logout(client, agent, order.text("reasonCodeId").orElse(""));
        seats.of(agent).loan().end();
        client.changeState(agent, order.commandId(), "LOGOUT", id);
    }

    @Override
    public void setReady(AgentSession agent, Order order) {
        client.changeState(agent, order.commandId(), "READY", "");
    }

    @Override
    public void setNotReady(AgentSession agent, Order order) {
        notReady(agent, order, order.text("reasonCodeId").orElse(""));
    }

    @Override
    public void dial(AgentSession agent, Dial dial) {
        if (dial.options().containsKey("callerId")) {
            throw new VendorException(Code.CALLER_ID_NOT_SUPPORTED, "Unified CM chooses the number to show");
        }
        FinesseVariables.check(dial.variables(), client.settings());
        new FinesseDialling(client, agent, seats.of(agent)).place(dial);
    }

    @Override
    public void answer(AgentSession agent, Order order) {
        act(agent, order, "ANSWER");
    }

    /** Finesse dials the number of the record, no other. */
    @Override
    public void accept(AgentSession agent, Order order) {
        if (order.text("toAddress").isPresent()) {
            throw new VendorException(Code.INVALID_DATA, "toAddress: Finesse calls the number of the record");
        }
        act(agent, order, "ACCEPT");
    }

    @Override
    public void reject(AgentSession agent, Order order) {
        act(agent, order, "REJECT");
    }

    @Override
    public void close(AgentSession agent, Order order) {
        act(agent, order, "CLOSE");
    }

    /** Finesse knows no other way to leave the record to the campaign (contract 2.4). */
    @Override
    public void skip(AgentSession agent, Order order) {
        reject(agent, order);
    }

    @Override
    public void schedule(AgentSession agent, Order order) {
        new FinesseScheduling(client, agent, seats.of(agent)).schedule(order);
    }

    @Override
    public void cancelSchedule(AgentSession agent, Order order) {
        new FinesseScheduling(client, agent, seats.of(agent)).cancel(order);
    }

    @Override
    public void drop(AgentSession agent, Order order) {
        act(agent, order, "DROP");
    }

    @Override
    public void hold(AgentSession agent, Order order) {
        act(agent, order, "HOLD");
    }

    @Override
    public void retrieve(AgentSession agent, Order order) {
        act(agent, order, "RETRIEVE");
    }

    /** To a number, whatever the destination type: queues and agents are numbers to Finesse. */
    @Override
    public void directTransfer(AgentSession agent, Order order) {
        actTowards(agent, order, "TRANSFER_SST");
    }

    /** To a number, as {@link #directTransfer}. */
    @Override
    public void consult(AgentSession agent, Order order) {
        actTowards(agent, order, "CONSULT_CALL");
    }

    @Override
    public void transfer(AgentSession agent, Order order) {
        act(agent, order, "TRANSFER");
    }

    @Override
    public void conference(AgentSession agent, Order order) {
        act(agent, order, "CONFERENCE");
    }

    @Override
    public void dropConsult(AgentSession agent, Order order) {
        new FinesseTwoCalls(client, agent, seats.of(agent)).dropConsult(order);
    }

    @Override
    public void swap(AgentSession agent, Order order) {
        new FinesseTwoCalls(client, agent, seats.of(agent)).swap(order);
    }

    @Override
    public void sendDtmf(AgentSession agent, Order order) {
        String tones = FinesseDigits.tones(order.text("digits").orElse(""), client.ccx(agent));
        client.actWith(agent, order.commandId(), order.callId(), "SEND_DTMF", "dtmfString", tones);
    }

    @Override
    public void updateCallData(AgentSession agent, Order order) {
        Map<String, String> variables = FinesseVariables.of(order);
        FinesseVariables.check(variables, client.settings());
        String label = order.text("label").orElse("");
        client.setCallData(agent, order.commandId(), order.callId(), variables, label);
    }

    @Override
    public void reclassify(AgentSession agent, Order order) {
        String value = order.text("value").orElse("");
        client.actWith(agent, order.commandId(), order.callId(), "RECLASSIFY", "outboundClassification", value);
    }

    @Override
    public void dropParticipant(AgentSession agent, Order order) {
        String address = order.text("participantAddress").orElse("");
        client.dropParticipant(agent, order.commandId(), order.callId(), address);
    }

    /** The member {@code notes} has no place in Finesse. */
    @Override
    public void wrapUp(AgentSession agent, Order order) {
        FinesseWrapUp.label(client, agent, order)
                .ifPresent(label -> client.setCallData(agent, order.commandId(), order.callId(), Map.of(), label));
        seats.of(agent).loan().end();
        if (order.flag("ready")) {
            setReady(agent, order);
        } else {
            notReady(agent, order, "");
        }
    }

    private void notReady(AgentSession agent, Order order, String reason) {
        String id = FinesseReasons.notReady(client, agent, reason);
        seats.of(agent).loan().end();
        client.changeState(agent, order.commandId(), "NOT_READY", id);
    }

    private void act(AgentSession agent, Order order, String action) {
        client.act(agent, order.commandId(), order.callId(), action);
    }

    private void actTowards(AgentSession agent, Order order, String action) {
        String number = FinesseDigits.number(order.text("toAddress").orElse(""));
        client.actTowards(agent, order.commandId(), order.callId(), action, number);
    }
}

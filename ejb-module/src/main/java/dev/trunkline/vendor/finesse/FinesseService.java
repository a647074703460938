package dev.trunkline.vendor.finesse;

import static java.util.function.Predicate.not;

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
import dev.trunkline.vendor.finesse.wire.LabelledReason;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** Cisco Finesse behind the port. */
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
            Verb.DROP,
            Verb.HOLD,
            Verb.RETRIEVE,
            Verb.WRAP_UP));
    private static final Map<String, String> CHANNELS = Map.of(
            "finesse", FinesseEnvelope.FINESSE,
            "ciscofinesse", FinesseEnvelope.FINESSE,
            "cisco", FinesseEnvelope.CISCO);

    @Inject
    FinesseClient client;

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
                agent, lane, events, client, new FinesseEventStream.FinesseThreads(timer, workers));
    }

    @Override
    public CallSnapshot gone(AgentSession agent, String raw) {
        return FinesseEventMapper.toLastSnapshot(agent, FinesseXml.dialog(raw), "");
    }

    @Override
    public Map<String, String> stateForms(AgentSnapshot agent) {
        return FinesseEnvelope.stateForms(agent);
    }

    @Override
    public List<ReasonCode> notReadyReasons(AgentSession agent) {
        return reasons(client.reasonCodes(agent, "NOT_READY"));
    }

    @Override
    public List<ReasonCode> logoutReasons(AgentSession agent) {
        return reasons(client.reasonCodes(agent, "LOGOUT"));
    }

    @Override
    public List<ReasonCode> wrapUpReasons(AgentSession agent) {
        return reasons(client.wrapUpReasons(agent));
    }

    private static List<ReasonCode> reasons(List<LabelledReason> listed) {
        return listed.stream()
                .filter(reason -> !Boolean.parseBoolean(reason.systemCode()))
                .map(FinesseEventMapper::toReason)
                .toList();
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
        String id = FinesseReasons.id(order.text("reasonCodeId").orElse(""), () -> logoutReasons(agent));
        client.changeState(agent, order.commandId(), "LOGOUT", id);
    }

    @Override
    public void setReady(AgentSession agent, Order order) {
        client.changeState(agent, order.commandId(), "READY", "");
    }

    @Override
    public void setNotReady(AgentSession agent, Order order) {
        notReady(agent, order, order.text("reasonCodeId"));
    }

    @Override
    public void dial(AgentSession agent, Dial dial) {
        if (dial.options().containsKey("callerId")) {
            throw new VendorException(Code.CALLER_ID_NOT_SUPPORTED, "Unified CM chooses the number to show");
        }
        FinesseVariables.check(dial.variables(), client.settings());
        client.makeCall(agent, dial.commandId(), dial.toAddress(), dial.variables());
    }

    @Override
    public void drop(AgentSession agent, Order order) {
        client.act(agent, order.commandId(), order.callId(), "DROP");
    }

    @Override
    public void hold(AgentSession agent, Order order) {
        client.act(agent, order.commandId(), order.callId(), "HOLD");
    }

    @Override
    public void retrieve(AgentSession agent, Order order) {
        client.act(agent, order.commandId(), order.callId(), "RETRIEVE");
    }

    @Override
    public void wrapUp(AgentSession agent, Order order) {
        FinesseWrapUp.label(client, agent, order)
                .ifPresent(label -> client.setWrapUpReason(agent, order.commandId(), order.callId(), label));
        if (order.flag("ready")) {
            setReady(agent, order);
        } else {
            notReady(agent, order, Optional.empty());
        }
    }

    private void notReady(AgentSession agent, Order order, Optional<String> given) {
        String reason =
                given.filter(not(String::isBlank)).orElse(client.settings().defaultNotReady());
        String id = FinesseReasons.id(reason, () -> notReadyReasons(agent));
        client.changeState(agent, order.commandId(), "NOT_READY", id);
    }
}

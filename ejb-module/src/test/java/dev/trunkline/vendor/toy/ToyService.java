package dev.trunkline.vendor.toy;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Dial;
import dev.trunkline.model.Order;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.model.Verb;
import dev.trunkline.port.EventStream;
import dev.trunkline.port.PlatformEvents;
import dev.trunkline.port.VendorService;
import dev.trunkline.port.stream.Workers;
import dev.trunkline.vendor.toy.wire.Call;
import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** The toy behind the port. */
@Stateless
@Local(VendorService.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ToyService implements VendorService {
    private static final String VENDOR = "toy";

    @Inject
    ToyClient client;

    @Inject
    Workers turns;

    @Resource
    ManagedScheduledExecutorService timer;

    @Resource
    ManagedExecutorService workers;

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public Map<String, String> channels() {
        return Map.of("toy", ToyEnvelope.CHANNEL, "toyserver", ToyEnvelope.CHANNEL);
    }

    @Override
    public String defaultChannel() {
        return ToyEnvelope.CHANNEL;
    }

    @Override
    public boolean configured() {
        return client.settings().url().isPresent();
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.LOGIN, Verb.LOGOUT, Verb.SET_READY, Verb.SET_NOT_READY, Verb.MAKE_CALL, Verb.DROP);
    }

    @Override
    public EventStream stream(AgentSession agent, Executor lane, PlatformEvents events) {
        return new ToyEventStream(agent, lane, events, client, timer, turns.of(VENDOR, workers));
    }

    @Override
    public CallSnapshot gone(AgentSession agent, String raw) {
        return ToyEventMapper.toSnapshot(Json.read(raw, Call.class).gone());
    }

    @Override
    public Map<String, String> stateForms(AgentSnapshot agent) {
        return ToyEnvelope.stateForms(agent);
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
        client.change(agent, "away", order.commandId());
    }

    @Override
    public void logout(AgentSession agent, Order order) {
        client.change(agent, "out", order.commandId());
    }

    @Override
    public void setReady(AgentSession agent, Order order) {
        client.change(agent, "ready", order.commandId());
    }

    @Override
    public void setNotReady(AgentSession agent, Order order) {
        client.change(agent, "away", order.commandId());
    }

    @Override
    public void dial(AgentSession agent, Dial dial) {
        client.dial(agent, dial.toAddress(), dial.commandId());
    }

    @Override
    public void drop(AgentSession agent, Order order) {
        client.hangUp(agent, order.callId());
    }
}

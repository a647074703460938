package dev.trunkline.vendor.genesys;

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
import dev.trunkline.vendor.genesys.wire.User;
import dev.trunkline.vendor.genesys.wire.WrapUpCode;
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

/** Genesys Cloud behind the port. */
@Stateless
@Local(VendorService.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GenesysService implements VendorService {
    static final String VENDOR = "genesys";

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
            Verb.SWAP,
            Verb.SEND_DTMF,
            Verb.MUTE,
            Verb.UNMUTE,
            Verb.UPDATE_CALL_DATA,
            Verb.WRAP_UP,
            Verb.DROP_PARTICIPANT));
    private static final Map<String, String> CHANNELS = Map.of(
            "genesys", GenesysEnvelope.CHANNEL,
            "genesyscloud", GenesysEnvelope.CHANNEL,
            "genesyscloudcx", GenesysEnvelope.CHANNEL,
            "purecloud", GenesysEnvelope.CHANNEL);

    @Inject
    GenesysClient client;

    @Inject
    GenesysSeats seats;

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
        return GenesysEnvelope.CHANNEL;
    }

    @Override
    public boolean configured() {
        return client.settings().apiUrl().isPresent()
                && client.settings().loginUrl().isPresent();
    }

    @Override
    public Set<Verb> verbs() {
        return VERBS;
    }

    @Override
    public EventStream stream(AgentSession agent, Executor lane, PlatformEvents events) {
        return new GenesysEventStream(agent, lane, events, client, seats, timer, turns.of(VENDOR, workers));
    }

    @Override
    public CallSnapshot gone(AgentSession agent, String raw) {
        return GenesysEventMapper.gone(GenesysMemory.read(agent, raw));
    }

    @Override
    public Map<String, String> stateForms(AgentSnapshot agent) {
        return GenesysEnvelope.stateForms(agent);
    }

    @Override
    public List<ReasonCode> notReadyReasons(AgentSession agent) {
        return GenesysPresences.codes(client.definitions(agent));
    }

    /** The platform asks for none. */
    @Override
    public List<ReasonCode> logoutReasons(AgentSession agent) {
        return List.of();
    }

    /** Of the queue for which agents dial; each call has its own, which may be others (sheet 10, 15). */
    @Override
    public List<ReasonCode> wrapUpReasons(AgentSession agent) {
        String queue = client.settings().queue();
        List<WrapUpCode> codes = queue.isEmpty() ? List.of() : client.wrapUpCodes(agent, queue);
        return codes.stream().map(GenesysEventMapper::toReason).toList();
    }

    /** There is no sign-in: he needs a phone, and must not be Offline (sheet 2.4). */
    @Override
    public void login(AgentSession agent, Order order) {
        User user = client.me(agent);
        GenesysSeat seat = seat(agent);
        new GenesysStations(client, agent, seat).take(user.station());
        if (GenesysEventMapper.word(user.presence().systemPresence()).equals("OFFLINE")) {
            new GenesysPresences(client, agent, seat).notReady(order.commandId(), "");
        }
        seat.follow().reread();
    }

    @Override
    public void logout(AgentSession agent, Order order) {
        GenesysSeat seat = seat(agent);
        new GenesysStations(client, agent, seat).release();
        new GenesysPresences(client, agent, seat).offline(order.commandId());
    }

    @Override
    public void setReady(AgentSession agent, Order order) {
        new GenesysPresences(client, agent, seat(agent)).ready(order.commandId());
    }

    @Override
    public void setNotReady(AgentSession agent, Order order) {
        new GenesysPresences(client, agent, seat(agent))
                .notReady(order.commandId(), order.text("reasonCodeId").orElse(""));
    }

    @Override
    public void dial(AgentSession agent, Dial dial) {
        if (dial.variables().containsKey(client.settings().correlationKey())) {
            throw new VendorException(
                    Code.INVALID_DATA, "variables: " + client.settings().correlationKey() + " is ours");
        }
        new GenesysDialling(client, agent, seat(agent)).place(dial);
    }

    @Override
    public void answer(AgentSession agent, Order order) {
        talk(agent, order).state("connected");
    }

    @Override
    public void reject(AgentSession agent, Order order) {
        talk(agent, order).hangUp();
    }

    @Override
    public void schedule(AgentSession agent, Order order) {
        new GenesysScheduling(talk(agent, order)).schedule();
    }

    @Override
    public void cancelSchedule(AgentSession agent, Order order) {
        new GenesysScheduling(talk(agent, order)).cancel();
    }

    @Override
    public void drop(AgentSession agent, Order order) {
        talk(agent, order).hangUp();
    }

    @Override
    public void hold(AgentSession agent, Order order) {
        talk(agent, order).hold(true);
    }

    @Override
    public void retrieve(AgentSession agent, Order order) {
        talk(agent, order).hold(false);
    }

    @Override
    public void directTransfer(AgentSession agent, Order order) {
        talk(agent, order).directTransfer();
    }

    @Override
    public void consult(AgentSession agent, Order order) {
        talk(agent, order).consult();
    }

    /** Whoever began a consult completes it by leaving (sheet 4). */
    @Override
    public void transfer(AgentSession agent, Order order) {
        talk(agent, order).hangUp();
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
        GenesysTalk talk = talk(agent, order);
        new GenesysWrapUp(talk).keepLabel();
        talk.data();
    }

    @Override
    public void dropParticipant(AgentSession agent, Order order) {
        talk(agent, order).dropParticipant();
    }

    @Override
    public void wrapUp(AgentSession agent, Order order) {
        new GenesysWrapUp(talk(agent, order)).set();
    }

    private GenesysTalk talk(AgentSession agent, Order order) {
        return new GenesysTalk(client, agent, seat(agent), order);
    }

    private GenesysSeat seat(AgentSession agent) {
        return seats.of(agent, client.settings().correlationKey());
    }
}

package dev.trunkline.command;

import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.call.CommandStore;
import dev.trunkline.call.CommandStore.Key;
import dev.trunkline.call.CommandStore.KeyBoundException;
import dev.trunkline.call.Ids;
import dev.trunkline.call.Records;
import dev.trunkline.callback.Callbacks;
import dev.trunkline.command.Door.Visit;
import dev.trunkline.desk.Asker;
import dev.trunkline.desk.Desk;
import dev.trunkline.desk.Desks;
import dev.trunkline.desk.SignIn;
import dev.trunkline.desk.SignIns;
import dev.trunkline.event.Intake;
import dev.trunkline.identity.Caller;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.Message;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import dev.trunkline.port.VendorService;
import dev.trunkline.port.Vendors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The one way in: whatever the transport, a request becomes a stored command here, or is refused. */
@ApplicationScoped
public class Commands {
    @Inject
    Vendors vendors;

    @Inject
    Desks desks;

    @Inject
    SignIns signIns;

    @Inject
    CommandStore store;

    @Inject
    Callbacks callbacks;

    @Inject
    Door door;

    @Inject
    @Any
    Instance<DialPolicy> policies;

    @Inject
    Config config;

    /**
     * Checks and stores; the platform is called afterwards, on the agent's lane.
     *
     * @param idempotencyKey the header's key, which goes before the message's own
     * @param asker where he is told what is for him alone; empty if he has no connection
     * @throws RefusedException and leaves nothing behind then
     */
    public Accepted accept(Caller caller, Message message, Optional<String> idempotencyKey, Optional<Asker> asker) {
        try {
            if (message.verb() == Verb.REGISTER) {
                return register(caller, caller.watching(message.agent()), message);
            }
            AgentKey agent = caller.acting(message.agent());
            VendorService platform = vendors.configured(message.channel());
            if (!platform.verbs().contains(message.verb())) {
                throw new RefusedException(platform.refused(message.verb()).refusal());
            }
            noOpenPassword(caller, message);
            Optional<String> key = idempotencyKey.or(message::idempotencyKey).filter(given -> message.verb()
                    .keyed());
            return door.pass(visit -> {
                Desk desk = desks.of(agent, platform);
                return door.inTurn(desk.turn(), () -> take(visit, caller, desk, message, key, asker));
            });
        } catch (RefusedException refused) {
            Refusal why = refused.refusal();
            throw new RefusedException(
                    why.on(message.channel()).of(message.verb()).answering(message.requestId()));
        }
    }

    private static void noOpenPassword(Caller caller, Message message) {
        if (message.verb() == Verb.LOGIN && message.text("password").isPresent() && !caller.encrypted()) {
            throw new RefusedException(
                    Code.CREDENTIALS_NOT_ALLOWED, "Login with a password needs TLS, loopback or a trusted TLS proxy");
        }
    }

    private Accepted take(
            Visit visit, Caller caller, Desk desk, Message message, Optional<String> given, Optional<Asker> asker) {
        Optional<Key> key =
                given.map(value -> new Key(value, Fingerprint.of(desk.platform().vendor(), message)));
        Optional<Accepted> replay = key.flatMap(bound -> replay(desk.key(), message, bound));
        if (replay.isPresent()) {
            return replay.get();
        }
        Optional<CallChoice> call = checked(desk, aboutItsCall(desk, message));
        if (message.verb() == Verb.MAKE_CALL) {
            policies.forEach(policy -> policy.check(desk.key(), message));
        }
        Optional<SignIn> wanted =
                message.verb() == Verb.LOGIN ? Optional.of(signIns.wanted(desk, message)) : Optional.empty();
        if (!desk.hasRoom()) {
            throw new RefusedException(Refusal.of(Code.OVERLOADED, "too many commands of this agent wait")
                    .retryAfter(1_000));
        }
        CommandRecord command = command(caller, desk.key(), desk.platform(), message, call, Status.ACCEPTED);
        Optional<CallRecord> announced =
                message.verb() == Verb.MAKE_CALL ? Optional.of(Records.announced(command)) : Optional.empty();
        try {
            door.store(visit, command, () -> store.insert(command, key, announced));
        } catch (KeyBoundException elsewhere) {
            // By the same agent at another platform's desk, or on another node.
            return key.flatMap(bound -> replay(desk.key(), message, bound)).orElseThrow(() -> elsewhere);
        }
        synchronized (desk) {
            handOver(desk, command, wanted, message, asker);
        }
        return accepted(command, message, false);
    }

    /** A callback is arranged on a call: who names the callback means that one. */
    private Message aboutItsCall(Desk desk, Message message) {
        return message.text("callbackId")
                .map(id -> callbacks
                        .find(desk.key(), desk.platform().vendor(), id)
                        .map(callback -> message.with("callId", callback.callId()))
                        .orElseThrow(() -> new RefusedException(Code.INVALID_DATA, "callbackId: no such callback")))
                .orElse(message);
    }

    private Optional<CallChoice> checked(Desk desk, Message message) {
        synchronized (desk) {
            return new Checks(desk, message).pass(required(desk.platform()));
        }
    }

    private static void handOver(
            Desk desk, CommandRecord command, Optional<SignIn> wanted, Message message, Optional<Asker> asker) {
        boolean leaving = command.verb() == Verb.LOGOUT
                && desk.signIn().map(SignIn::attached).orElse(false);
        if (wanted.isPresent()) {
            desk.takeLogin(command, wanted.get(), message.flag("attach").orElse(true));
        } else if (leaving) {
            desk.takeLeave(command);
        } else {
            desk.take(command, asker);
        }
    }

    private Optional<Accepted> replay(AgentKey agent, Message message, Key key) {
        return store.bound(agent, key.value()).map(bound -> {
            if (door.refused(bound.commandId())) {
                throw Intake.overloaded();
            }
            if (!bound.fingerprint().equals(key.fingerprint())) {
                throw new RefusedException(Code.IDEMPOTENCY_CONFLICT, "the key was used for another request");
            }
            CommandRecord first = store.find(agent.tenant(), bound.commandId())
                    .orElseThrow(() -> new RefusedException(Code.REQUEST_IN_PROGRESS, "the first is not stored yet"));
            return accepted(first, message, true);
        });
    }

    private RequiredState required(VendorService platform) {
        return RequiredState.of(
                config.getOptionalValue("trunkline." + platform.vendor() + ".dial.requireState", String.class)
                        .or(() -> config.getOptionalValue("trunkline.dial.requireState", String.class))
                        .orElse(RequiredState.READY.word()));
    }

    private static CommandRecord command(
            Caller caller,
            AgentKey agent,
            VendorService platform,
            Message message,
            Optional<CallChoice> choice,
            Status status) {
        Optional<CallRecord> call = choice.map(CallChoice::call);
        Map<String, Object> data = new LinkedHashMap<>(message.storable());
        choice.flatMap(CallChoice::other)
                .flatMap(CallRecord::callId)
                .ifPresent(other -> data.put(CommandRecord.OTHER_CALL, other));
        if (message.verb() == Verb.ANSWER && choice.filter(CallChoice::offer).isPresent()) {
            data.put(CommandRecord.OFFER, true);
        }
        return new CommandRecord(
                agent,
                Ids.command(),
                platform.vendor(),
                message.channel(),
                message.verb(),
                data,
                status,
                message.verb() == Verb.MAKE_CALL ? Optional.of(Ids.callRef()) : call.map(CallRecord::callRef),
                call.flatMap(CallRecord::callId),
                message.requestId(),
                message.source(),
                caller.key().agent(),
                caller.address(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                Optional.empty());
    }

    /** Names an application and chooses how its connection is told (contract 6.5): nothing to do on a platform. */
    private Accepted register(Caller caller, AgentKey agent, Message message) {
        VendorService platform = vendors.configured(message.channel());
        CommandRecord command = command(caller, agent, platform, message, Optional.empty(), Status.DONE);
        return door.pass(visit -> {
            door.store(visit, command, () -> store.insert(command, Optional.empty(), Optional.empty()));
            return accepted(command, message, false);
        });
    }

    private static Accepted accepted(CommandRecord command, Message message, boolean replayed) {
        return new Accepted(
                message.channel(),
                message.verb(),
                replayed,
                command.id(),
                message.requestId(),
                command.callRef(),
                command.callId(),
                List.copyOf(message.warnings()));
    }

    /** A command of this caller; an admin and a supervisor see those of others too. */
    public Optional<CommandRecord> find(Caller caller, String commandId) {
        return store.find(caller.key().tenant(), commandId).filter(command -> mayRead(caller, command));
    }

    private static boolean mayRead(Caller caller, CommandRecord command) {
        try {
            return caller.watching(Optional.of(command.key().agent())).equals(command.key());
        } catch (RefusedException notHis) {
            return false;
        }
    }
}

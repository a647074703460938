package dev.trunkline.push;

import dev.trunkline.api.Ack;
import dev.trunkline.command.Accepted;
import dev.trunkline.command.Commands;
import dev.trunkline.command.Offers;
import dev.trunkline.command.Queries;
import dev.trunkline.event.ApiError;
import dev.trunkline.event.EventLog;
import dev.trunkline.event.Intake;
import dev.trunkline.event.Json;
import dev.trunkline.event.Profile;
import dev.trunkline.identity.Caller;
import dev.trunkline.message.MessageReader;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.Message;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import dev.trunkline.port.VendorException;
import dev.trunkline.store.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.JdbiException;

/** Takes what comes over a WebSocket: the same reader and the same way in as REST, only the answers are frames (contract 5.1). */
@ApplicationScoped
public class MessageDesk {
    private static final Logger LOG = Logger.getLogger(MessageDesk.class.getName());

    @Inject
    MessageReader reader;

    @Inject
    Commands commands;

    @Inject
    Offers offers;

    @Inject
    Queries queries;

    @Inject
    EventLog log;

    @Inject
    Subscribers subscribers;

    void take(Caller caller, AgentKey watched, Subscription from, byte[] frame) {
        try {
            Message message = reader.read(frame, dial -> offers.stand(caller, dial, Optional.empty()));
            subscribers.use(from.form(), message.channel());
            if (message.verb().query()) {
                queries.answer(caller, message, Optional.of(from::told)).forEach(from::told);
            } else {
                accept(caller, watched, from, message);
            }
        } catch (RefusedException refused) {
            from.answer(refusal(caller, from.form().profile(), refused.refusal()));
        } catch (VendorException failed) {
            from.answer(refusal(caller, from.form().profile(), failed.refusal()));
        } catch (JdbiException failed) {
            from.answer(refusal(caller, from.form().profile(), unanswered(caller, failed)));
        } catch (RuntimeException fault) {
            LOG.log(Level.SEVERE, "Fault on a frame of " + caller.key(), fault);
            from.answer(refusal(caller, from.form().profile(), Refusal.of(Code.INTERNAL_ERROR, "")));
        }
    }

    private static Refusal unanswered(Caller caller, JdbiException failed) {
        boolean outage = Outage.in(failed);
        LOG.log(outage ? Level.FINE : Level.SEVERE, "Fault on a frame of " + caller.key(), failed);
        return outage ? Intake.overloaded().refusal() : Refusal.of(Code.INTERNAL_ERROR, "");
    }

    private void accept(Caller caller, AgentKey watched, Subscription from, Message message) {
        Accepted accepted = commands.accept(caller, message, Optional.empty(), Optional.of(from::told));
        boolean register = message.verb() == Verb.REGISTER;
        if (register) {
            message.text("profile").flatMap(Profile::of).ifPresent(from.form()::choose);
        }
        if (register || message.requestId().isPresent() || from.form().profile() == Profile.EXTENDED) {
            from.answer(Outgoing.unnumbered(Ack.of(accepted)));
        }
        if (register && message.data().get("afterSeq") instanceof Long after) {
            from.resume(after, !log.range(watched).reaches(after));
        }
    }

    /** In profile exact our block stands only in the answer to a request that carried a requestId (contract 3.2). */
    private static Outgoing refusal(Caller caller, Profile profile, Refusal why) {
        String exact = ApiError.text(why.channel(), why);
        if (profile == Profile.EXACT && why.requestId().isEmpty()) {
            return Outgoing.unnumbered(exact);
        }
        String gateway = Json.text(ApiError.gateway(caller.key().agent(), why).build());
        return Outgoing.unnumbered(Json.with(exact, "gateway", gateway));
    }
}

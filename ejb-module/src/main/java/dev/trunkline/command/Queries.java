package dev.trunkline.command;

import dev.trunkline.desk.AgentMessages;
import dev.trunkline.desk.Asker;
import dev.trunkline.desk.Desk;
import dev.trunkline.desk.Desks;
import dev.trunkline.desk.SignIn;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.Gateway;
import dev.trunkline.event.Intake;
import dev.trunkline.event.Json;
import dev.trunkline.event.Origin;
import dev.trunkline.identity.Caller;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Message;
import dev.trunkline.model.RefusedException;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorService;
import dev.trunkline.port.Vendors;
import dev.trunkline.store.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** Answers the verbs that only ask how things stand: to the asker alone, nothing is stored or numbered (contract 3.2a, 5.1). */
@ApplicationScoped
public class Queries {
    @Inject
    Vendors vendors;

    @Inject
    Desks desks;

    @Inject
    Intake intake;

    /**
     * The messages that answer, in the order in which they are told.
     *
     * @param asker where a StateSync goes on that cannot be answered wholly now; empty for a request that ends with its answer
     * @throws RefusedException if it cannot be answered
     */
    public List<AgentTold> answer(Caller caller, Message message, Optional<Asker> asker) {
        try {
            VendorService platform = vendors.configured(message.channel());
            intake.checkAnswers();
            return answer(desks.of(caller.watching(message.agent()), platform), message, asker);
        } catch (JdbiException failed) {
            throw Outage.in(failed) ? said(message, Intake.overloaded()) : failed;
        } catch (VendorException failed) {
            throw said(message, new RefusedException(failed.refusal()));
        } catch (RefusedException refused) {
            throw said(message, refused);
        }
    }

    private static RefusedException said(Message message, RefusedException why) {
        return new RefusedException(
                why.refusal().on(message.channel()).of(message.verb()).answering(message.requestId()));
    }

    private static List<AgentTold> answer(Desk desk, Message message, Optional<Asker> asker) {
        return switch (message.verb()) {
            case STATE_SYNC -> desk.sync(asker);
            case GET_AGENT_STATE -> List.of(desk.agentTold());
            case GET_STATES -> told(desk, message, AgentMessages.states(desk.platform(), session(desk)));
            case GET_WRAPUP_REASON_CODE ->
                told(desk, message, AgentMessages.wrapUpReasons(desk.platform(), session(desk)));
            case GET_NOT_READY_REASON_CODES ->
                told(desk, message, AgentMessages.notReadyReasons(desk.platform(), session(desk)));
            case GET_LOGOUT_REASON_CODES ->
                told(desk, message, AgentMessages.logoutReasons(desk.platform(), session(desk)));
            default -> throw new IllegalArgumentException(message.verb() + " asks nothing");
        };
    }

    /** Whom the platform gives its lists. */
    private static AgentSession session(Desk desk) {
        if (desk.expired()) {
            throw new RefusedException(Code.AUTH_EXPIRED, "the sign-in on this platform is no longer valid");
        }
        return desk.signIn()
                .map(SignIn::session)
                .orElseThrow(
                        () -> new RefusedException(Code.NOT_LOGGED_IN, "the agent is not signed in on this platform"));
    }

    private static List<AgentTold> told(Desk desk, Message message, Map<String, String> forms) {
        AgentKey key = desk.key();
        Gateway gateway = Gateway.of(key.agent())
                .origin(Origin.GATEWAY)
                .command(null, message.requestId().orElse(null), message.verb().word())
                .build();
        return List.of(new AgentTold(key, desk.platform().vendor(), forms, Json.text(gateway)));
    }
}

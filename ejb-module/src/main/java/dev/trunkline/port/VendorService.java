package dev.trunkline.port;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.model.Order;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.model.Verb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What a contact-centre platform is to us. A verb that is not overridden refuses by itself; what a verb caused is told by the
 * event stream, never by a return value. Verbs throw {@link VendorException} and are called outside any transaction.
 */
public interface VendorService {
    /** For example {@code finesse}: package name, settings prefix, path segment, log field. */
    String vendor();

    /** Contract 8.2: accepted name, lower case and without blanks, to canonical name. */
    Map<String, String> channels();

    /** The channel whose form is used where nobody named one; one of {@link #channels()}. */
    String defaultChannel();

    /** True if this installation has such a platform. */
    boolean configured();

    /** What this platform, as configured here, can do. */
    Set<Verb> verbs();

    /**
     * A connection for this agent, not yet opened.
     *
     * @param lane where everything it hears must be told, one after the other
     */
    EventStream stream(AgentSession agent, Executor lane, PlatformEvents events);

    /** The last thing to say of a call that the platform no longer has, made from the raw text of its last snapshot. */
    CallSnapshot gone(AgentSession agent, String raw);

    /** A {@code SetAgentState} message (contract 6.3), profile exact, channel name to JSON text, one for each channel. */
    Map<String, String> stateForms(AgentSnapshot agent);

    /** Reasons for Not Ready, as this agent may choose them. */
    List<ReasonCode> notReadyReasons(AgentSession agent);

    /** Reasons for Logout, as this agent may choose them. */
    List<ReasonCode> logoutReasons(AgentSession agent);

    /** Outcomes of a call, as this agent may choose them. */
    List<ReasonCode> wrapUpReasons(AgentSession agent);

    default void login(AgentSession agent, Order order) {
        throw refused(Verb.LOGIN);
    }

    default void logout(AgentSession agent, Order order) {
        throw refused(Verb.LOGOUT);
    }

    default void setReady(AgentSession agent, Order order) {
        throw refused(Verb.SET_READY);
    }

    default void setNotReady(AgentSession agent, Order order) {
        throw refused(Verb.SET_NOT_READY);
    }

    default void dial(AgentSession agent, Dial dial) {
        throw refused(Verb.MAKE_CALL);
    }

    default void answer(AgentSession agent, Order order) {
        throw refused(Verb.ANSWER);
    }

    default void accept(AgentSession agent, Order order) {
        throw refused(Verb.ACCEPT);
    }

    default void reject(AgentSession agent, Order order) {
        throw refused(Verb.REJECT);
    }

    default void close(AgentSession agent, Order order) {
        throw refused(Verb.CLOSE);
    }

    default void skip(AgentSession agent, Order order) {
        throw refused(Verb.SKIP);
    }

    default void schedule(AgentSession agent, Order order) {
        throw refused(Verb.SCHEDULE);
    }

    default void cancelSchedule(AgentSession agent, Order order) {
        throw refused(Verb.CANCEL_SCHEDULE);
    }

    default void drop(AgentSession agent, Order order) {
        throw refused(Verb.DROP);
    }

    default void hold(AgentSession agent, Order order) {
        throw refused(Verb.HOLD);
    }

    default void retrieve(AgentSession agent, Order order) {
        throw refused(Verb.RETRIEVE);
    }

    default void directTransfer(AgentSession agent, Order order) {
        throw refused(Verb.DIRECT_TRANSFER);
    }

    default void consult(AgentSession agent, Order order) {
        throw refused(Verb.CONSULT);
    }

    /** Customer to the consulted party; {@code otherCallId} is the call that the verb is not open on. */
    default void transfer(AgentSession agent, Order order) {
        throw refused(Verb.TRANSFER);
    }

    default void conference(AgentSession agent, Order order) {
        throw refused(Verb.CONFERENCE);
    }

    /** {@code callId} is the consult, {@code otherCallId} the customer, whom the agent is back with afterwards. */
    default void dropConsult(AgentSession agent, Order order) {
        throw refused(Verb.DROP_CONSULT);
    }

    /** {@code callId} is the call on hold, {@code otherCallId} the one that is talked on now. */
    default void swap(AgentSession agent, Order order) {
        throw refused(Verb.SWAP);
    }

    default void sendDtmf(AgentSession agent, Order order) {
        throw refused(Verb.SEND_DTMF);
    }

    default void mute(AgentSession agent, Order order) {
        throw refused(Verb.MUTE);
    }

    default void unmute(AgentSession agent, Order order) {
        throw refused(Verb.UNMUTE);
    }

    default void updateCallData(AgentSession agent, Order order) {
        throw refused(Verb.UPDATE_CALL_DATA);
    }

    default void reclassify(AgentSession agent, Order order) {
        throw refused(Verb.RECLASSIFY);
    }

    default void dropParticipant(AgentSession agent, Order order) {
        throw refused(Verb.DROP_PARTICIPANT);
    }

    /** Sets the outcome and ends the wrap-up: only called while the call is in wrap-up. */
    default void wrapUp(AgentSession agent, Order order) {
        throw refused(Verb.WRAP_UP);
    }

    default VendorException refused(Verb verb) {
        return new VendorException(Code.NOT_SUPPORTED, vendor() + " does not offer " + verb.word());
    }
}

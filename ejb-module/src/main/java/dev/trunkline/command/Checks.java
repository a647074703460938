package dev.trunkline.command;

import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.desk.Desk;
import dev.trunkline.desk.SignIn;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallbackTime;
import dev.trunkline.model.Code;
import dev.trunkline.model.Message;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import java.time.Instant;
import java.util.Optional;

/** What must hold before a verb is taken (contract 1.5, 1.6, 2.5, 6.2), in the contract's order of testing. */
final class Checks {
    private final Desk desk;
    private final Message message;

    Checks(Desk desk, Message message) {
        this.desk = desk;
        this.message = message;
    }

    /** @return the call that the verb is about, for verbs that are about one */
    Optional<CallChoice> pass(RequiredState required) {
        if (message.verb() == Verb.LOGIN) {
            noOtherLogin();
            return Optional.empty();
        }
        SignIn signIn = signedIn();
        ownPhone(signIn);
        return switch (message.verb().topic()) {
            case OUTBOUND_CALL -> message.verb() == Verb.MAKE_CALL ? mayDial(signIn, required) : Optional.of(choice());
            case AGENT -> mayChangeState();
            case APP -> Optional.empty();
        };
    }

    private void noOtherLogin() {
        if (waitsFor(Verb.LOGIN)) {
            throw new RefusedException(Code.REQUEST_IN_PROGRESS, "a Login of this agent is under way");
        }
        Optional<SignIn> standing = desk.signIn().filter(known -> desk.link() == StreamState.UP);
        standing.map(SignIn::session).ifPresent(session -> {
            same("extension", session.extension());
            same("username", session.username());
        });
    }

    private void same(String member, String standing) {
        message.text(member).filter(asked -> !asked.equals(standing)).ifPresent(asked -> {
            throw new RefusedException(
                    Code.INVALID_STATE, "signed in with " + member + " " + standing + "; log out first");
        });
    }

    private SignIn signedIn() {
        if (desk.expired()) {
            throw new RefusedException(Code.AUTH_EXPIRED, "the sign-in on this platform is no longer valid");
        }
        return desk.signIn()
                .orElseThrow(
                        () -> new RefusedException(Code.NOT_LOGGED_IN, "the agent is not signed in on this platform"));
    }

    private void ownPhone(SignIn signIn) {
        message.text("mediaAddress")
                .filter(address -> !address.equals(signIn.session().extension()))
                .ifPresent(address -> {
                    throw new RefusedException(Code.FORBIDDEN, "mediaAddress is not the agent's own extension");
                });
    }

    /** The Ready rule (contract 2.5). */
    private Optional<CallChoice> mayDial(SignIn signIn, RequiredState required) {
        if (signIn.session().extension().isEmpty()) {
            throw new RefusedException(Code.DEVICE_UNAVAILABLE, "the agent is signed in without a phone");
        }
        boolean onCall = desk.calls().stream().anyMatch(call -> call.endedAt().isEmpty());
        if (waitsFor(Verb.MAKE_CALL) || onCall) {
            throw new RefusedException(Code.AGENT_BUSY, "a dial, a call or a wrap-up of this agent is not over yet");
        }
        AgentState state = desk.agent().map(AgentSnapshot::state).orElse(AgentState.UNKNOWN);
        if (desk.link() != StreamState.UP && desk.link() != StreamState.READING) {
            throw new RefusedException(Code.LINK_DOWN, "what becomes of a call could not be seen now");
        }
        if (!required.allows(state)) {
            throw new RefusedException(
                    Code.AGENT_NOT_READY, "agent state is " + state.word() + ", required is " + required.word());
        }
        return Optional.empty();
    }

    /**
     * One number at a time: a second consult would find its first one by the number it dialled. And one word about an offer: the
     * platform could do the first one and tell the end of it for the effect of the second.
     */
    private CallChoice choice() {
        if (message.verb() == Verb.SCHEDULE) {
            isToCome();
        }
        CallChoice choice = CallChoice.of(message, desk.calls());
        if (message.verb() == Verb.CONSULT && waitsFor(Verb.CONSULT)) {
            throw new RefusedException(Code.AGENT_BUSY, "a consult of this agent is under way");
        }
        if (message.verb().ofOffers() && desk.waitsFor(other -> decides(other, choice.call()))) {
            throw new RefusedException(Code.INVALID_STATE, "what is offered has been answered already");
        }
        return choice;
    }

    private static boolean decides(CommandRecord other, CallRecord offer) {
        return other.verb().ofOffers() && other.callId().equals(offer.callId());
    }

    /** Not when it is read, where the same words always mean the same: a repeat that comes later is answered as the first (1.7). */
    private void isToCome() {
        String time = message.text("callbackTime").orElseThrow();
        if (CallbackTime.of("callbackTime", time, message.text("timeZone")).at().isBefore(Instant.now())) {
            throw new RefusedException(Code.INVALID_DATA, "callbackTime is in the past");
        }
    }

    private boolean waitsFor(Verb verb) {
        return desk.waitsFor(command -> command.verb() == verb);
    }

    private Optional<CallChoice> mayChangeState() {
        AgentState state = desk.agent().map(AgentSnapshot::state).orElse(AgentState.UNKNOWN);
        boolean idle = desk.calls().isEmpty() && state == AgentState.NOT_READY;
        if (message.verb() == Verb.LOGOUT && !idle) {
            throw new RefusedException(
                    Code.INVALID_STATE, "set yourself to Not Ready first; agent state is " + state.word());
        }
        return Optional.empty();
    }
}

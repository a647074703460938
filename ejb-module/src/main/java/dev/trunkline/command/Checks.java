package dev.trunkline.command;

import dev.trunkline.desk.Desk;
import dev.trunkline.desk.SignIn;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.Code;
import dev.trunkline.model.Message;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
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
        if (desk.waitsFor(Verb.LOGIN)) {
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
        if (desk.waitsFor(Verb.MAKE_CALL) || onCall) {
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

    /** One number at a time: a second consult would find its first one by the number it dialled. */
    private CallChoice choice() {
        CallChoice choice = CallChoice.of(message, desk.calls());
        if (message.verb() == Verb.CONSULT && desk.waitsFor(Verb.CONSULT)) {
            throw new RefusedException(Code.AGENT_BUSY, "a consult of this agent is under way");
        }
        return choice;
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

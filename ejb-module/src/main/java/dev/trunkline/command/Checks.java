package dev.trunkline.command;

import dev.trunkline.call.CallRecord;
import dev.trunkline.desk.Desk;
import dev.trunkline.desk.SignIn;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Message;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import dev.trunkline.port.StreamState;
import java.util.List;
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
    Optional<CallRecord> pass(RequiredState required) {
        if (message.verb() == Verb.LOGIN) {
            noOtherLogin();
            return Optional.empty();
        }
        SignIn signIn = signedIn();
        ownPhone(signIn);
        return switch (message.verb().topic()) {
            case OUTBOUND_CALL -> message.verb() == Verb.MAKE_CALL ? mayDial(signIn, required) : Optional.of(call());
            case AGENT -> mayChangeState();
            case APP -> Optional.empty();
        };
    }

    private void noOtherLogin() {
        if (desk.waitsFor(Verb.LOGIN)) {
            throw new RefusedException(Code.REQUEST_IN_PROGRESS, "a Login of this agent is under way");
        }
        Optional<SignIn> standing = desk.signIn().filter(known -> desk.link() == StreamState.UP);
        String extension = message.text("extension").orElse("");
        if (standing.isPresent()
                && !extension.isEmpty()
                && !standing.get().session().extension().equals(extension)) {
            throw new RefusedException(
                    Code.INVALID_STATE,
                    "signed in with extension " + standing.get().session().extension() + "; log out first");
        }
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
    private Optional<CallRecord> mayDial(SignIn signIn, RequiredState required) {
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

    private CallRecord call() {
        Optional<String> callId = message.text("callId");
        List<CallRecord> candidates = desk.calls().stream()
                .filter(call -> callId.isEmpty() || callId.equals(call.callId()))
                .toList();
        if (candidates.isEmpty()) {
            throw new RefusedException(
                    Code.CALL_NOT_FOUND, callId.map(id -> "no call " + id).orElse("no call"));
        }
        List<CallRecord> open = candidates.stream().filter(this::isOpen).toList();
        if (open.isEmpty()) {
            throw new RefusedException(
                    Code.INVALID_STATE, message.verb().word() + " is not open on the call as it is now");
        }
        if (open.size() > 1) {
            throw new RefusedException(Code.AMBIGUOUS_CALL, "more than one call: name its callId");
        }
        return open.get(0);
    }

    /** An outcome may be given at any time of a call (contract 2.1); every other verb must be open on it now. */
    private boolean isOpen(CallRecord call) {
        return call.allowed().contains(message.verb())
                || (message.verb() == Verb.WRAP_UP
                        && call.lifeCycle()
                                .map(cycle -> cycle.live() || cycle == LifeCycle.WRAP_UP)
                                .orElse(false));
    }

    private Optional<CallRecord> mayChangeState() {
        AgentState state = desk.agent().map(AgentSnapshot::state).orElse(AgentState.UNKNOWN);
        boolean idle = desk.calls().isEmpty() && state == AgentState.NOT_READY;
        if (message.verb() == Verb.LOGOUT && !idle) {
            throw new RefusedException(
                    Code.INVALID_STATE, "set yourself to Not Ready first; agent state is " + state.word());
        }
        return Optional.empty();
    }
}

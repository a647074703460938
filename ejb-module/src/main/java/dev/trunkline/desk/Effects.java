package dev.trunkline.desk;

import dev.trunkline.call.CallLedger;
import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import java.util.Map;
import java.util.Optional;

/** How it shows that a command had its effect: a platform's "accepted" is never enough (contract 5.1). */
final class Effects {
    private static final String DROPPED = "DROPPED";
    /** Of an offer: the customer is being called. */
    private static final String ACCEPTED = "ACCEPTED";

    private Effects() {}

    /**
     * Whether this news of a call shows what the command was for. Dials are recognised by their call, not here.
     *
     * @param call as the ledger has it after the news
     * @param calls the others, for verbs of two calls
     */
    static boolean shown(CommandRecord command, CallRecord call, CallSnapshot news, CallLedger calls) {
        if (command.verb() == Verb.DROP_CONSULT) {
            return consultOver(command, calls)
                    && command.otherCallId()
                            .flatMap(calls::find)
                            .map(Effects::talkedOn)
                            .orElse(true);
        }
        boolean said = news.causedBy().equals(command.id());
        return command.callId().equals(call.callId())
                && switch (command.verb()) {
                    case ANSWER, ACCEPT ->
                        talkedOn(call) || news.platformState().equals(ACCEPTED);
                    case RETRIEVE -> talkedOn(call);
                    case SWAP -> said || talkedOn(call) && !(ofOneCall(command) && stands(call, LifeCycle.CONSULTING));
                    case CONSULT -> said && stands(call, LifeCycle.CONSULTING);
                    case DROP, REJECT, CLOSE, SKIP, DIRECT_TRANSFER, TRANSFER -> left(call, news);
                    case HOLD -> stands(call, LifeCycle.HELD);
                    case CONFERENCE -> stands(call, LifeCycle.CONFERENCED);
                    case UPDATE_CALL_DATA -> said || carries(command, news);
                    case DROP_PARTICIPANT -> !news.parties().contains(text(command, "participantAddress"));
                    case WRAP_UP -> stands(call, LifeCycle.ENDED);
                    case SEND_DTMF, RECLASSIFY, MUTE, UNMUTE, SCHEDULE, CANCEL_SCHEDULE -> said;
                    case MAKE_CALL, DROP_CONSULT -> false;
                    case LOGIN,
                            LOGOUT,
                            SET_READY,
                            SET_NOT_READY,
                            GET_AGENT_STATE,
                            GET_STATES,
                            GET_WRAPUP_REASON_CODE,
                            GET_NOT_READY_REASON_CODES,
                            GET_LOGOUT_REASON_CODES,
                            REGISTER,
                            STATE_SYNC -> false;
                };
    }

    /** Verbs whose success no event of any platform shows: they are done when nothing was said against them for a while. */
    static boolean silent(CommandRecord command) {
        return command.verb() == Verb.SEND_DTMF
                || command.verb() == Verb.RECLASSIFY
                || command.verb() == Verb.UPDATE_CALL_DATA && wanted(command).isEmpty();
    }

    /** Whether the agent, as he is now, shows what the command was for. */
    static boolean shown(CommandRecord command, AgentSnapshot agent) {
        boolean said = agent.causedBy().equals(command.id());
        return switch (command.verb()) {
            case SET_READY -> said || agent.state() == AgentState.READY;
            case SET_NOT_READY -> said || agent.state() == AgentState.NOT_READY;
            case LOGOUT -> agent.state() == AgentState.LOGGED_OUT;
            default -> false;
        };
    }

    private static boolean stands(CallRecord call, LifeCycle cycle) {
        return call.lifeCycle().equals(Optional.of(cycle));
    }

    private static boolean talkedOn(CallRecord call) {
        return call.lifeCycle()
                .filter(cycle -> cycle.talking() && cycle != LifeCycle.HELD)
                .isPresent();
    }

    private static boolean left(CallRecord call, CallSnapshot news) {
        boolean live = call.lifeCycle().map(LifeCycle::live).orElse(true);
        return !live || news.platformState().equals(DROPPED);
    }

    /** Customer and third party are in one call on this platform: no other call comes and goes. */
    private static boolean ofOneCall(CommandRecord command) {
        return command.otherCallId().isEmpty();
    }

    private static boolean consultOver(CommandRecord command, CallLedger calls) {
        boolean closed = command.callId()
                .flatMap(calls::find)
                .filter(call -> call.allowed().contains(Verb.DROP_CONSULT))
                .isEmpty();
        return over(command.callId(), calls) || ofOneCall(command) && closed;
    }

    private static boolean over(Optional<String> callId, CallLedger calls) {
        return callId.flatMap(calls::find)
                .flatMap(CallRecord::lifeCycle)
                .filter(LifeCycle::live)
                .isEmpty();
    }

    private static boolean carries(CommandRecord command, CallSnapshot news) {
        Map<String, String> wanted = wanted(command);
        return !wanted.isEmpty()
                && wanted.entrySet().stream()
                        .allMatch(one ->
                                news.variables().getOrDefault(one.getKey(), "").equals(one.getValue()));
    }

    private static Map<String, String> wanted(CommandRecord command) {
        return command.data().containsKey("key")
                ? Map.of(text(command, "key"), text(command, "value"))
                : command.variables();
    }

    private static String text(CommandRecord command, String name) {
        return Optional.ofNullable(command.data().get(name))
                .map(Object::toString)
                .orElse("");
    }
}

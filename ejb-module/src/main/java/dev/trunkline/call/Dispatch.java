package dev.trunkline.call;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Dial;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorService;
import java.util.HashMap;
import java.util.Map;

/** Turns a stored command into the one call of the platform that it stands for. */
public final class Dispatch {
    private Dispatch() {}

    /** Throws what the platform service throws. */
    public static void perform(VendorService platform, AgentSession agent, CommandRecord command) {
        Order order = order(command);
        switch (command.verb()) {
            case MAKE_CALL -> platform.dial(agent, dial(command));
            case ANSWER -> answer(platform, agent, command);
            case ACCEPT -> platform.accept(agent, order);
            case REJECT -> platform.reject(agent, order);
            case CLOSE -> platform.close(agent, order);
            case SKIP -> platform.skip(agent, order);
            case SCHEDULE -> platform.schedule(agent, order);
            case CANCEL_SCHEDULE -> platform.cancelSchedule(agent, order);
            case HOLD -> platform.hold(agent, order);
            case RETRIEVE -> platform.retrieve(agent, order);
            case DROP -> platform.drop(agent, order);
            case DIRECT_TRANSFER -> platform.directTransfer(agent, order);
            case CONSULT -> platform.consult(agent, order);
            case TRANSFER -> platform.transfer(agent, order);
            case CONFERENCE -> platform.conference(agent, order);
            case DROP_CONSULT -> platform.dropConsult(agent, order);
            case SWAP -> platform.swap(agent, order);
            case SEND_DTMF -> platform.sendDtmf(agent, order);
            case MUTE -> platform.mute(agent, order);
            case UNMUTE -> platform.unmute(agent, order);
            case UPDATE_CALL_DATA -> platform.updateCallData(agent, order);
            case WRAP_UP -> platform.wrapUp(agent, order);
            case RECLASSIFY -> platform.reclassify(agent, order);
            case DROP_PARTICIPANT -> platform.dropParticipant(agent, order);
            case LOGIN -> platform.login(agent, order);
            case LOGOUT -> platform.logout(agent, order);
            case SET_READY -> platform.setReady(agent, order);
            case SET_NOT_READY -> platform.setNotReady(agent, order);
            case GET_AGENT_STATE,
                    GET_STATES,
                    GET_WRAPUP_REASON_CODE,
                    GET_NOT_READY_REASON_CODES,
                    GET_LOGOUT_REASON_CODES,
                    REGISTER,
                    STATE_SYNC ->
                throw new IllegalStateException(command.verb() + " asks nothing of a platform by a command");
        }
    }

    /** Takes what is offered: a phone that rings, or a record. */
    private static void answer(VendorService platform, AgentSession agent, CommandRecord command) {
        if (command.accepts()) {
            platform.accept(agent, order(command));
        } else {
            platform.answer(agent, order(command));
        }
    }

    private static Order order(CommandRecord command) {
        return new Order(
                command.id(), command.callId().orElse(""), command.otherCallId().orElse(""), command.data());
    }

    private static Dial dial(CommandRecord command) {
        Map<String, Object> options = new HashMap<>(command.data());
        options.remove("toAddress");
        options.remove("variables");
        return new Dial(command.id(), String.valueOf(command.data().get("toAddress")), command.variables(), options);
    }
}

package dev.trunkline.call;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Dial;
import dev.trunkline.model.Message;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a stored command into the one call of the platform that it stands for. */
public final class Dispatch {
    private Dispatch() {}

    /** Throws what the platform service throws. */
    public static void perform(VendorService platform, AgentSession agent, CommandRecord command) {
        Order order = new Order(command.id(), command.callId().orElse(""), command.data());
        switch (command.verb()) {
            case MAKE_CALL -> platform.dial(agent, dial(command));
            case DROP -> platform.drop(agent, order);
            case HOLD -> platform.hold(agent, order);
            case RETRIEVE -> platform.retrieve(agent, order);
            case WRAP_UP -> platform.wrapUp(agent, order);
            case LOGIN -> platform.login(agent, order);
            case LOGOUT -> platform.logout(agent, order);
            case SET_READY -> platform.setReady(agent, order);
            case SET_NOT_READY -> platform.setNotReady(agent, order);
            case ANSWER,
                    ACCEPT,
                    REJECT,
                    CLOSE,
                    SKIP,
                    SCHEDULE,
                    CANCEL_SCHEDULE,
                    DIRECT_TRANSFER,
                    CONSULT,
                    TRANSFER,
                    CONFERENCE,
                    DROP_CONSULT,
                    SWAP,
                    SEND_DTMF,
                    MUTE,
                    UNMUTE,
                    UPDATE_CALL_DATA,
                    RECLASSIFY,
                    DROP_PARTICIPANT,
                    GET_AGENT_STATE,
                    GET_STATES,
                    GET_WRAPUP_REASON_CODE,
                    GET_NOT_READY_REASON_CODES,
                    GET_LOGOUT_REASON_CODES,
                    REGISTER,
                    STATE_SYNC -> throw platform.refused(command.verb());
        }
    }

    private static Dial dial(CommandRecord command) {
        Message asked = new Message(
                command.channel(),
                command.verb(),
                command.data(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        Map<String, Object> options = new HashMap<>(command.data());
        options.remove("toAddress");
        options.remove("variables");
        return new Dial(command.id(), asked.text("toAddress").orElse(""), asked.variables(), options);
    }
}

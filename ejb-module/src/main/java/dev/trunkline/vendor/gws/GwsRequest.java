package dev.trunkline.vendor.gws;

import java.util.function.Predicate;

/**
 * What is asked of the agent's device, and by what it is seen to be done: an error that comes after that is another's.
 *
 * @param command our command
 * @param number that is dialled with our mark, or {@code ""}
 * @param device id of the device that it is asked of, or {@code ""} if that is not known
 * @param onCall whether news of a call shows its effect
 * @param onAgent whether the agent as he stands does
 * @param undone what is to be taken back if the platform certainly does not do it, whenever it says so
 */
record GwsRequest(
        String command,
        String number,
        String device,
        Predicate<GwsCall> onCall,
        Predicate<GwsAgent> onAgent,
        Runnable undone) {
    private static final Runnable NOTHING = () -> {};

    /** Its call comes with our mark. */
    static GwsRequest dial(String command, String number, String device) {
        return new GwsRequest(
                command, number, device, call -> call.memory().command().equals(command), agent -> false, NOTHING);
    }

    static GwsRequest onAgent(String command, String device, Predicate<GwsAgent> seen) {
        return new GwsRequest(command, "", device, call -> false, seen, NOTHING);
    }

    static GwsRequest onCall(String command, String device, Predicate<GwsCall> seen) {
        return new GwsRequest(command, "", device, seen, agent -> false, NOTHING);
    }

    /** It brings a call of its own, with our mark. */
    GwsRequest dialling(String other) {
        return new GwsRequest(command, other, device, onCall, onAgent, undone);
    }

    GwsRequest undoneBy(Runnable deed) {
        return new GwsRequest(command, number, device, onCall, onAgent, deed);
    }

    /** Whether an error of that device may be its. */
    boolean of(String other) {
        return device.isEmpty() || other.isEmpty() || device.equalsIgnoreCase(other);
    }

    /** What shows on the call itself that an operation was done (sheet 4.1). */
    static Predicate<GwsCall> effect(String operation) {
        return switch (operation) {
            case "Answer", "Retrieve" -> call -> call.state().equals("Established");
            case "Hold" -> call -> call.state().equals(GwsCall.HELD);
            case "MuteCall" -> call -> call.told().call().mute().equals("On");
            case "UnmuteCall" -> call -> call.told().call().mute().equals("Off");
            case "SendDtmf" -> call -> call.told().notificationType().equals("DtmfSent");
            case "UpdateUserData" -> call -> call.told().notificationType().equals("AttachedDataChanged");
            case "Hangup", "SingleStepTransfer", "CompleteTransfer", "CompleteConference" -> call -> !call.live();
            default -> call -> false; // another call shows it
        };
    }
}

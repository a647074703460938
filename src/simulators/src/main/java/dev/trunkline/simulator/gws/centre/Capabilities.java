package dev.trunkline.simulator.gws.centre;

import java.util.ArrayList;
import java.util.List;

/** What an agent may do with a call now (sheet 4.2). Pure. */
final class Capabilities {
    private static final List<String> DATA =
            List.of("DeleteUserData", "AttachUserData", "DeleteUserDataPair", "UpdateUserData");
    /** In the documentation's own order. */
    private static final List<String> DIALING =
            List.of("SendDtmf", "DeleteUserData", "AttachUserData", "DeleteUserDataPair", "Hangup", "UpdateUserData");

    private Capabilities() {}

    /** @param consulting whether it is one of the two calls of a consult */
    static List<String> of(Party own, boolean consulting, Rules rules) {
        return switch (own.state()) {
            case DIALING -> DIALING;
            case RINGING -> ringing(rules.powers());
            case ESTABLISHED -> established(own, consulting, rules.powers());
            case HELD -> held(consulting, rules.powers());
            case RELEASED -> List.of();
        };
    }

    /** While he works on a call that is over, where that is so. */
    static List<String> data() {
        return DATA;
    }

    private static List<String> ringing(Rules.Powers powers) {
        List<String> all = new ArrayList<>(List.of("Answer"));
        all.addAll(DATA);
        addIf(all, powers.clearCall(), "ClearCall");
        addIf(all, powers.reject(), "Reject");
        return all;
    }

    private static List<String> established(Party own, boolean consulting, Rules.Powers powers) {
        List<String> all = new ArrayList<>(DATA);
        all.addAll(List.of("Hangup", "Hold", "SendDtmf"));
        if (consulting) {
            all.addAll(List.of("SwapCalls", "CompleteTransfer", "CompleteConference"));
        } else {
            all.addAll(List.of("InitiateTransfer", "SingleStepTransfer", "InitiateConference", "SingleStepConference"));
        }
        addIf(all, powers.clearCall(), "ClearCall");
        addIf(all, powers.mute(), own.muted() ? "UnmuteCall" : "MuteCall");
        if (powers.recording()) {
            all.addAll(recording(own.recording()));
        }
        return all;
    }

    private static List<String> recording(String state) {
        return switch (state) {
            case "Recording" -> List.of("StopCallRecording", "PauseCallRecording");
            case "Paused" -> List.of("StopCallRecording", "ResumeCallRecording");
            default -> List.of("StartCallRecording");
        };
    }

    private static List<String> held(boolean consulting, Rules.Powers powers) {
        List<String> all = new ArrayList<>(DATA);
        all.add("Hangup");
        if (consulting) {
            all.addAll(List.of("SwapCalls", "CompleteTransfer", "CompleteConference"));
        } else {
            all.addAll(List.of("SingleStepTransfer", "InitiateTransfer", "InitiateConference", "SingleStepConference"));
        }
        addIf(all, !consulting || powers.retrieveInConsult(), "Retrieve");
        return all;
    }

    private static void addIf(List<String> all, boolean wanted, String name) {
        if (wanted) {
            all.add(name);
        }
    }
}

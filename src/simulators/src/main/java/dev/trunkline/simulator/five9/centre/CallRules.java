package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.Settings;

/**
 * What can be done with calls, and what no source confirms of it, both ways (sheet 4, 5.5, 6). Names of the settings are the names here.
 *
 * @param finished event 4 tells FINISHED before event 5
 * @param disconnect there is such a request
 * @param wrapUpEnd what happens when the time for a disposition is over
 * @param goneStatus how a call is refused that is no more, 435 or 404
 * @param disposeSkipsWrapUp a live call that is disposed is not told as WRAP_UP first
 * @param participantCalls who is in a conference is a call of its own
 * @param strictBodies bodies that no source shows must be as one would guess
 * @param showsDisposition a CallInfo says how its call was disposed
 */
public record CallRules(
        CallInfo callInfo,
        boolean showsDisposition,
        boolean finished,
        boolean disconnect,
        DisposeAnswer disposeAnswer,
        int controlStatus,
        VariablesAnswer variablesAnswer,
        WrapUpEnd wrapUpEnd,
        AgentPhones agentPhones,
        int goneStatus,
        boolean disposeSkipsWrapUp,
        AfterCancel afterCancel,
        CompleteOn completeOn,
        ParkedState parkedState,
        boolean participantCalls,
        boolean transferCloses,
        RecordingAllowedAt recordingAllowedAt,
        Repeats repeats,
        PreviewTimeout previewTimeout,
        boolean forceInEndsCalls,
        boolean strictBodies) {

    /** Which members a CallInfo has: the confirmed ones, those seen by others too, those that may be there besides (sheet 5.5). */
    public enum CallInfo {
        MINIMAL,
        OBSERVED,
        FULL
    }

    /** What {@code dispose} answers. */
    public enum DisposeAnswer {
        CALL,
        EMPTY
    }

    /** What {@code variables_2} answers. */
    public enum VariablesAnswer {
        VARIABLES,
        CALL,
        EMPTY
    }

    /** A system disposition, or nothing. */
    public enum WrapUpEnd {
        SYSTEM,
        NEVER
    }

    /** What an agent's telephone does when somebody calls it. */
    public enum AgentPhones {
        RING,
        AUTO_ANSWER
    }

    /** In which state the customer is when a consult came to nothing. */
    public enum AfterCancel {
        TALKING,
        ON_HOLD
    }

    /** Which of the two calls a transfer is completed on. */
    public enum CompleteOn {
        EITHER,
        ORIGINAL,
        CONSULT
    }

    /** The word for a parked call. */
    public enum ParkedState {
        PARKED,
        ON_HOLD
    }

    /** When it is told that a call may be recorded. */
    public enum RecordingAllowedAt {
        RINGING,
        TALKING
    }

    /** How a request is answered whose effect is there already. */
    public enum Repeats {
        REFUSED,
        ACCEPTED
    }

    /** What becomes of a preview that nobody answers. */
    public enum PreviewTimeout {
        ENDS,
        DIALS
    }

    public static CallRules from(Settings settings) {
        return new CallRules(
                settings.word("callInfo", CallInfo.MINIMAL),
                settings.flag("showsDisposition", false),
                settings.flag("finished", true),
                settings.flag("disconnect", true),
                settings.word("disposeAnswer", DisposeAnswer.CALL),
                settings.number("controlStatus", 200),
                settings.word("variablesAnswer", VariablesAnswer.VARIABLES),
                settings.word("wrapUpEnd", WrapUpEnd.SYSTEM),
                settings.word("agentPhones", AgentPhones.RING),
                settings.number("goneStatus", VccException.STATUS),
                settings.flag("disposeSkipsWrapUp", true),
                settings.word("afterCancel", AfterCancel.TALKING),
                settings.word("completeOn", CompleteOn.EITHER),
                settings.word("parkedState", ParkedState.PARKED),
                settings.flag("participantCalls", true),
                settings.flag("transferCloses", true),
                settings.word("recordingAllowedAt", RecordingAllowedAt.TALKING),
                settings.word("repeats", Repeats.ACCEPTED),
                settings.word("previewTimeout", PreviewTimeout.ENDS),
                settings.flag("forceInEndsCalls", false),
                settings.flag("strictBodies", false));
    }
}

package dev.trunkline.simulator.genesys.centre;

import dev.trunkline.simulator.Settings;

/** How the organisation is set up, and what no source confirms, both ways. Names of the settings are the names here. */
public record Rules(
        FirstEvent firstEvent,
        int dialStatus,
        boolean agentLegDials,
        boolean farRings,
        AgentPhones agentPhones,
        boolean mustBeOnQueue,
        WrapupPrompt wrapupPrompt,
        boolean wrapUpUnanswered,
        boolean straightToTerminated,
        boolean holdTwice,
        boolean transferFlips,
        boolean leavingCompletes,
        boolean speakToConference,
        DigitsAt digitsAt,
        Attributes attributes,
        boolean idleEndsNotResponding,
        Carrier carrier) {

    /** Whether the first snapshot comes before the answer to the dial (sheet 3.2). */
    public enum FirstEvent {
        AFTER_ANSWER,
        BEFORE_ANSWER,
        EITHER
    }

    /** What an agent's phone does when another agent calls it. */
    public enum AgentPhones {
        RING,
        AUTO_ANSWER
    }

    /** Whose participant id the digits want (sheet 4). */
    public enum DigitsAt {
        FAR,
        OWN,
        EITHER
    }

    /** Whether attributes that are not named stay (sheet 4). */
    public enum Attributes {
        MERGE,
        REPLACE
    }

    /**
     * What goes with a call that was not answered (sheet 6.4): the disconnectType for each reason, and whether the carrier's codes come.
     */
    public record Carrier(
            boolean carrierReasons,
            String busyType,
            String noAnswerType,
            String rejectType,
            InvalidNumber invalidNumber) {
        static Carrier from(Settings settings) {
            return new Carrier(
                    settings.flag("carrierReasons", true),
                    settings.text("busyType", "endpoint"),
                    settings.text("noAnswerType", "timeout"),
                    settings.text("rejectType", "endpoint"),
                    settings.word("invalidNumber", InvalidNumber.SIP));
        }
    }

    /** Who finds out that a number is none. */
    public enum InvalidNumber {
        SIP,
        DIALPLAN,
        UNCALLABLE
    }

    public static Rules from(Settings settings) {
        return new Rules(
                settings.word("firstEvent", FirstEvent.EITHER),
                settings.number("dialStatus", 202),
                settings.flag("agentLegDials", true),
                settings.flag("farRings", false),
                settings.word("agentPhones", AgentPhones.RING),
                settings.flag("mustBeOnQueue", false),
                settings.word("wrapupPrompt", WrapupPrompt.TIMEOUT),
                settings.flag("wrapUpUnanswered", true),
                settings.flag("straightToTerminated", false),
                settings.flag("holdTwice", true),
                settings.flag("transferFlips", true),
                settings.flag("leavingCompletes", true),
                settings.flag("speakToConference", true),
                settings.word("digitsAt", DigitsAt.FAR),
                settings.word("attributes", Attributes.MERGE),
                settings.flag("idleEndsNotResponding", true),
                Carrier.from(settings));
    }
}

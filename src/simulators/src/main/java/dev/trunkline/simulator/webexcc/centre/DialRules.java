package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.Settings;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How outdials go, and what no source confirms of it, both ways (sheet 3, 6, 10.1).
 *
 * @param needsAvailable whether an agent has to be Available for it
 * @param configured whether the outbound entry point is completely set up; if not, a dial ends in 500
 * @param enabled the profile's and the tenant's permission
 * @param addsPlus whether a number without {@code +} is told with it
 * @param strictOrigin whether an origin without {@code +} is refused
 * @param extensionsDialable whether a destination need not be E.164
 * @param wrapUpGate whether a wrap-up that is due engages the voice channel
 * @param tellsAgentJoined whether there is a ContactUpdated when the agent has picked up
 * @param customerShown whether the customer is among the participants before he has answered
 * @param wrapUpUnanswered whether what came to no talk has to be wrapped up, too
 */
public record DialRules(
        FirstEvent firstEvent,
        boolean needsAvailable,
        boolean outboundTypeNeeded,
        boolean directionNeeded,
        boolean configured,
        boolean enabled,
        boolean addsPlus,
        boolean strictOrigin,
        boolean extensionsDialable,
        int dialStatus,
        boolean wrapUpGate,
        InvalidNumber invalidNumber,
        Assigned assigned,
        boolean tellsAgentJoined,
        boolean customerShown,
        Cancel cancel,
        boolean wrapUpUnanswered,
        Reasons reasons) {

    /** Whether what a dial causes is told before its answer or after it: no order is promised. */
    public enum FirstEvent {
        EITHER,
        BEFORE_ANSWER,
        AFTER_ANSWER
    }

    /** Who finds out that a number is none. */
    public enum InvalidNumber {
        FAILED,
        REFUSED
    }

    /** When AgentContactAssigned is told (sheet 10.1, 2). */
    public enum Assigned {
        AT_ANSWER,
        AT_AGENT_LEG
    }

    /** How the end of a call is told that the agent ended before anybody answered. */
    public enum Cancel {
        ENDED,
        FAILED
    }

    /** A machine word and its number; of most of them no source knows the spelling (sheet 6.3, 10.1). */
    public record Reason(String word, int code) {
        static final Reason NO_SESSION = new Reason("AGENT_NOT_FOUND", 1038);
        static final Reason DECLINED = new Reason("USER_DECLINED", 156);
    }

    /** The words of failed outdials; all but the first are guessed. */
    public record Reasons(
            Reason busy, Reason noAnswer, Reason rejects, Reason invalid, Reason agentEnds, Reason noChannel) {
        static Reasons from(Settings settings) {
            return new Reasons(
                    reason(settings, "busy", "CUSTOMER_BUSY", 1022),
                    reason(settings, "noAnswer", "CUSTOMER_NO_ANSWER", 1023),
                    reason(settings, "reject", "CUSTOMER_REJECTED", 1024),
                    reason(settings, "invalid", "INVALID_DESTINATION", 1025),
                    reason(settings, "agentEnds", "AGENT_ENDS", 1026),
                    reason(settings, "noChannel", "NO_MATCHING_AGENT_CHANNEL_FOUND", 1035));
        }

        private static Reason reason(Settings settings, String name, String word, int code) {
            return new Reason(settings.text(name + "Reason", word), settings.number(name + "Code", code));
        }
    }

    /** Whether it is so this time. */
    public boolean tellsFirst() {
        return firstEvent == FirstEvent.BEFORE_ANSWER
                || firstEvent == FirstEvent.EITHER
                        && ThreadLocalRandom.current().nextBoolean();
    }

    public static DialRules from(Settings settings) {
        return new DialRules(
                settings.word("firstEvent", FirstEvent.EITHER),
                settings.flag("dialNeedsAvailable", false),
                settings.flag("outboundTypeNeeded", false),
                settings.flag("directionNeeded", false),
                settings.flag("outdialConfigured", true),
                settings.flag("outdialEnabled", true),
                settings.flag("addsPlus", false),
                settings.flag("strictOrigin", true),
                settings.flag("extensionsDialable", true),
                settings.number("dialStatus", 201),
                settings.flag("wrapUpGate", true),
                settings.word("invalidNumber", InvalidNumber.FAILED),
                settings.word("assigned", Assigned.AT_ANSWER),
                settings.flag("tellsAgentJoined", false),
                settings.flag("customerShown", true),
                settings.word("cancel", Cancel.ENDED),
                settings.flag("wrapUpUnanswered", true),
                Reasons.from(settings));
    }
}

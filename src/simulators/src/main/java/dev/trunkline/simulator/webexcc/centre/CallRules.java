package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.Settings;
import java.util.List;

/**
 * How calls go that are there, and what no source confirms of it, both ways (sheet 4, 5.3, 10.1).
 *
 * @param autoWrapUp a switch of the profile: the client is to wrap up by itself
 * @param serverWrapUp whether the platform does so if no client does
 * @param endEchoed whether who ended a call is told that it has ended
 * @param unknownTaskStatus of a request for a task that is not the agent's; 0 for a failure event in its place
 * @param patchTold whether ContactUpdated answers a change of data
 * @param patchEnded what a write to an ended task gets
 * @param associatedDetails whether {@code callAssociatedDetails} stands in payloads, as in newer ones
 * @param wordyCodes whether {@code reasonCode} is a string
 * @param namelessFailures whether a failure event names nothing but agent and action
 * @param callbackIdInBody whether a changed callback has to have its id in the body, too
 */
public record CallRules(
        WrapUpTold wrapUpTold,
        boolean autoWrapUp,
        boolean serverWrapUp,
        boolean endEchoed,
        boolean endCallEnabled,
        int unknownTaskStatus,
        RejectTold rejectTold,
        boolean acceptTelephony,
        boolean patchTold,
        PatchEnded patchEnded,
        boolean recording,
        boolean associatedDetails,
        boolean variablesSuppressed,
        boolean wordyCodes,
        boolean namelessFailures,
        boolean callbackIdInBody,
        Phones agentPhones,
        Talk talk,
        Previewing previewing) {

    /** By what one knows that a wrap-up is due. */
    public enum WrapUpTold {
        BOTH,
        EVENT,
        PENDING
    }

    /** What answers a reject (sheet 10.1, 5). */
    public enum RejectTold {
        ASSIGN_FAILED,
        CONTACT_ENDED,
        BOTH,
        NOTHING
    }

    /** What a change of the data of an ended task gets. */
    public enum PatchEnded {
        REFUSED,
        FAILED
    }

    /** What a colleague's telephone does when it is called; one's own, called first in an outdial, is picked up in any case. */
    public enum Phones {
        AUTO_ANSWER,
        RING
    }

    /** One event, the other, or the first and then the second. */
    public enum Told {
        FIRST,
        SECOND,
        BOTH
    }

    /**
     * Transfers and conferences.
     *
     * @param wrongDestination what a {@code destinationType} gets that there is not: 202 and nothing, or 400
     * @param consultTransfer AgentConsultTransferring, AgentConsultTransferred
     * @param conferencing AgentConsultConferencing, AgentConsultConferenced
     * @param exit ParticipantLeftConference, AgentConsultConferenceEnded
     * @param smallUnhold {@code AgentContactUnholdFailed} in place of {@code AgentContactUnHoldFailed}
     * @param vteam how the event's name is spelled, {@code AgentVteamTransferred} or {@code AgentVTeamTransferred}
     */
    public record Talk(
            WrongDestination wrongDestination,
            Told consultTransfer,
            Told conferencing,
            Told exit,
            Vteam vteam,
            boolean smallUnhold,
            boolean conferenceTransfer,
            boolean dropParticipant) {

        /** Of a wrong word in {@code destinationType}. */
        public enum WrongDestination {
            NOTHING,
            REFUSED
        }

        /** Sources differ. */
        public enum Vteam {
            SMALL,
            CAPITAL
        }

        static Talk from(Settings settings) {
            return new Talk(
                    settings.word("wrongDestination", WrongDestination.NOTHING),
                    settings.word("consultTransfer", Told.SECOND),
                    settings.word("conferencing", Told.SECOND),
                    settings.word("conferenceExit", Told.FIRST),
                    settings.word("vteam", Vteam.SMALL),
                    settings.flag("smallUnhold", false),
                    settings.flag("conferenceTransfer", true),
                    settings.flag("dropParticipant", true));
        }
    }

    /**
     * Campaigns (sheet 4.1).
     *
     * @param acceptTold AgentContactAssigned, ContactEnded of the offered contact
     * @param skipTold CampaignContactUpdated, ContactEnded
     * @param misspelled CampaingnPreviewSkipFailed
     */
    public record Previewing(
            Told acceptTold,
            Told skipTold,
            boolean misspelled,
            AutoAction autoAction,
            boolean skipDisabled,
            boolean removeDisabled) {

        /** What becomes of an offer that nobody answers. */
        public enum AutoAction {
            ACCEPT,
            SKIP,
            REMOVE
        }

        static Previewing from(Settings settings) {
            return new Previewing(
                    settings.word("acceptTold", Told.FIRST, List.of(Told.FIRST, Told.BOTH)),
                    settings.word("skipTold", Told.SECOND),
                    settings.flag("misspelledSkipFailed", false),
                    settings.word("previewAutoAction", AutoAction.SKIP),
                    settings.flag("previewSkipDisabled", false),
                    settings.flag("previewRemoveDisabled", false));
        }
    }

    public static CallRules from(Settings settings) {
        return new CallRules(
                settings.word("wrapUpTold", WrapUpTold.BOTH),
                settings.flag("autoWrapUp", true),
                settings.flag("serverWrapUp", false),
                settings.flag("endEchoed", true),
                settings.flag("endCallEnabled", true),
                settings.number("unknownTaskStatus", 400),
                settings.word("rejectTold", RejectTold.ASSIGN_FAILED),
                settings.flag("acceptTelephony", false),
                settings.flag("patchTold", true),
                settings.word("patchEnded", PatchEnded.REFUSED),
                settings.flag("recording", true),
                settings.flag("associatedDetails", true),
                settings.flag("variablesSuppressed", false),
                settings.flag("wordyCodes", false),
                settings.flag("namelessFailures", false),
                settings.flag("callbackIdInBody", true),
                settings.word("agentPhones", Phones.AUTO_ANSWER),
                Talk.from(settings),
                Previewing.from(settings));
    }
}

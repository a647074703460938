package dev.trunkline.vendor.webexcc;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the names of contact events say (sheet 5.3); sources differ in their case (sheet 5.1), so it does not count. A name that is not here
 * says nothing by itself: what has changed is in the contact that it brings.
 */
enum WebexccKind {
    RESERVED("AgentContactReserved"),
    OFFERED("AgentOfferContact"),
    /** He is the one who is consulted. */
    OFFERED_CONSULT("AgentOfferConsult"),
    ASSIGNED("AgentContactAssigned"),
    OUTDIAL_FAILED("AgentOutboundFailed"),
    /** His own phone was not reached, did not answer or declined. */
    PHONE_FAILED("AgentOfferContactRona", "AgentInviteFailed", "AgentContactAssignFailed"),
    HELD("AgentContactHeld"),
    UNHELD("AgentContactUnheld"),
    CONSULT_CREATED("AgentConsultCreated"),
    CONSULTING("AgentConsulting"),
    CONSULT_OVER("AgentConsultEnded", "AgentConsultFailed", "AgentCtqFailed", "AgentCtqCancelled"),
    CONFERENCED("AgentConsultConferenced", "ParticipantJoinedConference"),
    CONFERENCE_LEFT("ParticipantLeftConference", "AgentConsultConferenceEnded"),
    TRANSFERRED(
            "AgentBlindTransferred", "AgentVteamTransferred", "AgentConsultTransferred", "AgentConferenceTransferred"),
    /** It may be all that is said of it (sheet 4). */
    TRANSFERRING("AgentConsultTransferring"),
    TRANSFER_FAILED("AgentConsultTransferFailed"),
    ENDED("ContactEnded"),
    WRAP_UP("AgentWrapup"),
    WRAPPED_UP("AgentWrappedUp"),
    /** The contact as it stands, after a reload (sheet 5.5). */
    SNAPSHOT("AgentContact"),
    UPDATED("ContactUpdated"),
    RECORDING("ContactRecordingStarted"),
    /** News by its name alone. */
    NEWS(
            "ContactRecordingPaused",
            "ContactRecordingResumed",
            "AgentConsultConferencing",
            "ContactOwnerChanged",
            "ContactMerged",
            "ConsultedParticipantMoving",
            "ParticipantPostCallActivity",
            "AgentContactUnassigned"),
    /** A record of a campaign, which is not taken yet: whoever builds that begins here. */
    CAMPAIGN("AgentOfferCampaignReservation", "CampaignContactUpdated"),
    /** Not a contact event, or one that nobody knows. */
    OTHER();

    private static final Map<String, WebexccKind> BY_NAME = new HashMap<>();

    static {
        for (WebexccKind kind : values()) {
            for (String name : kind.names) {
                BY_NAME.put(name.toLowerCase(Locale.ROOT), kind);
            }
        }
    }

    private final String[] names;

    WebexccKind(String... names) {
        this.names = names;
    }

    static WebexccKind of(String type) {
        return BY_NAME.getOrDefault(type.toLowerCase(Locale.ROOT), OTHER);
    }

    /** Whether it may be what ends a call. */
    boolean mayEnd() {
        return switch (this) {
            case ENDED, OUTDIAL_FAILED, PHONE_FAILED, TRANSFERRED, CONFERENCE_LEFT, CONSULT_OVER -> true;
            default -> false;
        };
    }

    /** Whether it is told for its own sake, not only for what it changes. */
    boolean told() {
        return this != SNAPSHOT && this != UPDATED && this != OTHER && this != TRANSFER_FAILED;
    }
}

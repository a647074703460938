package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Settings;

/**
 * How this contact centre is installed (sheet 1, table CCE and CCX). Points that the sheet marks as unconfirmed are settings here, with its
 * best guess as default, so that both ways can be played.
 */
public record Rules(
        Deployment deployment,
        String release,
        boolean dialFromReady,
        WrapUp wrapUpOnOutgoing,
        WrapUp wrapUpOnIncoming,
        AgentPhones agentPhones,
        boolean reclassifyManual,
        AuthMode authMode,
        boolean notReadyReasonRequired,
        boolean logoutReasonRequired,
        boolean echoRequestIdOnPost,
        boolean echoRequestIdOnError,
        boolean offlineStorage,
        boolean anonymousSystemInfo,
        int timezoneOffset,
        boolean alerting,
        Cause rejectCause,
        int forbiddenDialCode,
        AgentState presenceLossState,
        BothNodes bothNodes,
        AfterFailover afterFailover,
        CallTypeAfterFailover callTypeAfterFailover,
        CampaignRules campaign) {
    private static final int FARTHEST = 18 * 60;

    public Rules {
        if (Math.abs(timezoneOffset) > FARTHEST) {
            throw new IllegalArgumentException("finesse.timezoneOffset is in minutes, not more than " + FARTHEST + ".");
        }
    }

    /** Which contact centre is behind Finesse. */
    public enum Deployment {
        UCCE,
        UCCX
    }

    /** Whether agents have time to wrap up. */
    public enum WrapUp {
        REQUIRED,
        REQUIRED_WITH_WRAP_UP_DATA,
        OPTIONAL,
        NOT_ALLOWED
    }

    /** What the phone of an agent does who is called. */
    public enum AgentPhones {
        RING,
        AUTO_ANSWER
    }

    /** What a password may be. */
    public enum AuthMode {
        NON_SSO,
        SSO,
        HYBRID
    }

    /** What becomes of an agent who signs in at one node while he is at the other (sheet 2.5 forbids it, unconfirmed how). */
    public enum BothNodes {
        /** The older connection hears of a conflict. */
        KICK,
        /** The newer sign-in is not let in. */
        REFUSE
    }

    /** In which state an agent finds himself who signs in at the other node (sheet 5.6). */
    public enum AfterFailover {
        KEEP,
        NOT_READY
    }

    /** What is left of the call type of a call that an agent took along to the other node (sheet 1). */
    public enum CallTypeAfterFailover {
        KEPT,
        EMPTY,
        /** The word NULL itself, as an integrator saw it. */
        NULL;

        private static CallTypeAfterFailover usualOf(Deployment deployment) {
            return deployment == Deployment.UCCX ? EMPTY : KEPT;
        }
    }

    public static Rules from(Settings settings) {
        Deployment deployment = settings.word("deployment", Deployment.UCCE);
        String release = settings.text("release", "12.6(2)");
        return new Rules(
                deployment,
                release,
                settings.flag("dialFromReady", deployment == Deployment.UCCE && atLeast(release, "12.5")),
                settings.word("wrapUpOnOutgoing", WrapUp.REQUIRED),
                settings.word("wrapUpOnIncoming", WrapUp.REQUIRED),
                settings.word("agentPhones", AgentPhones.RING),
                settings.flag("reclassifyManual", false),
                settings.word("authMode", AuthMode.NON_SSO),
                settings.flag("notReadyReasonRequired", false),
                settings.flag("logoutReasonRequired", false),
                settings.flag("echoRequestIdOnPost", true),
                settings.flag("echoRequestIdOnError", true),
                settings.flag("offlineStorage", true),
                settings.flag("anonymousSystemInfo", false),
                settings.number("timezoneOffset", 0),
                settings.flag("alerting", true),
                settings.word("rejectCause", Cause.OTHER),
                settings.number("forbiddenDialCode", CtiError.INVALID_OBJECT_STATE.code()),
                settings.word("presenceLossState", AgentState.LOGOUT),
                settings.word("bothNodes", BothNodes.KICK),
                settings.word("afterFailover", AfterFailover.KEEP),
                settings.word("callTypeAfterFailover", CallTypeAfterFailover.usualOf(deployment)),
                CampaignRules.from(settings, deployment == Deployment.UCCX, atLeast(release, "12.6")));
    }

    public boolean uccx() {
        return deployment == Deployment.UCCX;
    }

    /** On CCX an agent's calls of his own, to customers or to other agents, leave him in his state, with no wrap-up. */
    boolean wrapsUp(boolean outgoing, boolean ofCampaign) {
        WrapUp rule = outgoing ? wrapUpOnOutgoing : wrapUpOnIncoming;
        return (!uccx() || ofCampaign) && rule != WrapUp.NOT_ALLOWED && rule != WrapUp.OPTIONAL;
    }

    /** From 12.6(2) on SystemInfo names the ports. */
    public boolean publishesPorts() {
        return atLeast(release, "12.6(2)");
    }

    static boolean atLeast(String release, String wanted) {
        String[] have = release.split("[.()]+");
        String[] need = wanted.split("[.()]+");
        for (int i = 0; i < need.length; i++) {
            int difference = (i < have.length ? Integer.parseInt(have[i]) : 0) - Integer.parseInt(need[i]);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }
}

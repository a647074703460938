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
        String xmppDomain,
        boolean notReadyReasonRequired,
        boolean logoutReasonRequired,
        boolean echoRequestIdOnPost,
        boolean echoRequestIdOnError,
        boolean offlineStorage,
        boolean anonymousSystemInfo,
        boolean alerting,
        Cause rejectCause,
        int forbiddenDialCode,
        AgentState presenceLossState) {

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
                settings.text("xmppDomain", "localhost"),
                settings.flag("notReadyReasonRequired", false),
                settings.flag("logoutReasonRequired", false),
                settings.flag("echoRequestIdOnPost", true),
                settings.flag("echoRequestIdOnError", true),
                settings.flag("offlineStorage", true),
                settings.flag("anonymousSystemInfo", false),
                settings.flag("alerting", true),
                settings.word("rejectCause", Cause.OTHER),
                settings.number("forbiddenDialCode", CtiError.INVALID_OBJECT_STATE.code()),
                settings.word("presenceLossState", AgentState.LOGOUT));
    }

    public boolean uccx() {
        return deployment == Deployment.UCCX;
    }

    /** On CCX an agent's calls of his own, to customers or to other agents, leave him in his state, with no wrap-up. */
    boolean wrapsUp(boolean outgoing) {
        WrapUp rule = outgoing ? wrapUpOnOutgoing : wrapUpOnIncoming;
        return !uccx() && rule != WrapUp.NOT_ALLOWED && rule != WrapUp.OPTIONAL;
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

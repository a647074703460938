package dev.trunkline.model;

/** Why a call is where it is (schema gateway, member reason). */
public enum Reason {
    NONE,
    BUSY,
    NO_ANSWER,
    REJECTED,
    INVALID_NUMBER,
    NOT_CONNECTED,
    CANCELLED_BY_AGENT,
    AGENT_PHONE_NO_ANSWER,
    REMOTE_HANGUP,
    AGENT_HANGUP,
    TRANSFERRED,
    DNC_BLOCKED,
    CAMPAIGN_REQUIRED,
    DEVICE_UNAVAILABLE,
    NO_LINES,
    PLATFORM_REJECTED,
    PLATFORM_ERROR,
    PLATFORM_TIMEOUT,
    OUTCOME_UNKNOWN,
    UNKNOWN_GAP,
    OTHER
}

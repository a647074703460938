package dev.trunkline.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a client can ask for (contract 2.1). One word list serves three uses: what a platform <em>can</em> do, what is open on a
 * call <em>now</em>, and the button that a client shows. Each verb knows its word on the wire, its topic and the
 * {@code errorType} under which its failure is told (contract 5.4).
 */
public enum Verb {
    MAKE_CALL("MakeCall", Topic.OUTBOUND_CALL, "MAKE_CALL_FAILED"),
    ANSWER("Answer", Topic.OUTBOUND_CALL, "ANSWER_CALL_FAILED"),
    ACCEPT("Accept", Topic.OUTBOUND_CALL, "ACCEPT_CONTACT_FAILED"),
    REJECT("Reject", Topic.OUTBOUND_CALL, "REJECT_CALL_FAILED"),
    CLOSE("Close", Topic.OUTBOUND_CALL, "CLOSE_CONTACT_FAILED"),
    SKIP("Skip", Topic.OUTBOUND_CALL, "SKIP_CONTACT_FAILED"),
    SCHEDULE("Schedule", Topic.OUTBOUND_CALL, "SCHEDULE_CALL_FAILED"),
    CANCEL_SCHEDULE("CancelSchedule", Topic.OUTBOUND_CALL, "SCHEDULE_CALL_FAILED"),
    HOLD("Hold", Topic.OUTBOUND_CALL, "HOLD_CALL_FAILED"),
    RETRIEVE("Retrieve", Topic.OUTBOUND_CALL, "RESUME_CALL_FAILED"),
    DROP("Drop", Topic.OUTBOUND_CALL, "DISCONNECT_CALL_FAILED"),
    DIRECT_TRANSFER("DirectTransfer", Topic.OUTBOUND_CALL, "TRANSFER_CALL_FAILED"),
    CONSULT("Consult", Topic.OUTBOUND_CALL, "CONSULT_CALL_FAILED"),
    TRANSFER("Transfer", Topic.OUTBOUND_CALL, "TRANSFER_CALL_FAILED"),
    CONFERENCE("Conference", Topic.OUTBOUND_CALL, "CONFERENCE_CALL_FAILED"),
    DROP_CONSULT("DropConsult", Topic.OUTBOUND_CALL, "CONSULT_DROP_FAILED"),
    SWAP("Swap", Topic.OUTBOUND_CALL, "SWAP_CALL_FAILED"),
    SEND_DTMF("SendDTMF", Topic.OUTBOUND_CALL, "SEND_DTMF_FAILED"),
    MUTE("Mute", Topic.OUTBOUND_CALL, "MUTE_CALL_FAILED"),
    UNMUTE("Unmute", Topic.OUTBOUND_CALL, "MUTE_CALL_FAILED"),
    UPDATE_CALL_DATA("UpdateCallData", Topic.OUTBOUND_CALL, "UPDATE_CALL_DATA_FAILED"),
    WRAP_UP("WrapUp", Topic.OUTBOUND_CALL, "WRAPUP_CALL_FAILED"),
    RECLASSIFY("Reclassify", Topic.OUTBOUND_CALL, "RECLASSIFY_CALL_FAILED"),
    DROP_PARTICIPANT("DropParticipant", Topic.OUTBOUND_CALL, "DROP_PARTICIPANT_FAILED"),
    LOGIN("Login", Topic.AGENT, "LOGIN_FAILED"),
    LOGOUT("Logout", Topic.AGENT, "LOGOUT_FAILED"),
    SET_READY("SetReady", Topic.AGENT, "UPDATE_AGENT_STATE_FAILED"),
    SET_NOT_READY("SetNotReady", Topic.AGENT, "UPDATE_AGENT_STATE_FAILED"),
    GET_AGENT_STATE("GetAgentState", Topic.AGENT, "STATE_SYNC_FAILED"),
    GET_STATES("GetStates", Topic.AGENT, "STATE_SYNC_FAILED"),
    GET_WRAPUP_REASON_CODE("GetWrapupReasonCode", Topic.AGENT, "STATE_SYNC_FAILED"),
    GET_NOT_READY_REASON_CODES("GetNotReadyReasonCodes", Topic.AGENT, "STATE_SYNC_FAILED"),
    GET_LOGOUT_REASON_CODES("GetLogoutReasonCodes", Topic.AGENT, "STATE_SYNC_FAILED"),
    REGISTER("Register", Topic.APP, "STATE_SYNC_FAILED"),
    STATE_SYNC("StateSync", Topic.APP, "STATE_SYNC_FAILED");

    private static final Set<Verb> KEYED =
            EnumSet.of(MAKE_CALL, ACCEPT, SCHEDULE, CONSULT, DIRECT_TRANSFER, CONFERENCE);
    private static final Set<Verb> QUERIES = EnumSet.of(
            GET_AGENT_STATE,
            GET_STATES,
            GET_WRAPUP_REASON_CODE,
            GET_NOT_READY_REASON_CODES,
            GET_LOGOUT_REASON_CODES,
            STATE_SYNC);
    private static final Set<Verb> OF_TWO_CALLS = EnumSet.of(TRANSFER, CONFERENCE, DROP_CONSULT, SWAP);
    private static final Set<Verb> OF_OFFERS = EnumSet.of(ANSWER, ACCEPT, REJECT, CLOSE, SKIP);

    private final String word;
    private final Topic topic;
    private final String errorType;

    Verb(String word, Topic topic, String errorType) {
        this.word = word;
        this.topic = topic;
        this.errorType = errorType;
    }

    /** The canonical {@code subtopic}. */
    public String word() {
        return word;
    }

    public Topic topic() {
        return topic;
    }

    /** What a failure of this verb is called (contract 5.4, left list). */
    public String errorType() {
        return errorType;
    }

    /** True for a verb that acts on a call; the others act on the agent or the connection. */
    public boolean onCall() {
        return topic == Topic.OUTBOUND_CALL;
    }

    /** Verbs whose repetition would do harm, so that an idempotency key protects them (contract 1.7). */
    public boolean keyed() {
        return KEYED.contains(this);
    }

    /** Verbs that only ask how things stand: answered at once, nothing is stored (contract 5.1). */
    public boolean query() {
        return QUERIES.contains(this);
    }

    /** Verbs that we answer ourselves, whatever the platform can do. */
    public boolean ours() {
        return query() || this == REGISTER;
    }

    /** Verbs that are about a customer and somebody who is consulted, which on some platforms are two calls. */
    public boolean ofTwoCalls() {
        return OF_TWO_CALLS.contains(this);
    }

    /** Verbs that say what becomes of what is offered: one of them, once. */
    public boolean ofOffers() {
        return OF_OFFERS.contains(this);
    }

    /** Verbs after which the platform calls a number, so that doing it twice would ring twice. */
    public boolean dials() {
        return this == MAKE_CALL || this == CONSULT || this == ACCEPT;
    }
}

package dev.trunkline.model;

import java.util.List;

/**
 * The buttons of contract section 4, in its order: for each verb that can be open on a call, the button, the key that a client
 * posts back as subtopic, and the members that go into its data.
 */
public enum Action {
    ACCEPT(Verb.ACCEPT, "Accept", "SetACCEPT", "AcceptCall", "CallID", "MediaAddress"),
    ANSWER(Verb.ANSWER, "Answer", "SetANSWER", "AnswerCall", "CallID", "MediaAddress"),
    REJECT(Verb.REJECT, "Reject", "SetREJECT", "RejectCall", "CallID"),
    CLOSE(Verb.CLOSE, "Close", "SetCLOSE", "CloseCall", "CallID"),
    SKIP(Verb.SKIP, "Skip", "SetSKIP", "SkipCall", "CallID"),
    TRANSFER_SST(
            Verb.DIRECT_TRANSFER,
            "DirectTransfer",
            "SetTRANSFER_SST",
            "DirectTransferCall",
            "CallID",
            "MediaAddress",
            "TOAddress"),
    CONSULT_CALL(Verb.CONSULT, "Consult", "SetCONSULT_CALL", "ConsultCall", "CallID", "MediaAddress", "TOAddress"),
    TRANSFER(Verb.TRANSFER, "Transfer", "SetTRANSFER", "TransferCall", "CallID", "MediaAddress"),
    CONFERENCE(Verb.CONFERENCE, "Conference", "SetCONFERENCE", "ConferenceCall", "CallID", "MediaAddress"),
    DROP_CONSULT(Verb.DROP_CONSULT, "DropConsult", "SetDROP_CONSULT", "DropConsultCall", "CallID"),
    SWAP(Verb.SWAP, "Swap", "SetSWAP", "SwapCall", "CallID"),
    HOLD(Verb.HOLD, "Hold", "SetHOLD", "HoldCall", "CallID", "MediaAddress"),
    RETRIEVE(Verb.RETRIEVE, "Retrieve", "SetRETRIEVE", "RetrieveCall", "CallID", "MediaAddress"),
    UPDATE_CALL_DATA(
            Verb.UPDATE_CALL_DATA, "UpdateCallData", "SetUPDATE_CALL_DATA", "UpdateCallData", "callID", "label"),
    SEND_DTMF(Verb.SEND_DTMF, "SendDTMF", "SetSEND_DTMF", "SendDTMFCall", "CallID", "MediaAddress", "Digits"),
    DROP(Verb.DROP, "Drop", "SetDROP", "DropCall", "CallID", "MediaAddress"),
    UPDATE_SCHEDULED_CALLBACK(
            Verb.SCHEDULE, "UpdateSchedule", "SetUPDATE_SCHEDULED_CALLBACK", "UpdateSchedule", "callID", "extn"),
    CANCEL_SCHEDULED_CALLBACK(
            Verb.CANCEL_SCHEDULE, "CancelSchedule", "SetCANCEL_SCHEDULED_CALLBACK", "CancelSchedule", "callID", "extn"),
    RECLASSIFY(Verb.RECLASSIFY, "Reclassify", "SetRECLASSIFY", "ReclassifyCall", "callID", "value", "extn"),
    MUTE(Verb.MUTE, "Mute", "SetMUTE", "MuteCall", "CallID"),
    UNMUTE(Verb.UNMUTE, "Unmute", "SetUNMUTE", "UnmuteCall", "CallID"),
    WRAP_UP(
            Verb.WRAP_UP,
            "WrapUp",
            "SetWRAP_UP",
            "WrapUpCall",
            "callID",
            "wrapup",
            "customwrapup",
            "iscustomwrapup",
            "ready"),
    PARTICIPANT_DROP(
            Verb.DROP_PARTICIPANT,
            "DropParticipant",
            "SetPARTICIPANT_DROP",
            "DropParticipant",
            "CallID",
            "ParticipantAddress");

    /** {@code VariableType} of every action: only this value is known (contract O9). */
    public static final int VARIABLE_TYPE = 3;

    private final Verb verb;
    private final String button;
    private final String key;
    private final String variableName;
    private final List<String> structure;

    Action(Verb verb, String button, String key, String variableName, String... structure) {
        this.verb = verb;
        this.button = button;
        this.key = key;
        this.variableName = variableName;
        this.structure = List.of(structure);
    }

    public Verb verb() {
        return verb;
    }

    /** {@code ButtonName}. */
    public String button() {
        return button;
    }

    /** Key of {@code ActionsAllowed}, and the subtopic that a client posts back. */
    public String key() {
        return key;
    }

    public String variableName() {
        return variableName;
    }

    /** Names of the members of {@code VariableStructure}; every value is {@code ""}. */
    public List<String> structure() {
        return structure;
    }
}

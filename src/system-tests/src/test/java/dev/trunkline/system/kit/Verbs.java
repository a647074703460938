package dev.trunkline.system.kit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every verb of the contract (2.1), in its order. */
public final class Verbs {
    public static final List<String> OF_CALLS = List.of(
            "MakeCall",
            "Answer",
            "Accept",
            "Reject",
            "Close",
            "Skip",
            "Schedule",
            "CancelSchedule",
            "Hold",
            "Retrieve",
            "Drop",
            "DirectTransfer",
            "Consult",
            "Transfer",
            "Conference",
            "DropConsult",
            "Swap",
            "SendDTMF",
            "Mute",
            "Unmute",
            "UpdateCallData",
            "WrapUp",
            "Reclassify",
            "DropParticipant");

    public static final List<String> OF_AGENTS = List.of(
            "Login",
            "Logout",
            "SetReady",
            "SetNotReady",
            "GetAgentState",
            "GetStates",
            "GetWrapupReasonCode",
            "GetNotReadyReasonCodes",
            "GetLogoutReasonCodes",
            "Register",
            "StateSync");

    /** Those that only read. */
    static final Set<String> QUERIES = Set.of(
            "GetAgentState",
            "GetStates",
            "GetWrapupReasonCode",
            "GetNotReadyReasonCodes",
            "GetLogoutReasonCodes",
            "StateSync");

    private Verbs() {}

    static Stream<String> all() {
        return Stream.concat(OF_CALLS.stream(), OF_AGENTS.stream());
    }
}

package dev.trunkline.message;

import static java.util.Map.entry;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which spelling of a subtopic means which verb (contract 2.2). */
final class VerbTokens {
    private static final Map<Verb, String> TABLE = Map.ofEntries(
            entry(Verb.MAKE_CALL, "makecall dial"),
            entry(Verb.ANSWER, "answer answercall"),
            entry(Verb.ACCEPT, "accept acceptcall acceptcontact"),
            entry(Verb.REJECT, "reject rejectcall"),
            entry(Verb.CLOSE, "close closecall closecontact"),
            entry(Verb.SKIP, "skip skipcontact"),
            entry(Verb.SCHEDULE, "schedule schedulecall updateschedule updatescheduledcallback callback"),
            entry(Verb.CANCEL_SCHEDULE, "cancelschedule cancelscheduledcallback"),
            entry(Verb.HOLD, "hold holdcall"),
            entry(Verb.RETRIEVE, "retrieve retrievecall resume unhold"),
            entry(Verb.DROP, "drop dropcall disconnect endcall end hangup"),
            entry(
                    Verb.DIRECT_TRANSFER,
                    "transfersst directtransfer directtransfercall blindtransfer singlesteptransfer queuetransfer"),
            entry(Verb.CONSULT, "consult consultcall externalconsult initiatetransfer initiateconference"),
            entry(Verb.TRANSFER, "transfer transfercall completetransfer"),
            entry(Verb.CONFERENCE, "conference conferencecall completeconference"),
            entry(Verb.DROP_CONSULT, "dropconsult consultdrop cancelconsult dropconsultcall"),
            entry(Verb.SWAP, "swap swapcall swapcalls"),
            entry(Verb.SEND_DTMF, "senddtmf dtmf senddtmfcall"),
            entry(Verb.MUTE, "mute mutecall"),
            entry(Verb.UNMUTE, "unmute unmutecall"),
            entry(Verb.UPDATE_CALL_DATA, "updatecalldata updatecallvariables updateuserdata"),
            entry(Verb.WRAP_UP, "wrapup wrapupcall disposition clearcontact"),
            entry(Verb.RECLASSIFY, "reclassify reclassifycall"),
            entry(Verb.DROP_PARTICIPANT, "dropparticipant participantdrop"),
            entry(Verb.LOGIN, "login userinfo"),
            entry(Verb.LOGOUT, "logout"),
            entry(Verb.SET_READY, "ready readystate"),
            entry(Verb.SET_NOT_READY, "notready notreadystate"),
            entry(Verb.GET_AGENT_STATE, "getagentstate"),
            entry(Verb.GET_STATES, "getstates"),
            entry(Verb.GET_WRAPUP_REASON_CODE, "getwrapupreasoncode getwrapupreasoncodes"),
            entry(Verb.GET_NOT_READY_REASON_CODES, "getnotreadyreasoncodes getnotreadyreasoncode"),
            entry(Verb.GET_LOGOUT_REASON_CODES, "getlogoutreasoncodes getlogoutreasoncode"),
            entry(Verb.REGISTER, "register"),
            entry(Verb.STATE_SYNC, "statesync"));

    private static final Map<String, Verb> VERBS = TABLE.entrySet().stream()
            .flatMap(row -> Arrays.stream(row.getValue().split(" ")).map(token -> entry(token, row.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Tethered lines and a client's own error texts: understood, not offered. */
    private static final Set<String> NOT_OFFERED = Set.of("dropnailedcall", "apierror");

    private static final String SUPERVISOR = "teamagent";
    private static final String EVENT = "statechange";
    private static final String SET = "set";

    /** {@code "SetHOLD "} as {@code hold}; {@code SetReady} as {@code ready}. */
    static String token(String subtopic) {
        String token = Words.token("-_", subtopic);
        return token.startsWith(SET) ? token.substring(SET.length()) : token;
    }

    static Verb verb(String subtopic) {
        String token = token(subtopic);
        if (token.endsWith(EVENT)) {
            throw unknown(subtopic, "is the name of an event, not of a command");
        }
        if (NOT_OFFERED.contains(token) || token.startsWith(SUPERVISOR)) {
            throw new RefusedException(Code.NOT_SUPPORTED, "subtopic '" + Words.cut(subtopic) + "' is not offered");
        }
        Verb verb = VERBS.get(token);
        if (verb == null) {
            throw unknown(subtopic, "is not a verb");
        }
        return verb;
    }

    private static RefusedException unknown(String subtopic, String why) {
        return new RefusedException(Code.UNKNOWN_SUBTOPIC, "subtopic '" + Words.cut(subtopic) + "' " + why);
    }

    private VerbTokens() {}
}

package dev.trunkline.message;

import static dev.trunkline.message.DataChecks.CALLBACK;
import static dev.trunkline.message.DataChecks.UPDATE;
import static dev.trunkline.message.DataShape.nothing;
import static dev.trunkline.message.DataShape.onCall;
import static dev.trunkline.message.DataShape.plain;
import static dev.trunkline.message.DataShape.toSomeone;
import static dev.trunkline.message.ValueRule.ADDRESS;
import static dev.trunkline.message.ValueRule.CALL_ID;
import static dev.trunkline.message.ValueRule.DIAL_NUMBER;
import static dev.trunkline.message.ValueRule.INTEGER;
import static dev.trunkline.message.ValueRule.PASSWORD;
import static dev.trunkline.message.ValueRule.TEXT;
import static dev.trunkline.message.ValueRule.TRUTH;
import static dev.trunkline.message.ValueRule.VARIABLES;
import static dev.trunkline.message.ValueRule.VARIABLE_NAME;
import static dev.trunkline.message.ValueRule.VARIABLE_VALUE;
import static dev.trunkline.message.ValueRule.WORD;
import static dev.trunkline.message.ValueRule.between;
import static dev.trunkline.message.ValueRule.like;
import static dev.trunkline.message.ValueRule.oneOf;

import dev.trunkline.model.Verb;
import java.util.EnumMap;
import java.util.Map;

/** The shape of each verb's {@code data}: contract 2.1, 2.3 and 6, and the schema's conditions, as one table. */
final class DataShapes {
    private static final Map<Verb, DataShape> SHAPES = new EnumMap<>(Verb.class);

    static {
        shape(
                Verb.MAKE_CALL,
                plain("toAddress")
                        .must("toAddress", DIAL_NUMBER)
                        .may(WORD, "callerId", "campaignId", "queueId")
                        .may(WORD, "device", "location")
                        .may(like("[A-Z]{2}"), "region")
                        .may(VARIABLES, "variables")
                        .may(between(5, 180), "timeoutSeconds"));
        shape(Verb.ANSWER, onCall());
        shape(Verb.ACCEPT, onCall().may(DIAL_NUMBER, "toAddress"));
        shape(Verb.REJECT, onCall().may(TEXT, "reason"));
        shape(Verb.CLOSE, onCall().may(TEXT, "reason"));
        shape(Verb.SKIP, onCall().may(TEXT, "reason"));
        shape(
                Verb.SCHEDULE,
                onCall().must("callbackTime", WORD)
                        .may(WORD, "callbackEndTime", "timeZone", "queueId")
                        .may(DIAL_NUMBER, "callbackNumber")
                        .may(TEXT, "customerName", "comment")
                        .checked(CALLBACK));
        shape(Verb.CANCEL_SCHEDULE, onCall().may(WORD, "callbackId"));
        shape(Verb.HOLD, onCall());
        shape(Verb.RETRIEVE, onCall());
        shape(Verb.DROP, onCall());
        shape(Verb.DIRECT_TRANSFER, toSomeone().must("toAddress", WORD));
        shape(Verb.CONSULT, toSomeone().must("toAddress", WORD));
        shape(Verb.TRANSFER, toSomeone().may(WORD, "toAddress").may(CALL_ID, "consultCallId"));
        shape(Verb.CONFERENCE, toSomeone().may(WORD, "toAddress").may(CALL_ID, "consultCallId"));
        shape(Verb.DROP_CONSULT, onCall().may(CALL_ID, "consultCallId"));
        shape(Verb.SWAP, onCall().may(CALL_ID, "consultCallId"));
        shape(
                Verb.SEND_DTMF,
                plain("digits").must("digits", like("[0-9*#A-Da-d,]{1,64}")).ofCall());
        shape(Verb.MUTE, onCall());
        shape(Verb.UNMUTE, onCall());
        shape(
                Verb.UPDATE_CALL_DATA,
                onCall().may(VARIABLES, "variables")
                        .may(VARIABLE_NAME, "key")
                        .may(VARIABLE_VALUE, "value")
                        .may(WORD, "label")
                        .checked(UPDATE));
        shape(
                Verb.WRAP_UP,
                plain("wrapup")
                        .may(WORD, "wrapup", "label")
                        .may(TEXT, "customwrapup", "notes")
                        .may(TRUTH, "iscustomwrapup", "ready")
                        .ofCall());
        shape(
                Verb.RECLASSIFY,
                onCall().must("value", oneOf("VOICE", "FAX", "ANS_MACHINE", "INVALID", "DO_NOT_CALL", "BUSY")));
        shape(Verb.DROP_PARTICIPANT, onCall().must("participantAddress", WORD));
        shape(
                Verb.LOGIN,
                nothing()
                        .may(WORD, "username")
                        .may(PASSWORD, "password")
                        .may(ADDRESS, "extension")
                        .may(WORD, "device")
                        .may(TRUTH, "attach"));
        shape(Verb.LOGOUT, plain("reasonCodeId").may(WORD, "reasonCodeId"));
        shape(Verb.SET_READY, nothing());
        shape(Verb.SET_NOT_READY, plain("reasonCodeId").may(WORD, "reasonCodeId"));
        shape(Verb.GET_AGENT_STATE, nothing());
        shape(Verb.GET_STATES, nothing());
        shape(Verb.GET_WRAPUP_REASON_CODE, nothing());
        shape(Verb.GET_NOT_READY_REASON_CODES, nothing());
        shape(Verb.GET_LOGOUT_REASON_CODES, nothing());
        shape(
                Verb.REGISTER,
                nothing().may(oneOf("exact", "extended"), "profile").may(INTEGER, "afterSeq"));
        shape(Verb.STATE_SYNC, nothing());
    }

    static DataShape of(Verb verb) {
        return SHAPES.get(verb);
    }

    private static void shape(Verb verb, DataShape shape) {
        SHAPES.put(verb, shape);
    }

    private DataShapes() {}
}

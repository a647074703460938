package dev.trunkline.vendor.five9;

import dev.trunkline.port.JsonParts;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON bodies of our requests, members in the sheet's order. */
final class Five9Body {
    private static final int DISPOSITION_TIMEOUT = 300_000;

    static String login(String username, String password, String appKey, String policy) {
        return object().add(
                        "passwordCredentials",
                        object().add("username", username).add("password", password))
                .add("appKey", appKey)
                .add("policy", policy)
                .build()
                .toString();
    }

    static String station(String id, String type) {
        return object().add("stationId", id)
                .add("stationType", type)
                .add("state", "DISCONNECTED")
                .build()
                .toString();
    }

    /** Of a list of ids, one object for each. */
    static String ids(List<String> ids) {
        var list = JsonParts.JSON.createArrayBuilder();
        ids.forEach(id -> list.add(object().add("id", id)));
        return list.build().toString();
    }

    static String ready() {
        return presence(Stream.of("CALL", "VOICE_MAIL"), "0");
    }

    static String notReady(String reason) {
        return presence(Stream.of(), reason);
    }

    private static String presence(Stream<String> channels, String reason) {
        var list = JsonParts.JSON.createArrayBuilder();
        channels.forEach(list::add);
        return object().add("currentState", object().add("readyChannels", list).add("notReadyReasonCodeId", reason))
                .addNull("pendingState")
                .add("currentStateTime", 0)
                .add("pendingStateDelayTime", 0)
                .add("gracefulModeOn", false)
                .build()
                .toString();
    }

    /** @param campaign may be empty */
    static String dial(String number, String campaign, boolean skipDncCheck, boolean checkMultipleContacts) {
        JsonObjectBuilder body = object().add("number", number);
        if (!campaign.isEmpty()) {
            body.add("campaignId", campaign);
        }
        return body.add("skipDNCCheck", skipDncCheck)
                .add("checkMultipleContacts", checkMultipleContacts)
                .build()
                .toString();
    }

    /** @param disposition may be empty where none is asked for */
    static String dispose(String disposition) {
        return disposition.isEmpty() ? "{}" : of("dispositionId", disposition);
    }

    /** The do-not-call list is never stepped over here. */
    static String transfer(String number, boolean checkMultipleContacts, boolean warm) {
        return object().add(
                        "destination",
                        object().add("number", number)
                                .add("skipDNCCheck", false)
                                .add("checkMultipleContacts", checkMultipleContacts))
                .add("warm", warm)
                .add("dispositionTimeout", DISPOSITION_TIMEOUT)
                .add("timeout", 0)
                .build()
                .toString();
    }

    /** To somebody who is no number. */
    static String towards(String member, String id, boolean warm) {
        return object().add(member, id).add("warm", warm).build().toString();
    }

    /** Here the check is switched on, not off (sheet 4). */
    static String participant(String number, boolean warm) {
        return object().add("number", number)
                .add("warm", warm)
                .add("checkDNC", true)
                .add("includeCallerInfo", true)
                .build()
                .toString();
    }

    /** @param disposition may be empty; the flag is a text (sheet 4) */
    static String leave(String disposition) {
        JsonObjectBuilder body = object();
        if (!disposition.isEmpty()) {
            body.add("dispositionId", disposition);
        }
        return body.add("isToTransferCallOwnership", "true").build().toString();
    }

    /** @param campaign may be empty */
    static String callback(String number, String campaign, long dueDate, String comments) {
        JsonObjectBuilder body = object().add("number", number);
        if (!campaign.isEmpty()) {
            body.add("campaignId", campaign);
        }
        return body.add("dueDate", dueDate).add("comments", comments).build().toString();
    }

    static String of(String name, String value) {
        return object().add(name, value).build().toString();
    }

    static String of(Map<String, String> members) {
        JsonObjectBuilder object = object();
        members.forEach(object::add);
        return object.build().toString();
    }

    static String nothing() {
        return object().addNull("value").build().toString();
    }

    private static JsonObjectBuilder object() {
        return JsonParts.JSON.createObjectBuilder();
    }

    private Five9Body() {}
}

package dev.trunkline.vendor.webexcc;

import static dev.trunkline.port.JsonParts.child;
import static dev.trunkline.port.JsonParts.flag;
import static dev.trunkline.port.JsonParts.number;
import static dev.trunkline.port.JsonParts.object;
import static dev.trunkline.port.JsonParts.objects;
import static dev.trunkline.port.JsonParts.text;
import static java.util.function.Predicate.not;

import dev.trunkline.vendor.webexcc.wire.Ani;
import dev.trunkline.vendor.webexcc.wire.ApiError;
import dev.trunkline.vendor.webexcc.wire.AuxCode;
import dev.trunkline.vendor.webexcc.wire.Buddy;
import dev.trunkline.vendor.webexcc.wire.Profile;
import dev.trunkline.vendor.webexcc.wire.Subscription;
import dev.trunkline.vendor.webexcc.wire.User;
import jakarta.json.JsonObject;
import java.util.List;

/** Answers of REST to {@code wire} (sheet 2.5, 3, 5.1), as tolerant as {@link WebexccJson}. */
final class WebexccAnswers {
    static Subscription subscription(String answer) {
        Subscription made = new Subscription(text(object(answer), "webSocketUrl"));
        if (made.webSocketUrl().isEmpty()) {
            throw new IllegalArgumentException("no address to listen at");
        }
        return made;
    }

    /** Id of the task, which is the interaction's too; {@code ""} if the answer does not say it (sheet 3.2). */
    static String task(String answer) {
        if (answer.isBlank()) {
            return "";
        }
        try {
            return text(child(object(answer), "data"), "id");
        } catch (IllegalArgumentException noJson) {
            return "";
        }
    }

    static User user(String answer) {
        JsonObject user = object(answer);
        return new User(
                text(user, "id"),
                text(user, "firstName"),
                text(user, "lastName"),
                text(user, "agentProfileId"),
                WebexccJson.strings(user, "teamIds"));
    }

    static Profile profile(String answer) {
        JsonObject profile = object(answer);
        return new Profile(
                text(profile, "id"),
                text(profile, "outdialEntryPointId"),
                text(profile, "outdialANIId"),
                !profile.containsKey("outdialEnabled") || flag(profile, "outdialEnabled"),
                flag(profile, "autoWrapUp"),
                number(profile, "autoWrapAfterSeconds"),
                codes(profile, "accessWrapUpCode", "wrapUpCodes"),
                codes(profile, "accessIdleCode", "idleCodes"));
    }

    /** Only where the profile does not say that all are open. */
    private static List<String> codes(JsonObject profile, String access, String name) {
        return "ALL".equalsIgnoreCase(text(profile, access)) ? List.of() : WebexccJson.strings(profile, name);
    }

    static List<Ani> anis(String answer) {
        return objects(object(answer), "data")
                .map(one -> new Ani(text(one, "number"), flag(one, "defaultANIEntry")))
                .filter(not(one -> one.number().isEmpty()))
                .toList();
    }

    static List<AuxCode> auxCodes(String answer) {
        return objects(object(answer), "data")
                .map(one -> new AuxCode(
                        text(one, "id"),
                        text(one, "name"),
                        text(one, "workTypeCode"),
                        !one.containsKey("active") || flag(one, "active"),
                        flag(one, "isSystemCode"),
                        flag(one, "defaultCode")))
                .filter(not(one -> one.id().isEmpty()))
                .toList();
    }

    /** How many pages there are (sheet 9.2); one where it is not said. */
    static long pages(String answer) {
        return Math.max(1, number(child(object(answer), "meta"), "totalPages"));
    }

    static List<Buddy> buddies(JsonObject data) {
        return objects(data, "agentList")
                .map(one -> new Buddy(text(one, "agentId"), text(one, "agentName"), text(one, "dn")))
                .toList();
    }

    /** Id of a stored callback (sheet 4.2). */
    static String callback(String answer) {
        JsonObject stored = object(answer);
        String id = text(stored, "id");
        return id.isEmpty() ? text(child(stored, "data"), "id") : id;
    }

    /** Either shape, and neither must be there (sheet 3.2). */
    static ApiError error(String answer) {
        try {
            JsonObject error = object(answer);
            JsonObject other = child(error, "error");
            if (!other.isEmpty()) {
                String message = objects(other, "message")
                        .map(one -> text(one, "description"))
                        .findFirst()
                        .orElse("");
                return new ApiError(text(error, "trackingId"), "", message, "", text(other, "key"));
            }
            return new ApiError(
                    text(error, "trackingId"),
                    text(error, "errorType"),
                    text(error, "errorMessage"),
                    text(error, "errorData"),
                    text(error, "reasonCode"));
        } catch (IllegalArgumentException noJson) {
            return ApiError.NONE;
        }
    }

    private WebexccAnswers() {}
}

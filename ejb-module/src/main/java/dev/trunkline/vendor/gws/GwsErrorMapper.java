package dev.trunkline.vendor.gws;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.port.http.Unanswered;
import dev.trunkline.vendor.gws.wire.Answer;
import dev.trunkline.vendor.gws.wire.ErrorMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The platform's failures as the contract's codes (sheet 3.4, 6, contract 5.4, 7.2): the statusCode decides, not the HTTP status. */
final class GwsErrorMapper {
    static final int NOT_AUTHENTICATED = 20;

    private static final int INTERNAL = 4;
    private static final int NO_STATUS = -1;
    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;
    private static final int REQUEST_TIMEOUT = 408;

    /** What is not here is the platform's own matter. */
    private static final Map<Integer, Code> CODES = Map.of(
            1,
            Code.INVALID_DATA,
            2,
            Code.INVALID_STATE,
            3,
            Code.FORBIDDEN,
            5,
            Code.FORBIDDEN,
            6,
            Code.CALL_NOT_FOUND,
            8,
            Code.AUTH_EXPIRED,
            10,
            Code.INVALID_DATA,
            19,
            Code.DEVICE_UNAVAILABLE,
            NOT_AUTHENTICATED,
            Code.AUTH_EXPIRED);

    /** An answer that is not one of success. */
    static VendorException answered(int status, Answer answer, Optional<String> retryAfter) {
        Map<String, Object> platform = platform(status, answer.statusCode(), answer.statusMessage());
        String detail = ("Genesys Web Services answered "
                        + (answer.statusCode() == NO_STATUS ? status : "statusCode " + answer.statusCode()) + " "
                        + answer.statusMessage())
                .strip();
        if (status == TOO_MANY) {
            return new VendorException(Code.RATE_LIMITED, detail, platform, Unanswered.retryAfter(retryAfter));
        }
        return answer.statusCode() == NO_STATUS
                ? new VendorException(code(status), detail, effect(status), platform, null)
                : refused(answer, detail, platform);
    }

    /** Of an answer that is not the API's: only one that refuses says that nothing was done, not one that is garbled or gave up waiting. */
    private static Effect effect(int status) {
        return status >= 300 && status < 500 && status != REQUEST_TIMEOUT ? Effect.NONE : Effect.DOUBTFUL;
    }

    /** In the API's own form: then it changed nothing, unless something behind it broke. */
    private static VendorException refused(Answer answer, String detail, Map<String, Object> platform) {
        if (answer.statusCode() != INTERNAL) {
            Code code = CODES.getOrDefault(answer.statusCode(), Code.PLATFORM_REJECTED);
            return new VendorException(code, detail, Effect.NONE, platform, null);
        }
        String text = answer.statusMessage().toLowerCase(Locale.ROOT);
        if (text.contains("is not registered")) {
            return new VendorException(Code.DEVICE_UNAVAILABLE, detail, Effect.NONE, platform, null);
        }
        if (text.contains("service is not available")) {
            return new VendorException(Code.PLATFORM_UNAVAILABLE, detail, Effect.NONE, platform, null);
        }
        return new VendorException(Code.PLATFORM_REJECTED, detail, Effect.DOUBTFUL, platform, null);
    }

    /** Of who is not the API itself: a proxy, the server below it. */
    private static Code code(int status) {
        return switch (status) {
            case 401 -> Code.AUTH_EXPIRED; // again with the same password, and the account may be locked
            case FORBIDDEN -> Code.FORBIDDEN;
            case 502, 503 -> Code.PLATFORM_UNAVAILABLE;
            case REQUEST_TIMEOUT, 504 -> Code.PLATFORM_TIMEOUT;
            default -> Code.PLATFORM_REJECTED;
        };
    }

    private static Map<String, Object> platform(int status, int code, String message) {
        Map<String, Object> platform = new LinkedHashMap<>();
        platform.put("httpStatus", status);
        platform.put("code", code == NO_STATUS ? "" : Integer.toString(code));
        platform.put("message", message);
        return platform;
    }

    /** The same, of a number that was dialled: whether it is one, only the words say. */
    static VendorException ofNumber(VendorException refused, List<String> words) {
        boolean data = refused.code() == Code.INVALID_DATA;
        return data && says(refused, words) ? as(refused, Code.INVALID_NUMBER) : refused;
    }

    private static boolean says(VendorException refused, List<String> words) {
        String text =
                String.valueOf(refused.refusal().platform().get("message")).toLowerCase(Locale.ROOT);
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).anyMatch(text::contains);
    }

    private static VendorException as(VendorException refused, Code code) {
        return new VendorException(
                code, refused.getMessage(), refused.effect(), refused.refusal().platform(), refused.getCause());
    }

    /** What was accepted could not be done (sheet 5.4). */
    static VendorException late(ErrorMessage error, List<String> words) {
        String what = error.errorMessage().isEmpty() ? "without a text" : error.errorMessage();
        VendorException failed = new VendorException(
                Code.PLATFORM_REJECTED,
                "Genesys Web Services told of an error: " + what,
                Effect.NONE,
                Map.of("code", error.errorCode(), "message", error.errorMessage()),
                null);
        return says(failed, words) ? as(failed, Code.INVALID_NUMBER) : failed;
    }

    static VendorException unreadable(int status, IllegalArgumentException failure) {
        return new VendorException(
                Code.PLATFORM_REJECTED,
                "the answer of Genesys Web Services could not be read",
                Effect.DOUBTFUL,
                Map.of("httpStatus", status),
                failure);
    }

    /** The event connection could not be made, or broke. */
    static VendorException link(Throwable failure) {
        if (failure instanceof VendorException known) {
            return known;
        }
        String why = "event connection: " + failure.getClass().getSimpleName();
        return new VendorException(Code.LINK_DOWN, why, Effect.NONE, Map.of(), failure);
    }

    /** Refused with the password: whoever it is that does so, another try with the same one could only lock the account. */
    static VendorException signInRefused(int status, Answer answer, Optional<String> retryAfter) {
        VendorException refused = answered(status, answer, retryAfter);
        return status == FORBIDDEN ? as(refused, Code.AUTH_EXPIRED) : refused;
    }

    /** Never asked: the platform would be given something else. */
    static VendorException unwritable(String name) {
        return new VendorException(
                Code.INVALID_DATA, name + ": Genesys Web Services takes characters of ISO-8859-1 (Western European)");
    }

    /** True if another try with the same sign-in could only fail: not because something on the way refused one request. */
    static boolean isFinal(VendorException failure) {
        boolean onTheWay = "".equals(failure.refusal().platform().get("code"));
        boolean ours = failure.refusal().platform().isEmpty();
        return failure.code() == Code.AUTH_EXPIRED
                || failure.code() == Code.FORBIDDEN && !onTheWay
                || failure.code() == Code.INVALID_DATA && ours;
    }

    private GwsErrorMapper() {}
}

package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.port.http.Unanswered;
import dev.trunkline.vendor.finesse.wire.ApiError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.XMPPException.StreamErrorException;
import org.jivesoftware.smack.packet.StreamError;
import org.jivesoftware.smack.sasl.SASLError;
import org.jivesoftware.smack.sasl.SASLErrorException;

/** Finesse's failures as the contract's codes (sheet 3.4, contract 5.4). */
final class FinesseErrorMapper {
    /** By {@code errorData}, the CTI code. */
    private static final Map<String, Code> CTI = Map.ofEntries(
            Map.entry("2", Code.INVALID_STATE),
            Map.entry("3", Code.INVALID_DATA),
            Map.entry("4", Code.CALL_NOT_FOUND),
            Map.entry("5", Code.DEVICE_UNAVAILABLE),
            Map.entry("6", Code.INVALID_NUMBER),
            Map.entry("8", Code.FORBIDDEN),
            Map.entry("9", Code.FORBIDDEN),
            Map.entry("10", Code.FORBIDDEN),
            Map.entry("11", Code.CALL_NOT_FOUND),
            Map.entry("12", Code.CALL_NOT_FOUND),
            Map.entry("13", Code.CALL_NOT_FOUND),
            Map.entry("14", Code.INVALID_NUMBER),
            Map.entry("22", Code.INVALID_STATE),
            Map.entry("33", Code.INVALID_STATE),
            Map.entry("34", Code.DEVICE_UNAVAILABLE),
            Map.entry("257", Code.INVALID_STATE),
            Map.entry("265", Code.INVALID_STATE),
            Map.entry("1010", Code.INVALID_STATE),
            Map.entry("88004", Code.DEVICE_UNAVAILABLE),
            Map.entry("88005", Code.DEVICE_UNAVAILABLE));

    private static final Map<String, Code> LATER = Map.of(
            "Invalid Device", Code.DEVICE_UNAVAILABLE,
            "Device Busy", Code.DEVICE_UNAVAILABLE,
            "Invalid State", Code.INVALID_STATE);

    /** Refused at once. */
    static VendorException answered(int status, List<ApiError> errors, Optional<String> retryAfter) {
        Optional<ApiError> error = errors.stream().findFirst();
        String type = error.map(ApiError::errorType).orElse("");
        Map<String, Object> platform = new LinkedHashMap<>(
                words(type, error.map(ApiError::errorMessage).orElse("")));
        platform.put("httpStatus", status);
        String detail = "Finesse answered " + status + (type.isEmpty() ? "" : " " + type);
        if (status == 429) {
            return new VendorException(Code.RATE_LIMITED, detail, platform, Unanswered.retryAfter(retryAfter));
        }
        Effect effect = status >= 500 && status != 501 && status != 503 ? Effect.DOUBTFUL : Effect.NONE;
        return new VendorException(code(status, type), detail, effect, platform, null);
    }

    private static Code code(int status, String type) {
        return switch (status) {
            case 400 -> type.equalsIgnoreCase("Invalid Destination") ? Code.INVALID_NUMBER : Code.PLATFORM_REJECTED;
            case 401 -> unauthorized(type);
            case 403 -> Code.FORBIDDEN;
            // The agent's own account is looked up by every request: without it nobody is signed in.
            case 404 -> type.equalsIgnoreCase("User Not Found") ? Code.AUTH_EXPIRED : Code.CALL_NOT_FOUND;
            case 501 -> Code.NOT_SUPPORTED;
            case 503 -> Code.PLATFORM_UNAVAILABLE;
            default -> Code.PLATFORM_REJECTED;
        };
    }

    /** Finesse uses 401 for three things; only one of them is about the password. */
    private static Code unauthorized(String type) {
        if (type.equalsIgnoreCase("Invalid State")) {
            return Code.INVALID_STATE;
        }
        return type.equalsIgnoreCase("Invalid Authorization User Specified") ? Code.FORBIDDEN : Code.AUTH_EXPIRED;
    }

    /** Accepted, then refused by the telephone system behind it. */
    static VendorException refusedLater(ApiError error) {
        Code code = CTI.getOrDefault(error.errorData(), LATER.getOrDefault(error.errorType(), Code.PLATFORM_REJECTED));
        String words = (error.errorType() + " " + error.errorMessage()).strip();
        return new VendorException(code, words, Effect.NONE, words(error.errorData(), words), null);
    }

    static VendorException unreadable(int status, IllegalArgumentException failure) {
        return new VendorException(
                Code.PLATFORM_REJECTED,
                "the answer of Finesse could not be read",
                Effect.DOUBTFUL,
                Map.of("httpStatus", status),
                failure);
    }

    /** The event connection could not be made, or broke. */
    static VendorException link(Throwable failure) {
        if (failure instanceof VendorException known) {
            return known;
        }
        if (failure instanceof SASLErrorException refused
                && aboutThePassword(refused.getSASLFailure().getSASLError())) {
            return new VendorException(
                    Code.AUTH_EXPIRED, "Finesse does not take the sign-in (XMPP)", Effect.NONE, Map.of(), failure);
        }
        String why = conflict(failure)
                ? "another client took over the connection (conflict)"
                : "event connection: " + failure.getClass().getSimpleName();
        return new VendorException(Code.LINK_DOWN, why, Effect.NONE, Map.of(), failure);
    }

    /** True if another try with the same sign-in could only do harm (sheet 2.1, 5.6). */
    static boolean isFinal(VendorException failure) {
        return failure.code() == Code.AUTH_EXPIRED || failure.code() == Code.FORBIDDEN || conflict(failure.getCause());
    }

    private static boolean conflict(Throwable failure) {
        return failure instanceof StreamErrorException error
                && error.getStreamError().getCondition() == StreamError.Condition.conflict;
    }

    private static boolean aboutThePassword(SASLError error) {
        return switch (error) {
            case not_authorized, account_disabled, credentials_expired -> true;
            case aborted,
                    encryption_required,
                    incorrect_encoding,
                    invalid_authzid,
                    invalid_mechanism,
                    malformed_request,
                    mechanism_too_weak,
                    temporary_auth_failure -> false;
        };
    }

    private static Map<String, Object> words(String code, String message) {
        return Map.of("code", code, "message", message);
    }

    private FinesseErrorMapper() {}
}

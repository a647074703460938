package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.port.http.Unanswered;
import dev.trunkline.vendor.webexcc.wire.ApiError;
import dev.trunkline.vendor.webexcc.wire.Frame;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Webex Contact Center's failures, answered or told, as the contract's codes (sheet 2.4, 3.2, 6.3, contract 5.4). */
final class WebexccErrorMapper {
    private static final String PLATFORM = "Webex Contact Center";

    /** Words that events and answers share; all others are passed on as they are. */
    private static final Map<String, Code> WORDS = Map.ofEntries(
            Map.entry("AGENT_NOT_FOUND", Code.NOT_LOGGED_IN),
            Map.entry("DUPLICATE_LOCATION", Code.DEVICE_UNAVAILABLE),
            Map.entry("INVALID_DIAL_NUMBER", Code.DEVICE_UNAVAILABLE),
            Map.entry("AGENT_SESSION_ALREADY_EXISTS", Code.INVALID_STATE),
            Map.entry("AGENT_HAS_ASSIGNED_CONTACTS", Code.INVALID_STATE),
            Map.entry("NO_MATCHING_AGENT_CHANNEL_FOUND", Code.AGENT_BUSY),
            Map.entry("INVALID_ORIGIN", Code.INVALID_DATA),
            Map.entry("INVALID_ENTRY_POINT", Code.INVALID_DATA),
            Map.entry("INVALID_DESTINATION", Code.INVALID_NUMBER));

    /** The platform has no station session of this agent (sheet 2.5). */
    private static final String NO_SESSION = "1038";

    /** By the member that a refusal is about. */
    private static final Map<String, Code> SUBJECTS = Map.of(
            "destination", Code.INVALID_NUMBER,
            "origin", Code.INVALID_DATA,
            "entryPointId", Code.INVALID_DATA,
            "attributes", Code.INVALID_DATA);

    /** An answer that is not one of success. */
    static VendorException answered(int status, ApiError error, Optional<String> retryAfter) {
        Map<String, Object> platform = said(error.type(), error.message());
        platform.put("httpStatus", status);
        String tracking = error.trackingId().isEmpty() ? "" : " (tracking " + error.trackingId() + ")";
        String detail = (PLATFORM + " answered " + status + " " + error.type()).strip() + tracking;
        if (status == 429) {
            return new VendorException(Code.RATE_LIMITED, detail, platform, Unanswered.retryAfter(retryAfter));
        }
        Effect effect = status == 408 || status >= 500 && status != 501 ? Effect.DOUBTFUL : Effect.NONE;
        return new VendorException(code(status, error), detail, effect, platform, null);
    }

    private static Code code(int status, ApiError error) {
        Optional<Code> known = word(error.type())
                .or(() -> Optional.ofNullable(SUBJECTS.get(error.subject())))
                .or(() -> origin(error));
        return switch (status) {
            case 400, 409, 422 -> known.orElse(Code.PLATFORM_REJECTED);
            case 401 -> Code.AUTH_EXPIRED;
            case 403 -> Code.FORBIDDEN;
            case 404 -> known.orElse(Code.CALL_NOT_FOUND);
            case 408, 503, 504 -> Code.PLATFORM_TIMEOUT;
            default -> Code.PLATFORM_REJECTED;
        };
    }

    /** The text that integrators saw (sheet 3.1). */
    private static Optional<Code> origin(ApiError error) {
        return error.message().toLowerCase(Locale.ROOT).contains("invalid origin")
                ? Optional.of(Code.INVALID_DATA)
                : Optional.empty();
    }

    static Optional<Code> word(String word) {
        return Optional.ofNullable(WORDS.get(word.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, Object> said(String code, String message) {
        Map<String, Object> platform = new LinkedHashMap<>();
        platform.put("code", code);
        platform.put("message", message);
        return platform;
    }

    /** What was taken failed all the same: an event says so (sheet 4). */
    static VendorException told(Frame frame) {
        Map<String, Object> platform = said(frame.reason(), frame.type());
        String words = (frame.reason() + " " + frame.reasonCode()).strip();
        Code code = noSession(frame) ? Code.NOT_LOGGED_IN : word(frame.reason()).orElse(Code.PLATFORM_REJECTED);
        return new VendorException(
                code, (PLATFORM + " says " + frame.type() + " " + words).strip(), Effect.NONE, platform, null);
    }

    /** 1038, anywhere (sheet 10). */
    static boolean noSession(Frame frame) {
        return frame.reason().equalsIgnoreCase("AGENT_NOT_FOUND")
                || frame.reasonCode().equals(NO_SESSION);
    }

    /** A dial that the platform did not begin with; others have a contact, which may need an outcome (sheet 6.3). */
    static boolean withoutContact(Frame frame) {
        return noSession(frame) || frame.reason().equalsIgnoreCase("NO_MATCHING_AGENT_CHANNEL_FOUND");
    }

    /** The station session exists: whether it is his own, a reading shows (sheet 10). */
    static boolean sessionExists(Frame frame) {
        return frame.reason().equalsIgnoreCase("AGENT_SESSION_ALREADY_EXISTS");
    }

    /** The token endpoint did not give a token (sheet 2.1). */
    static VendorException noToken(int status, ApiError error, String word) {
        Map<String, Object> platform = said(word, error.message());
        platform.put("httpStatus", status);
        if (status >= 500 || status == 429) {
            return new VendorException(Code.PLATFORM_UNAVAILABLE, "no token: " + status, Effect.NONE, platform, null);
        }
        boolean ours = word.equals("invalid_client") || word.equals("unauthorized_client");
        return ours
                ? new VendorException(
                        Code.PLATFORM_REJECTED,
                        PLATFORM + " does not take the OAuth integration: " + WebexccSettings.PREFIX
                                + "clientId and clientSecret",
                        Effect.NONE,
                        platform,
                        null)
                : new VendorException(
                        Code.AUTH_EXPIRED, "the agent must sign in again: " + word, Effect.NONE, platform, null);
    }

    static VendorException unreadable(int status, IllegalArgumentException failure) {
        return new VendorException(
                Code.PLATFORM_REJECTED,
                "the answer of " + PLATFORM + " could not be read",
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

    /** Another of the same agent took the connection over: it must not be taken back (sheet 5.5). */
    static VendorException tookOver() {
        return new VendorException(
                Code.LINK_DOWN,
                "another client took over the connection (AGENT_MULTI_LOGIN)",
                Effect.NONE,
                Map.of(),
                new TookOver());
    }

    /** Marks what must not be tried again. */
    private static final class TookOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** True if another try with the same sign-in could only fail. */
    static boolean isFinal(VendorException failure) {
        return failure.code() == Code.AUTH_EXPIRED
                || failure.code() == Code.FORBIDDEN
                || failure.getCause() instanceof TookOver;
    }

    /** The answer's own status, or 0. */
    static int status(VendorException refused) {
        return refused.refusal().platform().get("httpStatus") instanceof Integer status ? status : 0;
    }

    private WebexccErrorMapper() {}
}

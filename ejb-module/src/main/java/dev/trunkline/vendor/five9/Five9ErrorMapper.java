package dev.trunkline.vendor.five9;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.port.http.Unanswered;
import dev.trunkline.vendor.five9.wire.ApiError;
import dev.trunkline.vendor.five9.wire.DialFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The platform's failures as the contract's codes (sheet 3.5). It has a status of its own, 435, for whatever it refuses; which codes come with
 * it is not known, so its words decide, and operators may teach us others.
 */
final class Five9ErrorMapper {
    static final int REFUSED = 435;
    private static final int UNAUTHORIZED = 401;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final String MIGRATED = "5001";

    private record Word(Pattern pattern, Code code) {
        static Word of(String pattern, Code code) {
            return new Word(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), code);
        }
    }

    /** Our best guess, the more exact first (sheet 3.5, 6.3). */
    private static final List<Word> WORDS = List.of(
            Word.of("\\bDNC\\b|DO.?NOT.?CALL|DNC_", Code.DNC_BLOCKED),
            Word.of(
                    "INVALID.?(PHONE.?)?NUMBER|NUMBER (\\S+ )?(IS )?(NOT VALID|INVALID)|NOT A (VALID )?.*NUMBER",
                    Code.INVALID_NUMBER),
            Word.of("CAMPAIGN.*(REQUIRED|MISSING|NOT SPECIFIED)|NO.?CAMPAIGN", Code.CAMPAIGN_REQUIRED),
            Word.of("PERMISSION|NOT PERMITTED|NOT.?ALLOWED|ACCESS.?DENIED", Code.FORBIDDEN),
            Word.of("STATION", Code.DEVICE_UNAVAILABLE),
            Word.of("NOT.?READY", Code.AGENT_NOT_READY),
            Word.of("AGENT.*(BUSY|ON (A |ANOTHER )?CALL)|(BUSY|ON_CALL)", Code.AGENT_BUSY),
            Word.of("(CALL|OBJECT|INTERACTION).*NOT.?FOUND|OBJECT_NOT_FOUND", Code.CALL_NOT_FOUND),
            Word.of("(WRONG|INVALID|IMPROPER|ILLEGAL).*STATE", Code.INVALID_STATE));

    /** An answer that is not one of success. @param taught {@link Five9Settings#refusals} */
    static VendorException answered(int status, ApiError error, Optional<String> retryAfter, String taught) {
        Map<String, Object> platform = platform(Integer.toString(status), error.errorCode(), error.message());
        platform.put("httpStatus", status);
        String detail = ("Five9 answered " + status + " " + error.contextCode() + " " + error.message())
                .replaceAll("\\s+", " ")
                .strip();
        if (status == TOO_MANY) {
            return new VendorException(Code.RATE_LIMITED, detail, platform, Unanswered.retryAfter(retryAfter));
        }
        return new VendorException(code(status, error, taught), detail, effect(status), platform, null);
    }

    /** Only what refuses says that nothing was done (sheet 9.2: HTTP 500, and the call is made). */
    private static Effect effect(int status) {
        return status >= 300 && status < 500 && status != REQUEST_TIMEOUT ? Effect.NONE : Effect.DOUBTFUL;
    }

    private static Code code(int status, ApiError error, String taught) {
        if (status == REFUSED || status == 409 || status == 422) {
            return refusal(error, taught);
        }
        return switch (status) {
            case UNAUTHORIZED -> Code.AUTH_EXPIRED;
            case 403 -> Code.FORBIDDEN;
            case 404 -> Code.CALL_NOT_FOUND;
            case 400 ->
                worded(error.errorCode() + " " + error.contextCode() + " " + error.message(), taught)
                        .orElse(Code.INVALID_DATA);
            case 502, 503 -> Code.PLATFORM_UNAVAILABLE;
            case REQUEST_TIMEOUT, 504 -> Code.PLATFORM_TIMEOUT;
            default -> Code.PLATFORM_REJECTED;
        };
    }

    private static Code refusal(ApiError error, String taught) {
        if (error.errorCode().equals(MIGRATED)) {
            return Code.PLATFORM_UNAVAILABLE;
        }
        return error.contextCode().equals("LOGIN") || error.contextCode().equals("DUPLICATE_LOGIN")
                ? Code.INVALID_STATE
                : worded(error.errorCode() + " " + error.contextCode() + " " + error.message(), taught)
                        .orElse(Code.PLATFORM_REJECTED);
    }

    private static Optional<Code> worded(String said, String taught) {
        return Stream.concat(taught(taught), WORDS.stream())
                .filter(word -> word.pattern.matcher(said).find())
                .map(Word::code)
                .findFirst();
    }

    /** @throws IllegalArgumentException if an operator has written what cannot be understood */
    static String checked(String taught) {
        taught(taught).forEach(word -> {});
        return taught;
    }

    private static Stream<Word> taught(String text) {
        return Stream.of(text.split(";"))
                .map(pair -> pair.split("=(?=[A-Z_]+$)"))
                .filter(pair -> pair.length == 2)
                .map(pair -> Word.of(pair[0].strip(), Code.valueOf(pair[1].strip())));
    }

    private static Map<String, Object> platform(String otherwise, String code, String message) {
        Map<String, Object> platform = new LinkedHashMap<>();
        platform.put("code", code.isEmpty() ? otherwise : code);
        platform.put("message", message);
        return platform;
    }

    // ---- what it says beyond no

    /** The organisation is served by another data centre (sheet 5.6). */
    static boolean migrated(int status, ApiError error) {
        return status == REFUSED && error.errorCode().equals(MIGRATED);
    }

    /** The agent must first go on with his log-in (sheet 2.3). */
    static boolean wrongLogInState(VendorException refused) {
        return refused.getMessage().contains(" 435 LOGIN");
    }

    /** Another session of the agent is there (sheet 2.4). */
    static boolean duplicate(VendorException refused) {
        return refused.getMessage().contains(" DUPLICATE_LOGIN");
    }

    /** To a call: it is not there any more, or not in a state for that (sheet 3.5). */
    static boolean over(VendorException refused) {
        Object status = refused.refusal().platform().get("httpStatus");
        return !wrongLogInState(refused)
                && refused.code() != Code.FORBIDDEN
                && refused.code() != Code.PLATFORM_UNAVAILABLE
                && (Integer.valueOf(404).equals(status)
                        || Integer.valueOf(REFUSED).equals(status));
    }

    /** A dial was taken, and event 65 says that it failed (sheet 3.2). */
    static VendorException dialFailed(DialFailure failure, String taught) {
        String said = (failure.errorCode() + " " + failure.cause()).strip();
        return new VendorException(
                worded(said, taught).orElse(Code.PLATFORM_REJECTED),
                ("Five9 could not make the call " + said).strip(),
                Effect.NONE,
                platform("65", failure.errorCode(), failure.cause()),
                null);
    }

    /** Told by an event after it was taken. */
    static VendorException late(String what, String eventId) {
        return new VendorException(Code.PLATFORM_REJECTED, what, Effect.NONE, platform(eventId, "", what), null);
    }

    static VendorException unreadable(IllegalArgumentException failure) {
        return new VendorException(
                Code.PLATFORM_REJECTED, "the answer of Five9 could not be read", Effect.DOUBTFUL, Map.of(), failure);
    }

    // ---- the connection

    /** Another try with the same password could lock the account. */
    static final class LogInRefused extends VendorException {
        private static final long serialVersionUID = 1L;

        LogInRefused(VendorException why) {
            super(
                    Code.AUTH_EXPIRED,
                    why.refusal().detail(),
                    Effect.NONE,
                    why.refusal().platform(),
                    why);
        }
    }

    /** What refuses in the platform's own form, or as HTTP has it, is about the password (sheet 2.1). */
    static VendorException logInRefused(int status, ApiError error, Optional<String> retryAfter) {
        VendorException why = answered(status, error, retryAfter, "");
        boolean refused = status >= 400 && status < 500 && status != TOO_MANY && status != REQUEST_TIMEOUT;
        return refused && !migrated(status, error) ? new LogInRefused(why) : why;
    }

    /** The event connection could not be made, or broke. */
    static VendorException link(Throwable failure) {
        if (failure instanceof VendorException known) {
            return known;
        }
        String why = "event connection: " + failure.getClass().getSimpleName();
        return new VendorException(Code.LINK_DOWN, why, Effect.NONE, Map.of(), failure);
    }

    /** True if another try with the same sign-in could only fail. */
    static boolean isFinal(VendorException failure) {
        boolean ours = failure.refusal().platform().isEmpty();
        return failure instanceof LogInRefused || failure.code() == Code.INVALID_DATA && ours;
    }

    private Five9ErrorMapper() {}
}

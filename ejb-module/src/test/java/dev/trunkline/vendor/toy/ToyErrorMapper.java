package dev.trunkline.vendor.toy;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.port.http.Unanswered;
import java.util.Map;
import java.util.Optional;

/** What it means that the toy said no, or nothing. */
final class ToyErrorMapper {
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    /** After 500 and more nobody knows whether it was done. */
    static VendorException answered(int status, Optional<String> retryAfter) {
        String detail = "the toy answered " + status;
        Map<String, Object> platform = Map.of("httpStatus", status);
        if (status == TOO_MANY) {
            return new VendorException(Code.RATE_LIMITED, detail, platform, Unanswered.retryAfter(retryAfter));
        }
        Effect effect = status >= BROKEN ? Effect.DOUBTFUL : Effect.NONE;
        return new VendorException(code(status), detail, effect, platform, null);
    }

    private static Code code(int status) {
        return switch (status) {
            case 401 -> Code.AUTH_EXPIRED;
            case 404 -> Code.CALL_NOT_FOUND;
            case 409 -> Code.INVALID_STATE;
            case 422 -> Code.INVALID_NUMBER;
            case 503 -> Code.PLATFORM_UNAVAILABLE;
            default -> Code.PLATFORM_REJECTED;
        };
    }

    /** The stream of events could not be had, or broke. */
    static VendorException link(Throwable failure) {
        return failure instanceof VendorException known
                ? known
                : new VendorException(Code.LINK_DOWN, "stream of events: " + failure, Effect.NONE, Map.of(), failure);
    }

    private ToyErrorMapper() {}
}

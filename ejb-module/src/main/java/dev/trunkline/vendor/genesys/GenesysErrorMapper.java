package dev.trunkline.vendor.genesys;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.port.http.Unanswered;
import dev.trunkline.vendor.genesys.wire.ApiError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Genesys Cloud's failures as the contract's codes (sheet 2.1, 3.3, 4, contract 5.4). */
final class GenesysErrorMapper {
    /** By the platform's own code; the others go by their status. */
    private static final Map<String, Code> CODES = Map.ofEntries(
            Map.entry("missing.create.conversation.destination.parameter", Code.INVALID_DATA),
            Map.entry("too.many.create.conversation.parameters", Code.INVALID_DATA),
            Map.entry("conversation.error.no.user.station", Code.DEVICE_UNAVAILABLE),
            Map.entry("conversation.error.agent.indicated.address.not.allowed", Code.INVALID_NUMBER),
            Map.entry("conversation.error.invalid.external.contact", Code.INVALID_DATA),
            Map.entry("conversation.error.disallowed.transfer.destination", Code.INVALID_NUMBER),
            Map.entry("conversation.error.cannot.transfer.to.self", Code.INVALID_NUMBER),
            Map.entry("dest.address.not.specified", Code.INVALID_DATA),
            Map.entry("conversations.error.queue.not.found", Code.INVALID_DATA),
            Map.entry("conversations.error.transfer.not.connected", Code.INVALID_STATE),
            Map.entry("conversation.error.hold.alerting", Code.INVALID_STATE),
            Map.entry("callback.error.answer.not.alerting", Code.INVALID_STATE),
            Map.entry("conversation.error.wrapup.cannot.skip", Code.INVALID_STATE),
            Map.entry("missing.wrapup.code", Code.INVALID_DATA),
            Map.entry("conversation.error.wrapup.code.required", Code.INVALID_DATA),
            Map.entry("callback.error.scheduled.time.too.far.in.future", Code.INVALID_DATA),
            Map.entry("callback.error.parse.call.number", Code.INVALID_NUMBER),
            Map.entry("callback.error.already.triggered", Code.INVALID_STATE),
            Map.entry("callback.error.scheduled.callback.already.exists", Code.INVALID_STATE),
            Map.entry("conversation.error.queue.required", Code.INVALID_DATA),
            Map.entry("conversation.error.user.not.party", Code.CALL_NOT_FOUND),
            Map.entry("conversation.error.participant.no.active.conversations", Code.CALL_NOT_FOUND),
            Map.entry("conversation.error.conversation.not.found", Code.CALL_NOT_FOUND),
            Map.entry("conversation.error.not.conversation.participant", Code.CALL_NOT_FOUND),
            Map.entry("conversation.error.call.disconnected", Code.CALL_NOT_FOUND),
            Map.entry("providerapi.error.user.does.not.have.a.station", Code.DEVICE_UNAVAILABLE),
            Map.entry("providerapi.error.station.cannot.resolve", Code.DEVICE_UNAVAILABLE),
            Map.entry("providerapi.error.phone.cannot.resolve", Code.DEVICE_UNAVAILABLE),
            Map.entry("providerapi.error.phone.no.active.edge", Code.DEVICE_UNAVAILABLE),
            Map.entry("providerapi.error.station.no.active.edge", Code.DEVICE_UNAVAILABLE),
            Map.entry("providerapi.error.no.station.for.edge", Code.DEVICE_UNAVAILABLE),
            Map.entry("userservice.station.notfound", Code.DEVICE_UNAVAILABLE),
            Map.entry("userservice.stationalreadyassociated", Code.DEVICE_UNAVAILABLE),
            Map.entry("userservice.station.nothomed", Code.DEVICE_UNAVAILABLE),
            Map.entry("userservice.station.providerlocationmissing", Code.DEVICE_UNAVAILABLE),
            Map.entry("ip.not.authorized", Code.FORBIDDEN));

    /** An answer that is not one of success. */
    static VendorException answered(int status, ApiError error, Optional<String> retryAfter) {
        Map<String, Object> platform = new LinkedHashMap<>();
        platform.put("httpStatus", status);
        platform.put("code", error.code());
        platform.put("message", error.message());
        String context = error.contextId().isEmpty() ? "" : " (context " + error.contextId() + ")";
        String detail = ("Genesys Cloud answered " + status + " " + error.code()).strip() + context;
        if (status == 429) {
            return new VendorException(Code.RATE_LIMITED, detail, platform, Unanswered.retryAfter(retryAfter));
        }
        Effect effect = status == 408 || status >= 500 && status != 501 ? Effect.DOUBTFUL : Effect.NONE;
        return new VendorException(code(status, error.code()), detail, effect, platform, null);
    }

    private static Code code(int status, String code) {
        return Optional.ofNullable(CODES.get(code)).orElseGet(() -> switch (status) {
            case 401 -> Code.AUTH_EXPIRED;
            case 403 -> Code.FORBIDDEN;
            case 404 -> Code.CALL_NOT_FOUND;
            case 408, 504 -> Code.PLATFORM_TIMEOUT;
            case 503 -> Code.PLATFORM_TIMEOUT; // it may come after the deed (sheet 3.3)
            default -> Code.PLATFORM_REJECTED;
        });
    }

    /** The token endpoint did not give a token (sheet 2.1). */
    static VendorException noToken(int status, ApiError error) {
        Map<String, Object> platform = Map.of("httpStatus", status, "code", error.code(), "message", error.message());
        if (status >= 500 || status == 429) {
            return new VendorException(Code.PLATFORM_UNAVAILABLE, "no token: " + status, Effect.NONE, platform, null);
        }
        boolean ours = error.code().equals("invalid_client") || error.code().equals("unauthorized_client");
        return ours
                ? new VendorException(
                        Code.PLATFORM_REJECTED,
                        "Genesys Cloud does not take the OAuth client: " + GenesysSettings.PREFIX
                                + "clientId or serviceClientId, and its secret",
                        Effect.NONE,
                        platform,
                        null)
                : new VendorException(
                        Code.AUTH_EXPIRED,
                        "the agent must sign in again: " + error.code(),
                        Effect.NONE,
                        platform,
                        null);
    }

    static VendorException unreadable(int status, IllegalArgumentException failure) {
        return new VendorException(
                Code.PLATFORM_REJECTED,
                "the answer of Genesys Cloud could not be read",
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

    /** True if another try with the same sign-in could only fail. */
    static boolean isFinal(VendorException failure) {
        return failure.code() == Code.AUTH_EXPIRED || failure.code() == Code.FORBIDDEN;
    }

    /** Whether the platform refused for that. */
    static boolean says(VendorException refused, String code) {
        return code.equals(refused.refusal().platform().get("code"));
    }

    private GenesysErrorMapper() {}
}

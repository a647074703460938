package dev.trunkline.model;

import java.util.Locale;

/** Every failure has one of these codes (contract 5.4), with the HTTP status and the sentence for people that go with it. */
public enum Code {
    INVALID_JSON(400, "The message could not be read."),
    INVALID_REQUEST(400, "The request is not complete or not well formed."),
    UNKNOWN_CHANNEL(400, "This telephone system is not known here."),
    UNKNOWN_TOPIC(400, "The kind of request is not known here."),
    UNKNOWN_SUBTOPIC(400, "This action is not known here."),
    CREDENTIALS_NOT_ALLOWED(400, "A password may only be sent over an encrypted connection."),
    AUTH_REQUIRED(401, "Sign in first."),
    FORBIDDEN(403, "You may not do this."),
    DNC_BLOCKED(403, "This number must not be called."),
    CALLING_HOURS(403, "This number must not be called at this hour."),
    POLICY_REFUSED(403, "A rule of your company forbids this call."),
    CALL_NOT_FOUND(404, "There is no such call."),
    NOT_FOUND(404, "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "This address does not offer that method."),
    NOT_ACCEPTABLE(406, "The answer does not exist in the form you asked for."),
    UNSUPPORTED_MEDIA_TYPE(415, "Send the request as application/json."),
    CHANNEL_NOT_CONFIGURED(409, "This telephone system is not connected here."),
    NOT_LOGGED_IN(409, "Sign in to the telephone system first."),
    AUTH_EXPIRED(409, "Your sign-in to the telephone system is no longer valid: sign in again."),
    AGENT_NOT_READY(409, "Set yourself to Ready before you dial."),
    AGENT_BUSY(409, "You already have a call."),
    DEVICE_UNAVAILABLE(409, "Your phone cannot be used now."),
    AMBIGUOUS_CALL(409, "You have more than one call: say which one."),
    INVALID_STATE(409, "This cannot be done now."),
    REQUEST_IN_PROGRESS(409, "The same request is being taken in: ask again in a moment."),
    GONE(410, "These events are no longer kept."),
    PAYLOAD_TOO_LARGE(413, "The message is too large."),
    INVALID_DATA(422, "The data of the request cannot be used."),
    INVALID_NUMBER(422, "This is not a number that can be dialled."),
    CAMPAIGN_REQUIRED(422, "Name the campaign to dial in."),
    CALLER_ID_NOT_SUPPORTED(422, "The number to show cannot be chosen here."),
    IDEMPOTENCY_CONFLICT(422, "The same key was used for another request."),
    RATE_LIMITED(429, "Too many requests: wait a moment."),
    INTERNAL_ERROR(500, "Something went wrong here; it has been recorded."),
    NOT_SUPPORTED(501, "This telephone system does not offer that."),
    PLATFORM_REJECTED(502, "The telephone system refused."),
    PLATFORM_UNAVAILABLE(503, "The telephone system cannot be reached now."),
    LINK_DOWN(503, "The connection to the telephone system is lost."),
    OVERLOADED(503, "There is too much to do here now: try again in a moment."),
    PLATFORM_TIMEOUT(504, "The telephone system did not answer in time."),
    OUTCOME_UNKNOWN(504, "It is not known whether the call was placed: look at your phone before you dial again."),
    NOT_EFFECTIVE(504, "The telephone system accepted this but nothing happened."),
    /** Information only, never the answer to a request. */
    LINK_RESTORED(200, "The connection to the telephone system is back.");

    private final int status;
    private final String sentence;

    Code(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** HTTP status of the refusal. */
    public int status() {
        return status;
    }

    /** One sentence for people, without codes: {@code msg} of the contract (5.3). */
    public String sentence() {
        return sentence;
    }

    /** {@code UNKNOWN_CHANNEL} as {@code unknown-channel}, the end of the problem type's URN. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code UNKNOWN_CHANNEL} as {@code Unknown channel}, the problem's title. */
    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

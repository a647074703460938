package dev.trunkline.api;

import dev.trunkline.model.Code;

/** The contract's code for a status that the container or JAX-RS made, not we. */
final class HttpStatusCode {
    private HttpStatusCode() {}

    static Code of(int status) {
        return switch (status) {
            case 401 -> Code.AUTH_REQUIRED;
            case 403 -> Code.FORBIDDEN;
            case 404 -> Code.NOT_FOUND;
            case 405 -> Code.METHOD_NOT_ALLOWED;
            case 406 -> Code.NOT_ACCEPTABLE;
            case 410 -> Code.GONE;
            case 413 -> Code.PAYLOAD_TOO_LARGE;
            case 415 -> Code.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> Code.RATE_LIMITED;
            case 503 -> Code.OVERLOADED;
            default -> status >= 400 && status < 500 ? Code.INVALID_REQUEST : Code.INTERNAL_ERROR;
        };
    }
}

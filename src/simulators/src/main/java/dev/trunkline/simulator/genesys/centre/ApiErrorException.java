package dev.trunkline.simulator.genesys.centre;

/** A request is refused, in the platform's words (sheet 3.3). */
public class ApiErrorException extends RuntimeException {
    private final int status;
    private final String code;

    public ApiErrorException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public static ApiErrorException badRequest(String message) {
        return new ApiErrorException(400, "bad.request", message);
    }

    public static ApiErrorException invalidValue(String field, String value) {
        return new ApiErrorException(400, "invalid.value", "Value [" + value + "] is not valid for " + field + ".");
    }

    public static ApiErrorException notFound(String what) {
        return new ApiErrorException(404, "not.found", what + " was not found.");
    }

    public static ApiErrorException conversation(String code, String message) {
        return new ApiErrorException(400, "conversation.error." + code, message);
    }
}

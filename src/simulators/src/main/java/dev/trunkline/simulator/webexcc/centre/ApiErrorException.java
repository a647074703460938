package dev.trunkline.simulator.webexcc.centre;

/** A request is refused; how the answer words it is the API's affair (sheet 3.2). */
public final class ApiErrorException extends RuntimeException {
    private final int status;
    private final String type;
    private final String about;

    public ApiErrorException(int status, String type, String message, String about) {
        super(message);
        this.status = status;
        this.type = type;
        this.about = about;
    }

    public static ApiErrorException invalid(String member, String message) {
        return new ApiErrorException(400, "INVALID_REQUEST", message, member);
    }

    public static ApiErrorException missing(String member) {
        return invalid(member, member + " is required.");
    }

    public static ApiErrorException notFound(String what) {
        return new ApiErrorException(404, "NOT_FOUND", what + " is not found.", what);
    }

    public static ApiErrorException forbidden(String message) {
        return new ApiErrorException(403, "FORBIDDEN", message, "");
    }

    public int status() {
        return status;
    }

    /** As the platform words it, such as {@code INVALID_ORIGIN}. */
    public String type() {
        return type;
    }

    /** What was wrong, often a member of the body. */
    public String about() {
        return about;
    }
}

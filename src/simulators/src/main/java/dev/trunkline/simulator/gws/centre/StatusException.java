package dev.trunkline.simulator.gws.centre;

/** The API refuses, and has changed nothing (sheet 3.4). */
public final class StatusException extends RuntimeException {
    public static final int MISSING = 1;
    public static final int STATE = 2;
    public static final int FORBIDDEN = 3;
    public static final int INTERNAL = 4;
    public static final int NO_PERMISSION = 5;
    public static final int NOT_FOUND = 6;
    public static final int INVALID = 10;
    public static final int NOT_AUTHENTICATED = 20;

    private final int code;
    private final int httpStatus;

    /** @param httpStatus 0 for the usual one of the code */
    public StatusException(int code, String message, int httpStatus) {
        super(message);
        this.code = code;
        this.httpStatus = httpStatus;
    }

    private StatusException(int code, String message) {
        this(code, message, 0);
    }

    public static StatusException missing(String name) {
        return new StatusException(MISSING, "Required parameter '" + name + "' is missing.");
    }

    public static StatusException state(String message) {
        return new StatusException(STATE, message);
    }

    public static StatusException forbidden(String message) {
        return new StatusException(FORBIDDEN, message);
    }

    public static StatusException notFound(String what) {
        return new StatusException(NOT_FOUND, what + " is not found.");
    }

    public static StatusException invalid(String message) {
        return new StatusException(INVALID, message);
    }

    public static StatusException noPermission(String feature) {
        return new StatusException(NO_PERMISSION, "The feature " + feature + " is not assigned.");
    }

    /** As it was seen on a real server. */
    public static StatusException notRegistered(String number) {
        return new StatusException(INTERNAL, "Device '" + number + "' is not registered.", 500);
    }

    /** As it was seen on a real server. */
    public static StatusException voiceDown() {
        return new StatusException(INTERNAL, "Voice service is not available at this time", 503);
    }

    public int code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }
}

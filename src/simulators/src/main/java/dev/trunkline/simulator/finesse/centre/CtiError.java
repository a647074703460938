package dev.trunkline.simulator.finesse.centre;

import java.util.Arrays;

/** What the contact centre says when it refuses a command that Finesse has accepted (sheet 3.4, lower table; 5.4). */
public enum CtiError {
    GENERIC(1, "CF_GENERIC_OPERATION", "Generic Error"),
    VALUE_OUT_OF_RANGE(3, "CF_VALUE_OUT_OF_RANGE", "Call Operation Failure"),
    INVALID_CALLING_DEVICE(5, "CF_INVALID_CALLING_DEVICE", "Call Operation Failure"),
    INVALID_CALLED_DEVICE(6, "CF_INVALID_CALLED_DEVICE", "Call Operation Failure"),
    INVALID_OBJECT_STATE(22, "CF_INVALID_OBJECT_STATE", "Call Operation Failure"),
    RESOURCE_BUSY(33, "CF_RESOURCE_BUSY", "Call Operation Failure"),
    RESOURCE_OUT_OF_SERVICE(34, "CF_RESOURCE_OUT_OF_SERVICE", "Call Operation Failure"),
    INVALID_AGENT_WORKMODE(265, "CF_INVALID_AGENT_WORKMODE", "Invalid State"),
    INVALID_DEVICE(1, "CF_GENERIC_UNSPECIFIED_REJECTION", "Invalid Device"),
    DEVICE_BUSY(33, "CF_RESOURCE_BUSY", "Device Busy"),
    MODE_NOT_ALLOWED(1, "CF_GENERIC_OPERATION", "Mode Not Allowed");

    private final int code;
    private final String message;
    private final String type;

    CtiError(int code, String message, String type) {
        this.code = code;
        this.message = message;
        this.type = type;
    }

    public int code() {
        return code;
    }

    public String message() {
        return message;
    }

    public String type() {
        return type;
    }

    /** The call error with this code, or the generic one. */
    public static CtiError ofCode(int code) {
        return Arrays.stream(values())
                .filter(error -> error.code == code && error.type.equals("Call Operation Failure"))
                .findFirst()
                .orElse(GENERIC);
    }
}

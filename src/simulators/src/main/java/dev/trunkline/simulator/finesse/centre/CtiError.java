package dev.trunkline.simulator.finesse.centre;

import java.util.Arrays;

/** What the contact centre says when it refuses a command that Finesse has accepted (sheet 3.4, lower table; 5.4). */
public enum CtiError {
    GENERIC(1, "CF_GENERIC_OPERATION", "Generic Error"),
    UNSPECIFIED(0, "CF_GENERIC_UNSPECIFIED", "Call Operation Failure"),
    INCOMPATIBLE(2, "CF_REQUEST_INCOMPATIBLE_WITH_OBJECT", "Call Operation Failure"),
    VALUE_OUT_OF_RANGE(3, "CF_VALUE_OUT_OF_RANGE", "Call Operation Failure"),
    OBJECT_NOT_KNOWN(4, "CF_OBJECT_NOT_KNOWN", "Call Operation Failure"),
    INVALID_CALLING_DEVICE(5, "CF_INVALID_CALLING_DEVICE", "Call Operation Failure"),
    INVALID_CALLED_DEVICE(6, "CF_INVALID_CALLED_DEVICE", "Call Operation Failure"),
    BARRED_DEVICE(8, "CF_PRIVILEGE_VIOLATION_ON_SPECIFIED_DEVICE", "Call Operation Failure"),
    BARRED_CALLED(9, "CF_PRIVILEGE_VIOLATION_ON_CALLED_DEVICE", "Call Operation Failure"),
    BARRED_CALLING(10, "CF_PRIVILEGE_VIOLATION_ON_CALLING_DEVICE", "Call Operation Failure"),
    NO_CALL(11, "CF_INVALID_CSTA_CALL_ID", "Call Operation Failure"),
    NO_DEVICE(12, "CF_INVALID_CSTA_DEVICE_ID", "Call Operation Failure"),
    NO_CONNECTION(13, "CF_INVALID_CSTA_CONNECTION_ID", "Call Operation Failure"),
    INVALID_DESTINATION(14, "CF_INVALID_DESTINATION", "Call Operation Failure"),
    INVALID_OBJECT_STATE(22, "CF_INVALID_OBJECT_STATE", "Call Operation Failure"),
    RESOURCE_BUSY(33, "CF_RESOURCE_BUSY", "Call Operation Failure"),
    RESOURCE_OUT_OF_SERVICE(34, "CF_RESOURCE_OUT_OF_SERVICE", "Call Operation Failure"),
    /** Of the platform at home with the telephones: monitoring refused (sheet 3.4). */
    PERIPHERAL(13145, "CF_GENERIC_UNSPECIFIED", "Call Operation Failure"),
    CONFERENCE_LIMIT(20700, "CF_GENERIC_UNSPECIFIED", "Call Operation Failure"),
    OTHER_LIMIT(20999, "CF_GENERIC_UNSPECIFIED", "Call Operation Failure"),
    TELEPHONY(88001, "CF_GENERIC_UNSPECIFIED", "Call Operation Failure"),
    PHONE_OFF(88004, "CF_GENERIC_UNSPECIFIED", "Call Operation Failure"),
    PHONE_BUSY(88005, "CF_GENERIC_UNSPECIFIED", "Call Operation Failure"),
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

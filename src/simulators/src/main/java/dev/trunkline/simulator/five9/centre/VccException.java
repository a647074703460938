package dev.trunkline.simulator.five9.centre;

/** The platform refuses, and has changed nothing (sheet 3.5). */
public final class VccException extends RuntimeException {
    /** Five9's own status of such an answer. */
    public static final int STATUS = 435;

    private final int status;
    private final int errorCode;
    private final String contextCode;
    private final String farmId;

    /** Why; but for the first two and {@link #MIGRATED} no source tells the numbers. */
    public enum Reason {
        LOGIN(3),
        DUPLICATE_LOGIN(4),
        PERMISSION(5),
        NOT_FOUND(6),
        CALL(7),
        CAMPAIGN(8),
        NUMBER(9),
        DNC(10),
        STATION(11),
        DISPOSITION(12),
        PRESENCE(13),
        CONTACT(14);

        private final int code;

        Reason(int code) {
            this.code = code;
        }
    }

    private static final int MIGRATED = 5001;

    private VccException(int status, int errorCode, String contextCode, String message, String farmId) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
        this.contextCode = contextCode;
        this.farmId = farmId;
    }

    /** @param contextCode null for none */
    public static VccException of(int status, int errorCode, String contextCode, String message) {
        return new VccException(status, errorCode, contextCode, message, null);
    }

    public static VccException notLoggedIn() {
        return of(401, 401, null, "User is not logged in");
    }

    public static VccException refused(Reason reason, String message) {
        return of(STATUS, reason.code, reason.name(), message);
    }

    /** Its status is not confirmed. */
    public static VccException duplicateLogin(int status) {
        return of(status, Reason.DUPLICATE_LOGIN.code, Reason.DUPLICATE_LOGIN.name(), "User is already logged in");
    }

    /** In these words (sheet 3.5). */
    public static VccException loginState(Duty.State state, String method, String allowed) {
        return refused(
                Reason.LOGIN,
                "Improper agent login state " + state + " while calling " + method + ". Allowed is " + allowed);
    }

    /** Who asks here must ask elsewhere. */
    public static VccException migrated(Farm to) {
        return new VccException(STATUS, MIGRATED, "FARM", "Service is migrated to another farm", to.id());
    }

    public static VccException permission(String name) {
        return refused(Reason.PERMISSION, "Agent has no permission " + name);
    }

    public static VccException notFound(String what) {
        return refused(Reason.NOT_FOUND, what + " is not found");
    }

    public static VccException malformed(String message) {
        return of(400, 400, null, message);
    }

    public static VccException noSuchPath() {
        return of(404, 404, null, "Not Found");
    }

    /** The same, said in words alone. */
    VccException withoutCodes() {
        return of(status, 0, "", getMessage());
    }

    public int status() {
        return status;
    }

    public int errorCode() {
        return errorCode;
    }

    public String contextCode() {
        return contextCode;
    }

    /** Null unless the platform has moved. */
    public String farmId() {
        return farmId;
    }
}

package dev.trunkline.vendor.webexcc.wire;

/**
 * What a refusal says, in whichever of its shapes (sheet 3.2).
 *
 * @param type the machine word
 * @param message for people
 * @param subject the member that it is about
 * @param reasonCode number or word
 */
public record ApiError(String trackingId, String type, String message, String subject, String reasonCode) {
    /** An answer that says nothing. */
    public static final ApiError NONE = new ApiError("", "", "", "", "");
}

package dev.trunkline.vendor.five9.wire;

/** {@code five9ExceptionDetail} (sheet 3.5). @param errorCode as text, or {@code ""} @param farmId of a service that has migrated */
public record ApiError(String errorCode, String contextCode, String message, String farmId) {}

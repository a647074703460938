package dev.trunkline.vendor.finesse.wire;

/** Why Finesse refused, at once ({@code ApiErrors}) or later ({@code apiErrors}, sheet 5.4). */
public record ApiError(String errorType, String errorMessage, String errorData) {}

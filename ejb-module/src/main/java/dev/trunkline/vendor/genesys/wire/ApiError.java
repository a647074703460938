package dev.trunkline.vendor.genesys.wire;

/** The body of a refusal. @param contextId the platform's support asks for it */
public record ApiError(String code, String message, String contextId) {}

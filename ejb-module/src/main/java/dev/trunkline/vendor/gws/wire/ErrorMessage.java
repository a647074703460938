package dev.trunkline.vendor.gws.wire;

/** Something that was accepted could not be done; the one that was captured named nothing but the device (sheet 5.4). @param device its id, or {@code ""} */
public record ErrorMessage(String errorMessage, String errorCode, String device) {}

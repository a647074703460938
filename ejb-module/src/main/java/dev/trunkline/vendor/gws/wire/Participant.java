package dev.trunkline.vendor.gws.wire;

/** Another party of a call; of an older server only the number is known. */
public record Participant(String phoneNumber, String digits, String e164Number, String formattedPhoneNumber) {}

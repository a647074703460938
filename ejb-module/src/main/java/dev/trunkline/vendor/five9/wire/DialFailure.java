package dev.trunkline.vendor.five9.wire;

/** Payload of event 65, all of it inferred (sheet 3.2). @param errorCode as text */
public record DialFailure(String campaignId, String cause, String errorCode, String number) {}

package dev.trunkline.vendor.finesse.wire;

/**
 * What is arranged on a call: {@code scheduledCallbackInfo} (sheet 4.3).
 *
 * @param callbackTime {@code YYYY-MM-DDTHH:MM}, in a zone that Finesse does not name; empty if nothing is arranged
 * @param callbackNumber empty if it is the customer's own
 */
public record ScheduledCallback(String callbackTime, String callbackNumber) {}

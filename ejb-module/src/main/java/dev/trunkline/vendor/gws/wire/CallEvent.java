package dev.trunkline.vendor.gws.wire;

/**
 * What is told of a call, or was read of it in the same form.
 *
 * @param notificationType {@code StatusChange} or what else changed
 * @param phoneNumber the agent's own
 * @param wrapUpTime seconds of work that follow the call, as the switch says it; 0 if it does not
 * @param time when the platform made it, ISO 8601, or {@code ""}
 * @param mark our own member of the user data; it stands nowhere else any more
 * @param data all of it as JSON text
 */
public record CallEvent(
        String notificationType,
        Call call,
        String phoneNumber,
        long wrapUpTime,
        String time,
        String mark,
        String data) {}

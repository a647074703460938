package dev.trunkline.vendor.finesse.wire;

import java.util.List;
import java.util.Optional;

/**
 * One notification (sheet 5.3).
 *
 * @param event POST, PUT or DELETE, in either case
 * @param requestId what we sent with the request that caused it, or empty
 */
public record Update(
        String event,
        String requestId,
        String source,
        List<Dialog> dialogs,
        Optional<User> user,
        List<ApiError> errors,
        Optional<SystemInfo> systemInfo) {
    public Update {
        dialogs = List.copyOf(dialogs);
        errors = List.copyOf(errors);
    }
}

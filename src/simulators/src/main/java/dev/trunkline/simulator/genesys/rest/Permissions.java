package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import java.util.Arrays;

/** What the agents' roles let them do (sheet 2.3). */
final class Permissions {
    static final String DISCONNECT_OTHERS = "conversation:communication:disconnect";
    private final ApiSettings settings;

    Permissions(ApiSettings settings) {
        this.settings = settings;
    }

    boolean has(String permission) {
        return !settings.withoutPermissions().contains(permission);
    }

    void need(String permission) {
        if (!has(permission)) {
            throw new ApiErrorException(
                    403,
                    "missing.permissions",
                    "Unable to perform the requested action. You are missing the following permission(s): "
                            + permission);
        }
    }

    void needAny(String... permissions) {
        if (Arrays.stream(permissions).noneMatch(this::has)) {
            throw new ApiErrorException(
                    403,
                    "missing.any.permissions",
                    "Unable to perform the requested action. You must have at least one of the following"
                            + " permissions assigned: " + String.join(", ", permissions));
        }
    }
}

package dev.trunkline.simulator.gws.rest;

import dev.trunkline.simulator.Settings;

/** How answers look where no source says it. Names of the settings are the names here. */
public record ApiSettings(ErrorStatus errorStatus) {

    /** With which HTTP status a statusCode comes, beyond the pairs that are certain (sheet 3.4). */
    public enum ErrorStatus {
        BY_CODE,
        ALL_500,
        ALL_200
    }

    public static ApiSettings from(Settings settings) {
        return new ApiSettings(settings.word("errorStatus", ErrorStatus.BY_CODE));
    }
}

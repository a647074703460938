package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the API lets whom do, and how often; names of the settings are the names here (sheet 2.3, 7).
 *
 * @param tokenRate requests of one token in a window
 * @param userRate requests of one user through one client in a window (sources differ)
 * @param withoutPermissions what the agents' roles lack
 * @param onBehalf whether client credentials may act for the user in the path (unconfirmed)
 */
public record ApiSettings(
        int tokenRate,
        int userRate,
        Duration rateWindow,
        int mostBytes,
        int maximumConferenceParties,
        Set<String> withoutPermissions,
        boolean onBehalf) {

    public static ApiSettings from(Settings settings) {
        return new ApiSettings(
                settings.number("tokenRate", 300),
                settings.number("userRate", 3000),
                settings.duration("rateWindow", Duration.ofMinutes(1)),
                settings.number("mostBytes", 512_000),
                settings.number("maximumConferenceParties", 8),
                Arrays.stream(settings.text("withoutPermissions", "").strip().split("[ ,]+"))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                settings.flag("onBehalf", true));
    }
}

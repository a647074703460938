package dev.trunkline.simulator.webexcc.login;

import dev.trunkline.simulator.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The OAuth client of the organisation and how its tokens live; names of the settings are the names here (sheet 2.1).
 *
 * @param scopes what users' tokens may do
 * @param jwtTokens whether access tokens are JSON web tokens with the organisation in {@code realm}, not {@code x_y_orgId}
 */
public record LoginSettings(
        String clientId,
        String clientSecret,
        Set<String> scopes,
        Duration tokenLife,
        Duration refreshLife,
        Refreshing refreshTokens,
        int badGrantStatus,
        String browserUser,
        boolean jwtTokens) {
    private static final String USUAL = "cjp:user cjp:config_read spark:kms";

    /** Whether a refresh gives a new refresh token, so that the old one is good for nothing. */
    public enum Refreshing {
        ROTATE,
        KEEP
    }

    public static LoginSettings from(Settings settings) {
        return new LoginSettings(
                settings.text("clientId", "gateway-client"),
                settings.text("clientSecret", "secret-of-the-gateway"),
                Arrays.stream(settings.text("scopes", USUAL).strip().split("[ ,]+"))
                        .collect(Collectors.toUnmodifiableSet()),
                settings.duration("tokenLife", Duration.ofHours(12)),
                settings.duration("refreshLife", Duration.ofDays(59)),
                settings.word("refreshTokens", Refreshing.ROTATE),
                settings.number("badGrantStatus", 400),
                settings.text("browserUser", "alice"),
                settings.flag("jwtTokens", false));
    }

    @Override
    public String toString() {
        return "client " + clientId;
    }
}

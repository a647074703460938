package dev.trunkline.simulator.genesys.login;

import dev.trunkline.simulator.Settings;
import dev.trunkline.simulator.genesys.centre.Ids;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The OAuth clients of the organisation and how their tokens live; names of the settings are the names here (sheet 2.1). */
public record LoginSettings(
        String clientId,
        String clientSecret,
        String serverClientId,
        String serverClientSecret,
        String publicClientId,
        Set<String> scopes,
        Duration tokenLife,
        Refreshing refreshTokens,
        boolean refreshForPublicClients,
        int badGrantStatus,
        String browserUser) {
    private static final String USUAL = "conversations notifications presence users user-basic-info stations:readonly"
            + " routing:readonly outbound:readonly";

    /** Whether an old refresh token is good for nothing once it was used. */
    public enum Refreshing {
        ROTATE,
        KEEP
    }

    public static LoginSettings from(Settings settings) {
        return new LoginSettings(
                settings.text("clientId", Ids.of("client", "code")),
                settings.text("clientSecret", "secret-of-the-gateway"),
                settings.text("serverClientId", Ids.of("client", "credentials")),
                settings.text("serverClientSecret", "secret-of-the-server"),
                settings.text("publicClientId", Ids.of("client", "public")),
                Arrays.stream(settings.text("scopes", USUAL).strip().split("[ ,]+"))
                        .collect(Collectors.toUnmodifiableSet()),
                settings.duration("tokenLife", Duration.ofHours(24)),
                settings.word("refreshTokens", Refreshing.ROTATE),
                settings.flag("refreshForPublicClients", false),
                settings.number("badGrantStatus", 400),
                settings.text("browserUser", "alice"));
    }

    @Override
    public String toString() {
        return "client " + clientId + ", server client " + serverClientId + ", public client " + publicClientId;
    }
}

package dev.trunkline.simulator.webexcc.stream;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/**
 * Limits of subscriptions and their sockets; names of the settings are the names here (sheet 5.1, 7).
 *
 * @param keepAliveWithin a socket that wants keepalives and has none for so long is closed
 * @param mostConnections of a user and client type that allow several
 * @param overLimitStatus of a subscription that is one too many
 * @param subscriptionLife how long an address waits for its socket
 * @param displaced whether a connection that has to go is closed, or only told so and silent from then on
 * @param welcomeType whether {@code data} of Welcome has a type
 */
public record StreamSettings(
        Duration keepAliveWithin,
        int mostConnections,
        int overLimitStatus,
        Duration subscriptionLife,
        Displaced displaced,
        boolean welcomeType,
        KeepAliveEcho keepAliveEcho) {

    /** What becomes of the socket of a connection that another one has driven out. */
    public enum Displaced {
        CLOSED,
        SILENT
    }

    /** As what {@code true} stands in a keepalive that comes back. */
    public enum KeepAliveEcho {
        TEXT,
        BOOLEAN
    }

    public static StreamSettings from(Settings settings) {
        return new StreamSettings(
                settings.duration("keepAliveWithin", Duration.ofSeconds(16)),
                settings.number("mostConnections", 10),
                settings.number("overLimitStatus", 403),
                settings.duration("subscriptionLife", Duration.ofSeconds(60)),
                settings.word("displaced", Displaced.CLOSED),
                settings.flag("welcomeType", true),
                settings.word("keepAliveEcho", KeepAliveEcho.TEXT));
    }
}

package dev.trunkline.simulator.gws.stream;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/**
 * How the event stream is set up (sheet 5). Names of the settings are the names here.
 *
 * @param pollTimeout how long a poll is parked
 * @param maxInterval how long a session lives without a poll
 * @param ack whether the server offers to send again what did not arrive
 */
public record StreamSettings(Duration pollTimeout, Duration maxInterval, boolean ack, UnknownClient unknownClient) {

    /** In which words a session that is not known is refused. */
    public enum UnknownClient {
        SESSION_UNKNOWN("402::session_unknown"),
        UNKNOWN_CLIENT("402::Unknown client");

        private final String error;

        UnknownClient(String error) {
            this.error = error;
        }

        String error() {
            return error;
        }
    }

    public static StreamSettings from(Settings settings) {
        return new StreamSettings(
                settings.duration("pollTimeout", Duration.ofSeconds(30)),
                settings.duration("maxInterval", Duration.ofSeconds(10)),
                settings.flag("ack", false),
                settings.word("unknownClient", UnknownClient.SESSION_UNKNOWN));
    }
}

package dev.trunkline.simulator.genesys.stream;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/**
 * How channels live; names of the settings are the names here (sheet 5).
 *
 * @param closeGrace from the word that a socket will be closed until it is
 * @param idleClose a socket on which the client says nothing for so long is closed with 1001; zero for never (reported)
 * @param sharedTopics whether a client without a user may hear users' conversations (unconfirmed)
 */
public record StreamSettings(
        Duration heartbeat,
        Duration channelLife,
        Duration closeGrace,
        Duration idleClose,
        int mostChannels,
        int mostTopics,
        boolean sharedTopics,
        boolean channelsEndWithToken) {

    public static StreamSettings from(Settings settings) {
        return new StreamSettings(
                settings.duration("heartbeat", Duration.ofSeconds(30)),
                settings.duration("channelLife", Duration.ofHours(24)),
                settings.duration("closeGrace", Duration.ofSeconds(60)),
                settings.duration("idleClose", Duration.ZERO),
                settings.number("mostChannels", 20),
                settings.number("mostTopics", 1000),
                settings.flag("sharedTopics", false),
                settings.flag("channelsEndWithToken", true));
    }
}

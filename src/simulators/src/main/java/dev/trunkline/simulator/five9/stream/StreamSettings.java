package dev.trunkline.simulator.five9.stream;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/**
 * How the event sockets are set up, and what no source confirms of them, both ways (sheet 5.1, 5.2). Names of the settings are the names here.
 *
 * @param pingWithin a socket is closed on which no ping came for so long
 * @param mostSockets of one agent, 0 for any number
 * @param keylessSocket a socket may be opened without a key
 * @param sameKey which of two sockets with one key has to go
 */
public record StreamSettings(
        Duration pingWithin, int mostSockets, boolean keylessSocket, SameKey sameKey, boolean messageIds) {

    /** The one that was there, or the one that comes. */
    public enum SameKey {
        OLDER,
        NEWER
    }

    public static StreamSettings from(Settings settings) {
        return new StreamSettings(
                settings.duration("pingWithin", Duration.ofSeconds(60)),
                settings.number("mostSockets", 0),
                settings.flag("keylessSocket", false),
                settings.word("sameKey", SameKey.OLDER),
                settings.flag("messageIds", true));
    }
}

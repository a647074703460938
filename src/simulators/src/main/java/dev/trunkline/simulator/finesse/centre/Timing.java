package dev.trunkline.simulator.finesse.centre;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/** How long things take; tests shrink these. Names of the settings are the names here, with {@code finesse.} before them. */
public record Timing(
        Duration begin,
        Duration offHook,
        Duration dialling,
        Duration ring,
        Duration noAnswer,
        Duration shortCall,
        Duration busyClear,
        Duration wrapUp,
        Duration slowAnswer,
        Duration streamCut,
        Duration disorder,
        Duration presenceGrace,
        Duration silentClient,
        Duration lockout,
        Duration tokenLife,
        Duration refreshLife,
        Duration offer,
        Duration dialer) {

    public static Timing from(Settings settings) {
        return new Timing(
                settings.duration("begin", Duration.ofMillis(20)),
                settings.duration("offHook", Duration.ofMillis(30)),
                settings.duration("dialling", Duration.ofMillis(50)),
                settings.duration("ring", Duration.ofSeconds(1)),
                settings.duration("noAnswer", Duration.ofSeconds(8)),
                settings.duration("shortCall", Duration.ofSeconds(2)),
                settings.duration("busyClear", Duration.ofSeconds(2)),
                settings.duration("wrapUp", Duration.ofSeconds(60)),
                settings.duration("slowAnswer", Duration.ofSeconds(5)),
                settings.duration("streamCut", Duration.ofSeconds(3)),
                settings.duration("disorder", Duration.ofMillis(150)),
                settings.duration("presenceGrace", Duration.ofSeconds(60)),
                settings.duration("silentClient", Duration.ofSeconds(120)),
                settings.duration("lockout", Duration.ofMinutes(5)),
                settings.duration("tokenLife", Duration.ofMinutes(60)),
                settings.duration("refreshLife", Duration.ofHours(10)),
                settings.duration("offer", Duration.ofSeconds(30)),
                settings.duration("dialer", Duration.ofMillis(100)));
    }
}

package dev.trunkline.simulator.toy;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Settings;
import java.time.Duration;

/** All that may be set; each name stands behind {@code toy.}. */
record ToySettings(
        int port,
        Duration begin,
        Duration ring,
        Duration noAnswer,
        Duration shortCall,
        Duration slowAnswer,
        Duration streamCut) {
    static ToySettings from(Options options) {
        Settings settings = options.settingsOf(Toy.NAME);
        ToySettings read = new ToySettings(
                options.port(settings, "port", 8199),
                settings.duration("begin", Duration.ofMillis(50)),
                settings.duration("ring", Duration.ofSeconds(1)),
                settings.duration("noAnswer", Duration.ofSeconds(8)),
                settings.duration("shortCall", Duration.ofSeconds(2)),
                settings.duration("slowAnswer", Duration.ofSeconds(5)),
                settings.duration("streamCut", Duration.ofSeconds(3)));
        settings.refuseUnread();
        return read;
    }
}

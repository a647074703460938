package dev.trunkline.push;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an operator says about listeners.
 *
 * @param queue {@code trunkline.push.queue}: messages that may wait for one listener
 * @param stuckAfter {@code trunkline.push.stuckAfter}: how long one send may take
 * @param pingEvery {@code trunkline.push.pingEvery}: how often a WebSocket client must show that it lives
 * @param heartbeatEvery {@code trunkline.push.heartbeatEvery}: comments on event streams, so that no proxy cuts them
 * @param connections {@code trunkline.push.connections}: listeners of this node at most
 * @param framesPerSecond {@code trunkline.push.framesPerSecond}: how fast one WebSocket client is read, when it goes on for long
 */
public record PushSettings(
        int queue,
        Duration stuckAfter,
        Duration pingEvery,
        Duration heartbeatEvery,
        int connections,
        int framesPerSecond) {
    static PushSettings read(Function<String, Optional<String>> setting) {
        return new PushSettings(
                Integer.parseInt(needed(setting, "trunkline.push.queue")),
                Duration.parse(needed(setting, "trunkline.push.stuckAfter")),
                Duration.parse(needed(setting, "trunkline.push.pingEvery")),
                Duration.parse(needed(setting, "trunkline.push.heartbeatEvery")),
                Integer.parseInt(needed(setting, "trunkline.push.connections")),
                Integer.parseInt(needed(setting, "trunkline.push.framesPerSecond")));
    }

    private static String needed(Function<String, Optional<String>> setting, String key) {
        return setting.apply(key).orElseThrow(() -> new IllegalStateException("setting " + key + " is empty"));
    }
}

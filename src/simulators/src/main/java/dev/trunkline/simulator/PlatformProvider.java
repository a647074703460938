package dev.trunkline.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Makes a platform; found through {@link java.util.ServiceLoader}, so a jar may bring further ones. */
public interface PlatformProvider {
    Platform create(Surroundings surroundings);

    /** For whoever asks for help: ports, settings and faults of this platform. They stand in {@code help.txt} beside it. */
    default String help() {
        try (InputStream text = getClass().getResourceAsStream("help.txt")) {
            return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

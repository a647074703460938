package dev.trunkline.benchmark;

import dev.trunkline.benchmark.measure.Profile;
import java.nio.file.Path;
import java.util.Optional;

/** A flight recording of the gateway during one measurement, if they are wanted. */
record Profiling(Optional<Profile> profile, Path file) implements AutoCloseable {
    static Profiling of(Settings settings, Stage stage, String name) {
        Path file = settings.target().resolve(name + ".jfr");
        return new Profiling(
                settings.profile() ? Optional.of(Profile.begin(stage.server().pid(), file)) : Optional.empty(), file);
    }

    String where() {
        return profile.isPresent() ? "a flight recording is taken: " + file + ".txt" : "measuring";
    }

    @Override
    public void close() {
        profile.ifPresent(Profile::end);
    }
}

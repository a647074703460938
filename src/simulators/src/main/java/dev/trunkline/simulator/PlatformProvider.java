package dev.trunkline.simulator;

/** Makes a platform; found through {@link java.util.ServiceLoader}. */
public interface PlatformProvider {
    Platform create(Surroundings surroundings);
}

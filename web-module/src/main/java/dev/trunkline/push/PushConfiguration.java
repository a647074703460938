package dev.trunkline.push;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of the ways out. */
@Dependent
public class PushConfiguration {
    @Produces
    PushSettings push(Config config) {
        return PushSettings.read(key -> config.getOptionalValue(key, String.class));
    }
}

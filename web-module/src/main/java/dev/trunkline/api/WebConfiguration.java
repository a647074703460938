package dev.trunkline.api;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** Reads the settings of the ways in. */
@Dependent
public class WebConfiguration {
    @Produces
    WebSettings web(Config config) {
        return WebSettings.read(key -> config.getOptionalValue(key, String.class));
    }
}

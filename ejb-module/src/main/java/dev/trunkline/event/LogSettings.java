package dev.trunkline.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator may set of how the log waits for its database. */
@ApplicationScoped
class LogSettings {
    /** A database that takes longer than this to store a change counts as away. */
    @Inject
    @ConfigProperty(name = "trunkline.log.slowAfter", defaultValue = "PT2S")
    Duration slowAfter;

    /** How much waits for a database that is away. */
    @Inject
    @ConfigProperty(name = "trunkline.log.mostWaiting", defaultValue = "10000")
    int mostWaiting;

    Duration slowAfter() {
        return slowAfter;
    }

    int mostWaiting() {
        return mostWaiting;
    }
}

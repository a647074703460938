package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/**
 * The API's limits, and what no source confirms of it, both ways (sheet 3.2, 7, 10.1).
 *
 * @param rate requests of one client id in a window, whosever they are; 0 for any number
 * @param errorBodies as the desktop parses them, as the reporting routes have them, or none
 * @param logoutMethods sources differ
 * @param agentsListTasks whether an agent's token may ask for {@code GET /v1/tasks}
 */
public record ApiSettings(
        int rate, Duration rateWindow, ErrorBodies errorBodies, LogoutMethods logoutMethods, boolean agentsListTasks) {

    /** Shapes of refusals. */
    public enum ErrorBodies {
        DESKTOP,
        REPORTING,
        NONE
    }

    /** By which methods an agent logs out. */
    public enum LogoutMethods {
        BOTH,
        PUT,
        POST;

        boolean takes(String method) {
            return this == BOTH || name().equals(method);
        }
    }

    public static ApiSettings from(Settings settings) {
        return new ApiSettings(
                settings.number("rate", 300),
                settings.duration("rateWindow", Duration.ofSeconds(60)),
                settings.word("errorBodies", ErrorBodies.DESKTOP),
                settings.word("logoutMethods", LogoutMethods.BOTH),
                settings.flag("agentsListTasks", true));
    }
}

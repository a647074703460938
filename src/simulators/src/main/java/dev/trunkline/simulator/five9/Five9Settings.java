package dev.trunkline.simulator.five9;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Settings;
import dev.trunkline.simulator.five9.centre.Rules;
import dev.trunkline.simulator.five9.centre.Timing;
import dev.trunkline.simulator.five9.login.LoginSettings;
import dev.trunkline.simulator.five9.rest.ApiSettings;
import dev.trunkline.simulator.five9.stream.StreamSettings;

/** All that may be set of the simulated Five9; each name stands behind {@code five9.}. */
record Five9Settings(
        int port,
        int atlantaPort,
        int santaClaraPort,
        Rules rules,
        Timing timing,
        LoginSettings login,
        ApiSettings api,
        StreamSettings stream) {
    private static final int PORT = 8104;
    private static final int ATLANTA_PORT = 8114;
    private static final int SANTA_CLARA_PORT = 8124;

    static Five9Settings from(Options options) {
        Settings settings = options.settingsOf(Five9.NAME);
        Five9Settings read = new Five9Settings(
                options.port(settings, "port", PORT),
                options.port(settings, "atlantaPort", ATLANTA_PORT),
                options.port(settings, "santaClaraPort", SANTA_CLARA_PORT),
                Rules.from(settings),
                Timing.from(settings),
                LoginSettings.from(settings),
                ApiSettings.from(settings),
                StreamSettings.from(settings));
        settings.refuseUnread();
        return read;
    }
}

package dev.trunkline.simulator.webexcc;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Settings;
import dev.trunkline.simulator.webexcc.centre.Rules;
import dev.trunkline.simulator.webexcc.centre.Timing;
import dev.trunkline.simulator.webexcc.login.LoginSettings;
import dev.trunkline.simulator.webexcc.rest.ApiSettings;
import dev.trunkline.simulator.webexcc.stream.StreamSettings;

/** All that may be set of the simulated Webex Contact Center; each name stands behind {@code webexcc.}. */
record WebexccSettings(
        int port, Rules rules, Timing timing, LoginSettings login, ApiSettings api, StreamSettings stream) {
    private static final int PORT = 8105;

    static WebexccSettings from(Options options) {
        Settings settings = options.settingsOf(Webexcc.NAME);
        WebexccSettings read = new WebexccSettings(
                options.port(settings, "port", PORT),
                Rules.from(settings),
                Timing.from(settings),
                LoginSettings.from(settings),
                ApiSettings.from(settings),
                StreamSettings.from(settings));
        settings.refuseUnread();
        return read;
    }
}

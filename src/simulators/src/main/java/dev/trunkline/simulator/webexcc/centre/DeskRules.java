package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/**
 * How agents sign in and what they are, and what no source confirms of it, both ways (sheet 2.4, 2.5).
 *
 * @param logoutWithCalls what becomes of a logout while a call or a wrap-up is open
 * @param idleOnDisconnect whether the platform idles who is Available when his last socket is gone
 * @param disconnectMarksIdle whether it says so of who is Idle anyway, too
 * @param sessionSurvives how long a station lives without a socket; zero for ever
 * @param channelStates the channel-granular variants of new tenants, in place of the others
 * @param availableAfterOutdial a switch of the profile: what an agent is after an outdial
 * @param browserAnswers whether somebody sits before the browser of a BROWSER station
 */
public record DeskRules(
        SecondLogin secondLogin,
        LogoutWithCalls logoutWithCalls,
        boolean idleOnDisconnect,
        boolean disconnectMarksIdle,
        Duration sessionSurvives,
        boolean channelStates,
        RonaState ronaState,
        boolean availableAfterOutdial,
        boolean browserAnswers,
        boolean misspelledNumber) {

    /** The second login of who is logged in. */
    public enum SecondLogin {
        FAILED,
        SUCCESS
    }

    /** Of who has something to finish. */
    public enum LogoutWithCalls {
        REFUSED,
        ENDS
    }

    /** What an agent is told to be who did not pick up. */
    public enum RonaState {
        IDLE,
        RONA
    }

    public static DeskRules from(Settings settings) {
        return new DeskRules(
                settings.word("secondLogin", SecondLogin.FAILED),
                settings.word("logoutWithCalls", LogoutWithCalls.REFUSED),
                settings.flag("idleOnDisconnect", true),
                settings.flag("disconnectMarksIdle", false),
                settings.duration("sessionSurvives", Duration.ZERO),
                settings.flag("channelStates", false),
                settings.word("ronaState", RonaState.IDLE),
                settings.flag("availableAfterOutdial", true),
                settings.flag("browserAnswers", false),
                settings.flag("misspelledNumber", false));
    }
}

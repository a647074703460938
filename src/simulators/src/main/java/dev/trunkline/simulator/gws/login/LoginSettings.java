package dev.trunkline.simulator.gws.login;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/**
 * How signing in works here (sheet 2). Names of the settings are the names here.
 *
 * @param csrfFirst whether a modifying request without a living session is refused for its token, not for its session
 * @param csrfOnStream whether the event stream's requests need the token, too
 * @param balancerCookie whether a load balancer's cookie must come back, too
 * @param severalSessions whether an agent may be signed in twice
 */
public record LoginSettings(
        boolean csrf,
        boolean csrfFirst,
        boolean csrfOnStream,
        boolean balancerCookie,
        boolean severalSessions,
        AnonymousStream anonymousStream,
        Duration sessionIdle) {

    /** What becomes of who connects to the event stream without being signed in (sheet 9). */
    public enum AnonymousStream {
        FORBIDDEN,
        UNSUCCESSFUL
    }

    public static LoginSettings from(Settings settings) {
        return new LoginSettings(
                settings.flag("csrf", true),
                settings.flag("csrfFirst", true),
                settings.flag("csrfOnStream", false),
                settings.flag("balancerCookie", true),
                settings.flag("severalSessions", true),
                settings.word("anonymousStream", AnonymousStream.FORBIDDEN),
                settings.duration("sessionIdle", Duration.ofMinutes(30)));
    }
}

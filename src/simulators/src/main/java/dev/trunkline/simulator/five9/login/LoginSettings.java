package dev.trunkline.simulator.five9.login;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/**
 * How one signs in and what shows who one is, and what no source confirms of it, both ways (sheet 2.1, 2.2). Names of the settings are the
 * names here.
 *
 * @param accepts by what a request shows whose it is
 * @param bearer how the token stands in the header
 * @param strictFarmId a farmId of another farm is refused as a move of the domain is
 * @param headerBesideCookies false refuses an Authorization beside cookies
 * @param strictCookies the balancer's cookie of the log-in host is refused at the data centres
 * @param loginFailure the HTTP status of a wrong password
 * @param spread how long a data centre does not know of a new log-in
 * @param attachSharesToken who attaches gets the token that is there
 * @param closeCode with which the sockets of a session close that is over
 */
public record LoginSettings(
        Accepts accepts,
        Bearer bearer,
        boolean farmIdNeeded,
        boolean strictFarmId,
        boolean headerBesideCookies,
        boolean strictCookies,
        int loginFailure,
        Duration spread,
        Duration sessionLife,
        SessionExpiration sessionExpiration,
        boolean attachSharesToken,
        int closeCode) {

    /** Either of the two, or a certain one, or both. */
    public enum Accepts {
        ANY,
        COOKIES,
        HEADERS,
        BOTH
    }

    /** {@code Bearer-token} or {@code Bearer token}. */
    public enum Bearer {
        HYPHEN,
        SPACE,
        EITHER
    }

    /** What {@code session_expiration} answers. */
    public enum SessionExpiration {
        OBJECT,
        NUMBER
    }

    public static LoginSettings from(Settings settings) {
        return new LoginSettings(
                settings.word("accepts", Accepts.ANY),
                settings.word("bearer", Bearer.HYPHEN),
                settings.flag("farmIdNeeded", false),
                settings.flag("strictFarmId", true),
                settings.flag("headerBesideCookies", true),
                settings.flag("strictCookies", true),
                settings.number("loginFailure", 401),
                settings.duration("spread", Duration.ZERO),
                settings.duration("sessionLife", Duration.ofMinutes(480)),
                settings.word("sessionExpiration", SessionExpiration.OBJECT),
                settings.flag("attachSharesToken", false),
                settings.number("closeCode", 1000));
    }
}

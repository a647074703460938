package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.finesse.FinesseSettings.AuthMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a REST request says of who asks: a password as Basic, an access token as Bearer (sheet 2.1). Either is the XMPP password too.
 * A token is not renewed by us: the agent's portal has the means (sheet 2.2) and brings a new one by another Login.
 */
final class FinesseAuthorization {
    private static final Predicate<String> TOKEN =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+").asMatchPredicate();

    /**
     * @param systemAuthMode of that node's SystemInfo; empty until it has been read
     */
    static String of(AgentSession agent, AuthMode configured, String systemAuthMode) {
        String secret = agent.credential().reveal();
        if (bearer(configured, systemAuthMode, secret)) {
            return "Bearer " + secret;
        }
        String user = agent.username() + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean bearer(AuthMode configured, String systemAuthMode, String secret) {
        return switch (configured) {
            case BASIC -> false;
            case BEARER -> true;
            case AUTO ->
                switch (systemAuthMode) {
                    case "SSO" -> true;
                    case "NON_SSO" -> false;
                    // HYBRID has both kinds of users, and before the first answer the node is not known: the form
                    // tells.
                    default -> TOKEN.test(secret);
                };
        };
    }

    private FinesseAuthorization() {}
}

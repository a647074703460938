package dev.trunkline.simulator.finesse;

import dev.trunkline.simulator.finesse.centre.Timing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The simulated identity service (sheet 2.2): one access token at a time is good for a user, for REST and as XMPP password. It looks like a
 * JWT, so that a client may read when it ends; nobody checks the signature. Safe for threads.
 */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Timing timing;
    private final Map<String, Grant> grants = new HashMap<>();

    /** What a user got. */
    public record Grant(String user, String token, Instant expires, Instant refreshExpires) {
        public String refreshToken() {
            return "refresh-" + user;
        }

        boolean good() {
            return Instant.now().isBefore(expires);
        }

        Grant expired() {
            return new Grant(user, token, Instant.EPOCH, refreshExpires);
        }
    }

    Tokens(Timing timing) {
        this.timing = timing;
    }

    /** As after a person's log-in: what is good now, else something new. */
    synchronized Grant issue(String user) {
        Grant current = grants.get(user);
        return current != null && current.good()
                ? current
                : renew(user, Instant.now().plus(timing.refreshLife()));
    }

    /** A new access token in exchange for the refresh token; the old one is good no more. */
    public synchronized Optional<Grant> refresh(String refreshToken) {
        return grants.values().stream()
                .filter(grant -> grant.refreshToken().equals(refreshToken))
                .filter(grant -> Instant.now().isBefore(grant.refreshExpires()))
                .findFirst()
                .map(grant -> renew(grant.user(), grant.refreshExpires()));
    }

    private Grant renew(String user, Instant refreshExpires) {
        Instant now = Instant.now();
        Instant expires = now.plus(timing.tokenLife());
        Grant grant = new Grant(user, webToken(user, now, expires), expires, refreshExpires);
        grants.put(user, grant);
        return grant;
    }

    private static String webToken(String user, Instant issued, Instant expires) {
        byte[] signature = new byte[32];
        RANDOM.nextBytes(signature);
        String claims = "{\"sub\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(user, issued.getEpochSecond(), expires.getEpochSecond());
        return encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims) + "."
                + BASE64.encodeToString(signature);
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The user's access token is good no more; the refresh token still is. */
    synchronized void expire(String user) {
        grants.computeIfPresent(user, (name, grant) -> grant.expired());
    }

    /** Whose access token this is, if it is good. */
    public synchronized Optional<String> userOf(String token) {
        return grants.values().stream()
                .filter(grant -> grant.token().equals(token) && grant.good())
                .map(Grant::user)
                .findFirst();
    }
}

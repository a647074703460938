package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.finesse.Accounts;
import dev.trunkline.simulator.finesse.Tokens;
import dev.trunkline.simulator.finesse.centre.ApiErrorException;
import dev.trunkline.simulator.finesse.centre.Rules;
import dev.trunkline.simulator.finesse.centre.Rules.AuthMode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out who asks (sheet 2.1): Basic or Bearer on every request, and the session cookie, which belongs to one user only. */
final class Gate {
    private static final String COOKIE = "JSESSIONID";

    private final Accounts accounts;
    private final Tokens tokens;
    private final Rules rules;
    private final Faults faults;
    private final Map<String, String> users = new ConcurrentHashMap<>();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    Gate(Accounts accounts, Tokens tokens, Rules rules, Faults faults) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.rules = rules;
        this.faults = faults;
    }

    /** The agent id of whoever asks, or 401. */
    String authenticate(Incoming request) {
        String user = user(request).orElseThrow(ApiErrorException::unauthorized);
        if (!byToken(request) && faults.active("expire-auth", user) && !signsInAnew(request)) {
            throw ApiErrorException.unauthorized();
        }
        String owner = cookie(request).map(users::get).orElse(user);
        if (!owner.equals(user)) {
            throw ApiErrorException.otherUser(user);
        }
        return user;
    }

    /** An expired token is known by itself. */
    private static boolean byToken(Incoming request) {
        return request.header("Authorization").orElse("").startsWith("Bearer ");
    }

    /** An expired session comes back by signing in, or over XMPP. */
    private boolean signsInAnew(Incoming request) {
        return request.signsIn() && user(request).map(this::renewed).isPresent();
    }

    private String renewed(String user) {
        faults.remove("expire-auth", user);
        return user;
    }

    private Optional<String> user(Incoming request) {
        String[] words = request.header("Authorization").orElse("").split(" ", 2);
        if (words.length < 2) {
            return Optional.empty();
        }
        return switch (words[0]) {
            case "Basic" -> basic(words[1].strip());
            case "Bearer" -> rules.authMode() == AuthMode.NON_SSO ? Optional.empty() : tokens.userOf(words[1].strip());
            default -> Optional.empty();
        };
    }

    private Optional<String> basic(String encoded) {
        if (rules.authMode() == AuthMode.SSO) {
            return Optional.empty();
        }
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 && accounts.passwordFits(pair[0], pair[1])
                    ? Optional.of(pair[0])
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw ApiErrorException.badRequest("The Authorization header cannot be read");
        }
    }

    /** The cookie that this answer must set, if the client does not send it already. */
    Optional<String> newCookie(Incoming request, String user) {
        String id = cookies.computeIfAbsent(
                user, any -> UUID.randomUUID().toString().replace("-", ""));
        users.put(id, user);
        return cookie(request).filter(id::equals).isPresent()
                ? Optional.empty()
                : Optional.of(COOKIE + "=" + id + "; Path=/finesse; Secure; HttpOnly");
    }

    private static Optional<String> cookie(Incoming request) {
        for (String part : request.header("Cookie").orElse("").split(";")) {
            if (part.strip().startsWith(COOKIE + "=")) {
                return Optional.of(part.strip().substring(COOKIE.length() + 1).replace("\"", ""));
            }
        }
        return Optional.empty();
    }
}

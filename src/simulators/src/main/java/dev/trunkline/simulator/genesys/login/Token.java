package dev.trunkline.simulator.genesys.login;

import dev.trunkline.simulator.genesys.centre.User;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a bearer is.
 *
 * @param user nobody for client credentials
 * @param scopes empty for client credentials, whose roles decide
 */
public record Token(String text, Optional<User> user, String clientId, Set<String> scopes, Instant expires) {

    public boolean good() {
        return expires.isAfter(Instant.now());
    }

    /** {@code stations} is enough for {@code stations:readonly}. */
    public boolean allows(String scope) {
        return user.isEmpty() || scopes.contains(scope) || scopes.contains(scope.replaceAll(":.*", ""));
    }

    /** Under which name he is in the books; a client without a user has his own. */
    public String agent() {
        return user.map(User::agent).orElse("client " + clientId);
    }

    @Override
    public String toString() {
        return "token of " + agent();
    }
}

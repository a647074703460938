package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.login.Token;
import dev.trunkline.simulator.genesys.login.Tokens;
import dev.trunkline.simulator.web.Received;

/** Who asks, and whether he may ask for this (sheet 2.2, 2.3). */
final class Gate {
    private final Tokens tokens;

    Gate(Tokens tokens) {
        this.tokens = tokens;
    }

    Token authenticate(Received request) {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length())) {
            throw new ApiErrorException(
                    401,
                    "authentication.required",
                    "No authentication bearer token specified in authorization header.");
        }
        return tokens.find(header.substring("Bearer ".length()).strip())
                .orElseThrow(() -> new ApiErrorException(401, "bad.credentials", "Invalid login credentials."));
    }

    static void check(Route route, Token token) {
        if (!route.scope().isEmpty() && !token.allows(route.scope())) {
            throw new ApiErrorException(
                    403,
                    "app.not.authorized.for.scope",
                    "Application not authorized for scope. The token lacks: " + route.scope());
        }
        if (route.asUser() && token.user().isEmpty()) {
            throw notAUser();
        }
    }

    static ApiErrorException notAUser() {
        return new ApiErrorException(400, "not.a.user", "This request requires a user context.");
    }
}

package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Received;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.login.LoginSettings;
import dev.trunkline.simulator.webexcc.login.Token;
import dev.trunkline.simulator.webexcc.login.Tokens;
import java.util.Collections;
import java.util.Set;

/** Who asks, and whether he may ask at all (sheet 2.1, 2.2). */
final class Gate {
    private static final Set<String> OF_AGENTS = Set.of("cjp:user");
    private static final Set<String> OF_CONTROL = Set.of("cjp:user", "cloud-contact-center:pod_conv");
    private static final Set<String> OF_READERS = Set.of("cjp:user", "cjp:config_read", "cjp:config");
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final LoginSettings settings;

    Gate(Tokens tokens, LoginSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    Token authenticate(Received request) {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new ApiErrorException(401, "UNAUTHORIZED", "The request has no bearer token.", "");
        }
        return tokens.find(header.substring(BEARER.length()).strip())
                .orElseThrow(() -> new ApiErrorException(401, "UNAUTHORIZED", "The token is not good.", ""));
    }

    /** What an agent does takes one scope; reading the configuration and controlling tasks can be had by others, too. */
    void check(Received request) {
        Set<String> enough =
                switch (request.step(0) + "/" + request.step(1)) {
                    case "v1/tasks" -> request.path().size() > 2 ? OF_CONTROL : OF_AGENTS;
                    case "v1/notification", "v1/agents", "v1/dialer", "v1/callbacks" -> OF_AGENTS;
                    default -> OF_READERS;
                };
        if (Collections.disjoint(settings.scopes(), enough)) {
            throw ApiErrorException.forbidden("The token needs a scope of " + enough + ".");
        }
    }
}

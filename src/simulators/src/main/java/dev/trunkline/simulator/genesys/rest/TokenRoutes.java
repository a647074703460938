package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.Catalogue;
import dev.trunkline.simulator.genesys.login.Token;
import dev.trunkline.simulator.genesys.login.Tokens;
import dev.trunkline.simulator.genesys.stream.Channels;
import dev.trunkline.simulator.web.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The token itself: whose it is, whether it is good, and its end (sheet 2.2). */
final class TokenRoutes {
    private final Tokens tokens;
    private final Channels channels;

    TokenRoutes(Tokens tokens, Channels channels) {
        this.tokens = tokens;
        this.channels = channels;
    }

    List<Route> all() {
        return List.of(
                Route.of("GET tokens/me", "", TokenRoutes::describe),
                Route.of("HEAD tokens/me", "", asked -> Answer.empty(200)),
                Route.of("DELETE tokens/me", "", this::revoke));
    }

    private static Answer describe(Asked asked) {
        Token token = asked.token();
        Map<String, Object> organisation = Map.of("id", Catalogue.ORGANISATION, "name", "example");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("organization", organisation);
        body.put("homeOrganization", organisation);
        body.put("authorizedScope", token.scopes().stream().sorted().toList());
        body.put("OAuthClient", Map.of("id", token.clientId(), "name", "Trunkline", "organization", organisation));
        token.user().ifPresent(user -> body.put("userId", user.id()));
        return Answers.ok(body);
    }

    private Answer revoke(Asked asked) {
        tokens.revoke(asked.token());
        channels.revoked(token -> token.text().equals(asked.token().text()));
        return Answer.empty(200);
    }
}

package dev.trunkline.simulator.finesse.rest;

import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.finesse.Tokens;
import dev.trunkline.simulator.finesse.Tokens.Grant;
import dev.trunkline.simulator.finesse.centre.ApiErrorException;
import dev.trunkline.simulator.finesse.centre.Rules;
import dev.trunkline.simulator.finesse.centre.Rules.AuthMode;
import dev.trunkline.simulator.web.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The token service beside the REST API (sheet 2.2): fetching needs a person and a browser, refreshing does not. */
final class SingleSignOn {
    private static final String TOKEN = "desktop/sso/token";
    private static final String LOG_IN = "ids/login";

    private final Rules rules;
    private final Tokens tokens;
    private final Faults faults;

    SingleSignOn(Rules rules, Tokens tokens, Faults faults) {
        this.rules = rules;
        this.tokens = tokens;
        this.faults = faults;
    }

    /** Empty if this is not the place for it. */
    Optional<Answer> answer(Incoming request) {
        if (rules.authMode() == AuthMode.NON_SSO) {
            return Optional.empty();
        }
        return switch (request.method() + " " + String.join("/", request.path())) {
            case "GET " + TOKEN -> Optional.of(fetch(request));
            case "POST " + TOKEN -> Optional.of(refresh(request));
            case "GET " + LOG_IN ->
                Optional.of(
                        Answer.page("<html><body>A person logs in here; for a program the control plane gives tokens:"
                                + " POST /platforms/finesse/tokens.</body></html>"));
            default -> Optional.empty();
        };
    }

    private static Answer fetch(Incoming request) {
        if (!request.query().containsKey("cc_username")
                && !request.header("Cookie").orElse("").contains("cc_username=")) {
            throw ApiErrorException.missing("cc_username");
        }
        return Answer.foundAt("/" + LOG_IN);
    }

    /** The names of the JSON are unconfirmed. */
    private Answer refresh(Incoming request) {
        Map<String, String> form = FinesseRest.form(request.body());
        for (String field : new String[] {"token", "refresh-token"}) {
            if (form.getOrDefault(field, "").isEmpty()) {
                throw ApiErrorException.missing(field);
            }
        }
        Grant grant = tokens.refresh(form.get("refresh-token")).orElseThrow(ApiErrorException::unauthorized);
        faults.remove("expire-auth", grant.user());
        return Answers.json("{\"token\":\"%s\",\"refresh_token\":\"%s\",\"user_id\":\"%s\",\"expires_in\":%d}"
                .formatted(grant.token(), grant.refreshToken(), grant.user(), secondsLeft(grant)));
    }

    private static long secondsLeft(Grant grant) {
        return Math.max(0, Duration.between(Instant.now(), grant.expires()).toSeconds());
    }
}

package dev.trunkline.simulator.webexcc.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Form;
import dev.trunkline.simulator.web.Received;
import dev.trunkline.simulator.webexcc.centre.Agent;
import dev.trunkline.simulator.webexcc.centre.Ids;
import dev.trunkline.simulator.webexcc.centre.Staff;
import dev.trunkline.simulator.webexcc.login.LoginSettings.Refreshing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Authorization without a page, and the token endpoint with its two grants (sheet 2.1). On the lane. */
public final class OAuth {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoginSettings settings;
    private final Tokens tokens;
    private final Staff staff;
    private final Faults faults;

    public OAuth(LoginSettings settings, Tokens tokens, Staff staff, Faults faults) {
        this.settings = settings;
        this.tokens = tokens;
        this.staff = staff;
        this.faults = faults;
    }

    private static final class RefusedGrantException extends RuntimeException {
        private final int status;
        private final String error;

        RefusedGrantException(int status, String error, String message) {
            super(message);
            this.status = status;
            this.error = error;
        }
    }

    // ---- the browser's part

    /** Who comes is signed in and sent back at once. */
    public Answer authorize(Received request) {
        Form query = Form.of(request.query());
        if (!query.get("client_id").equals(settings.clientId())
                || query.get("redirect_uri").isEmpty()) {
            return Answer.of(
                    400, "text/html;charset=UTF-8", "<html><body>Unknown client or no redirect_uri</body></html>");
        }
        if (!query.get("response_type").equals("code")) {
            return back(query, Map.of("error", "unsupported_response_type"));
        }
        if (!settings.scopes().containsAll(List.of(query.get("scope").strip().split("[ ,]+")))
                && !query.get("scope").isBlank()) {
            return back(query, Map.of("error", "invalid_scope"));
        }
        String hint = query.get("login_hint");
        return (hint.isEmpty() ? staff.find(settings.browserUser()) : staff.byLogin(hint))
                .map(agent -> back(
                        query, Map.of("code", tokens.issueCode(agent, settings.clientId(), query.get("redirect_uri")))))
                .orElseGet(() -> back(query, Map.of("error", "access_denied")));
    }

    private static Answer back(Form query, Map<String, String> words) {
        Map<String, String> all = new LinkedHashMap<>(words);
        if (!query.get("state").isEmpty()) {
            all.put("state", query.get("state"));
        }
        String redirect = query.get("redirect_uri");
        return Answer.foundAt(redirect
                + (redirect.contains("?") ? "&" : "?")
                + all.entrySet().stream()
                        .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    // ---- the token endpoint

    public Answer token(Received request) {
        try {
            String type = request.header("Content-Type").orElse("");
            if (!type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
                throw new RefusedGrantException(400, "invalid_request", "The content type must be a form");
            }
            Form form = Form.of(request.body());
            checkClient(form);
            return grant(form);
        } catch (RefusedGrantException e) {
            return error(e.status, e.error, e.getMessage());
        }
    }

    private void checkClient(Form form) {
        if (!form.get("client_id").equals(settings.clientId())
                || !form.get("client_secret").equals(settings.clientSecret())) {
            throw new RefusedGrantException(401, "invalid_client", "client not found or its secret is wrong");
        }
    }

    private Answer grant(Form form) {
        return switch (form.get("grant_type")) {
            case "authorization_code" -> {
                Agent agent = byCode(form);
                yield success(agent, tokens.issueRefresh(agent, settings.clientId()));
            }
            case "refresh_token" -> {
                Agent agent = byRefresh(form);
                boolean rotates = settings.refreshTokens() == Refreshing.ROTATE;
                yield success(
                        agent, rotates ? tokens.issueRefresh(agent, settings.clientId()) : form.get("refresh_token"));
            }
            default ->
                throw new RefusedGrantException(
                        400, "unsupported_grant_type", "Unknown grant type: " + form.get("grant_type"));
        };
    }

    private Agent byCode(Form form) {
        return Optional.of(form.get("code"))
                .flatMap(tokens::redeem)
                .filter(code -> code.clientId().equals(settings.clientId()))
                .filter(code -> code.redirectUri().equals(form.get("redirect_uri"))
                        || code.redirectUri().isEmpty())
                .map(Tokens.Code::agent)
                .orElseThrow(() -> badGrant("The code is not good"));
    }

    private Agent byRefresh(Form form) {
        Agent agent = tokens.refresh(form.get("refresh_token"), settings.clientId())
                .orElseThrow(() -> badGrant("The refresh token is not good"));
        if (faults.active("refuse-login", agent.name())) {
            throw badGrant("Refused on purpose");
        }
        return agent;
    }

    private RefusedGrantException badGrant(String message) {
        return new RefusedGrantException(settings.badGrantStatus(), "invalid_grant", message);
    }

    private Answer success(Agent agent, String refresh) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", tokens.issue(agent, settings.clientId()).text());
        body.put("expires_in", Math.max(0, settings.tokenLife().toSeconds() - 1));
        body.put("refresh_token", refresh);
        body.put("refresh_token_expires_in", settings.refreshLife().toSeconds());
        body.put("token_type", "Bearer");
        return json(200, body);
    }

    private static Answer error(int status, String error, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", message);
        body.put("message", message);
        body.put("trackingId", Ids.tracking("ROUTER"));
        return json(status, body);
    }

    private static Answer json(int status, Map<String, Object> body) {
        try {
            return Answer.of(status, "application/json;charset=UTF-8", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.trunkline.simulator.genesys.login;

import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Form;
import dev.trunkline.simulator.web.Received;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The browser's part of signing in, without a page: who comes is signed in and sent back at once (sheet 2.1). On the lane. */
public final class Authorization {
    private final LoginSettings settings;
    private final Tokens tokens;
    private final Staff staff;

    public Authorization(LoginSettings settings, Tokens tokens, Staff staff) {
        this.settings = settings;
        this.tokens = tokens;
        this.staff = staff;
    }

    public Answer authorize(Received request) {
        Form query = Form.of(request.query());
        String client = query.get("client_id");
        boolean known = client.equals(settings.clientId()) || client.equals(settings.publicClientId());
        if (!known || query.get("redirect_uri").isEmpty()) {
            return Answer.of(
                    400, "text/html;charset=UTF-8", "<html><body>Unknown client or no redirect_uri</body></html>");
        }
        Optional<User> user = user(query);
        if (query.get("org").isEmpty() != query.get("provider").isEmpty()) {
            return back(query, "?", error("invalid_request", "org and provider must be given together"));
        }
        if (user.isEmpty()) {
            return back(query, "?", error("access_denied", "nobody of this organisation"));
        }
        return switch (query.get("response_type")) {
            case "code" -> withCode(query, user.get());
            case "token" -> withToken(query, user.get());
            default -> back(query, "?", error("unsupported_response_type", query.get("response_type")));
        };
    }

    /** The hint is {@code organisation:email}. */
    private Optional<User> user(Form query) {
        String hint = query.get("login_hint");
        return hint.isEmpty()
                ? staff.agent(settings.browserUser())
                : staff.byLogin(hint.substring(hint.indexOf(':') + 1));
    }

    private Answer withCode(Form query, User user) {
        String client = query.get("client_id");
        String challenge = query.get("code_challenge");
        boolean plain =
                !challenge.isEmpty() && !query.get("code_challenge_method").equals("S256");
        if (plain || challenge.isEmpty() && client.equals(settings.publicClientId())) {
            return back(query, "?", error("invalid_request", "a challenge by S256 is needed"));
        }
        return back(query, "?", Map.of("code", tokens.issueCode(user, client, query.get("redirect_uri"), challenge)));
    }

    private Answer withToken(Form query, User user) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(
                "access_token",
                tokens.issue(Optional.of(user), query.get("client_id")).text());
        words.put("expires_in", Long.toString(settings.tokenLife().toSeconds()));
        words.put("token_type", "bearer");
        return back(query, "#", words);
    }

    private static Map<String, String> error(String error, String description) {
        return Map.of("error", error, "error_description", description);
    }

    private static Answer back(Form query, String separator, Map<String, String> words) {
        Map<String, String> all = new LinkedHashMap<>(words);
        if (!query.get("state").isEmpty()) {
            all.put("state", query.get("state"));
        }
        String redirect = query.get("redirect_uri");
        String mark = separator.equals("?") && redirect.contains("?") ? "&" : separator;
        return Answer.foundAt(redirect
                + mark
                + all.entrySet().stream()
                        .map(word -> word.getKey() + "=" + URLEncoder.encode(word.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }
}

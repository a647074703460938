package dev.trunkline.simulator.genesys.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Form;
import dev.trunkline.simulator.web.Received;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token endpoint and all its grants (sheet 2.1). On the lane. */
public final class OAuth {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME_ID = Pattern.compile("<(?:\\w+:)?NameID[^>]*>\\s*([^<\\s]+)\\s*<");

    private final LoginSettings settings;
    private final Tokens tokens;
    private final Staff staff;

    public OAuth(LoginSettings settings, Tokens tokens, Staff staff) {
        this.settings = settings;
        this.tokens = tokens;
        this.staff = staff;
    }

    /** Who asks. @param proven by its secret; a public client has none */
    private record Client(String id, boolean proven) {}

    private static final class RefusedGrantException extends RuntimeException {
        private final int status;
        private final String error;

        RefusedGrantException(int status, String error, String message) {
            super(message);
            this.status = status;
            this.error = error;
        }
    }

    public Answer token(Received request) {
        try {
            String type = request.header("Content-Type").orElse("");
            if (!type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
                throw new RefusedGrantException(400, "invalid_request", "The content type must be a form");
            }
            Form form = Form.of(request.body());
            return grant(form, client(request, form));
        } catch (RefusedGrantException e) {
            return error(e.status, e.error, e.getMessage());
        }
    }

    private Client client(Received request, Form form) {
        String[] words = request.header("Authorization").orElse("").split(" ", 2);
        String id = form.get("client_id");
        String secret = form.get("client_secret");
        if (words[0].equals("Basic") && words.length == 2) {
            String[] pair = decoded(words[1].strip()).split(":", 2);
            id = pair[0];
            secret = pair.length == 2 ? pair[1] : "";
        }
        boolean proven = id.equals(settings.clientId()) && secret.equals(settings.clientSecret())
                || id.equals(settings.serverClientId()) && secret.equals(settings.serverClientSecret());
        boolean known = proven || id.equals(settings.publicClientId()) && secret.isEmpty();
        if (!known) {
            throw new RefusedGrantException(401, "invalid_client", "client not found or its secret is wrong: " + id);
        }
        return new Client(id, proven);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedGrantException(400, "invalid_request", "Not Base64");
        }
    }

    private Answer grant(Form form, Client client) {
        String type = form.get("grant_type");
        boolean ofServer = client.id().equals(settings.serverClientId());
        if (ofServer != type.equals("client_credentials") && !type.isEmpty()) {
            throw new RefusedGrantException(400, "unauthorized_client", "The client is not for this grant type");
        }
        return switch (type) {
            case "client_credentials" -> success(Optional.empty(), client, false);
            case "authorization_code" -> success(Optional.of(byCode(form, client)), client, mayRefresh(client));
            case "refresh_token" -> success(Optional.of(byRefresh(form, client)), client, true);
            case "urn:ietf:params:oauth:grant-type:saml2-bearer" ->
                success(Optional.of(byAssertion(form)), client, false);
            default -> throw new RefusedGrantException(400, "unsupported_grant_type", "Unknown grant type: " + type);
        };
    }

    private boolean mayRefresh(Client client) {
        return client.proven() || settings.refreshForPublicClients();
    }

    private User byCode(Form form, Client client) {
        Tokens.Code code = tokens.redeem(form.get("code")).orElseThrow(() -> badGrant("The code is not good"));
        boolean same = code.clientId().equals(client.id()) && code.redirectUri().equals(form.get("redirect_uri"));
        boolean verified = code.challenge().isEmpty()
                ? client.proven()
                : code.challenge().equals(challenge(form.get("code_verifier")));
        if (!same || !verified) {
            throw badGrant("The code was not given to this client, place or verifier");
        }
        return code.user();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private User byRefresh(Form form, Client client) {
        if (!mayRefresh(client)) {
            throw new RefusedGrantException(400, "unauthorized_client", "The client may not refresh");
        }
        return tokens.refresh(form.get("refresh_token"), client.id())
                .orElseThrow(() -> badGrant("The refresh token is not good"));
    }

    /** The signature is not looked at. */
    private User byAssertion(Form form) {
        if (!form.get("orgName").equals("example")) {
            throw badGrant("There is no organisation " + form.get("orgName"));
        }
        Matcher name = NAME_ID.matcher(decoded(form.get("assertion")));
        return (name.find() ? staff.byLogin(name.group(1)) : Optional.<User>empty())
                .orElseThrow(() -> badGrant("The assertion names nobody of this organisation"));
    }

    private RefusedGrantException badGrant(String message) {
        return new RefusedGrantException(settings.badGrantStatus(), "invalid_grant", message);
    }

    private Answer success(Optional<User> user, Client client, boolean withRefresh) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", tokens.issue(user, client.id()).text());
        user.filter(any -> withRefresh)
                .ifPresent(who -> body.put("refresh_token", tokens.issueRefresh(who, client.id())));
        body.put("token_type", "bearer");
        body.put("expires_in", Math.max(0, settings.tokenLife().toSeconds() - 1));
        return json(200, body);
    }

    private static Answer error(int status, String error, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("description", message);
        body.put("error_description", message);
        return json(status, body);
    }

    private static Answer json(int status, Map<String, Object> body) {
        try {
            return Answer.of(status, "application/json", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

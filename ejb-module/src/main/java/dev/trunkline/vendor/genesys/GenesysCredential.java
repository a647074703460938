package dev.trunkline.vendor.genesys;

import dev.trunkline.model.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What stands where another platform has a password (sheet 2.3): {@code refresh:} a refresh token, which is also what a text without such a
 * word is; {@code code:} what the portal was given when the agent signed in there; {@code access:} a token of his own, good until it ends;
 * {@code saml:} an assertion. {@code client:} is nobody's, but the organisation's own.
 */
record GenesysCredential(Kind kind, String secret) {
    /** How it becomes a token. */
    enum Kind {
        REFRESH,
        CODE,
        ACCESS,
        SAML,
        CLIENT
    }

    /** Of what belongs to nobody; what it asks with are settings. */
    static final Credential ORGANISATION = new Credential(word(Kind.CLIENT));

    static GenesysCredential of(Credential credential) {
        String text = credential.reveal();
        for (Kind kind : Kind.values()) {
            String word = word(kind);
            if (text.startsWith(word)) {
                return new GenesysCredential(kind, text.substring(word.length()));
            }
        }
        return new GenesysCredential(Kind.REFRESH, text);
    }

    static Credential refresh(String token) {
        return new Credential(word(Kind.REFRESH) + token);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ":";
    }

    /** The form of the token request; empty where there is nothing to ask for. */
    Optional<Map<String, String>> form(GenesysSettings settings) {
        Map<String, String> form = new LinkedHashMap<>();
        switch (kind) {
            case REFRESH -> {
                form.put("grant_type", "refresh_token");
                form.put("refresh_token", secret);
            }
            case CODE -> {
                form.put("grant_type", "authorization_code");
                form.put("code", secret);
                form.put("redirect_uri", settings.redirectUri());
            }
            case SAML -> {
                form.put("grant_type", "urn:ietf:params:oauth:grant-type:saml2-bearer");
                form.put("orgName", settings.organization());
                form.put("assertion", secret);
            }
            case CLIENT -> form.put("grant_type", "client_credentials");
            case ACCESS -> {
                return Optional.empty();
            }
        }
        return Optional.of(form);
    }

    /** A client of the platform has one way to sign in, so the organisation's own is another than the agents' (sheet 2.1). */
    String basic(GenesysSettings settings) {
        boolean agents = kind != Kind.CLIENT;
        String id = agents ? settings.clientId() : settings.serviceClientId();
        Credential password = agents ? settings.clientSecret() : settings.serviceClientSecret();
        String pair = id + ":" + password.reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return kind.name();
    }
}

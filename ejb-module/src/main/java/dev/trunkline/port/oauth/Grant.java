package dev.trunkline.port.oauth;

import dev.trunkline.model.Credential;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What stands where another platform has a password: {@code refresh:} a refresh token, which is also what a text without such a word is;
 * {@code code:} what the portal was given when the agent signed in there; {@code access:} a token of his own, good until it ends;
 * {@code saml:} an assertion. {@code client:} is nobody's, but the organisation's own. A platform need not take all of them.
 */
public record Grant(Kind kind, String secret) {
    /** How it becomes a token. */
    public enum Kind {
        REFRESH("refresh_token", "refresh_token"),
        CODE("authorization_code", "code"),
        /** It is one already: never asked for. */
        ACCESS("", ""),
        SAML("urn:ietf:params:oauth:grant-type:saml2-bearer", "assertion"),
        CLIENT("client_credentials", "");

        private final String type;
        private final String member;

        Kind(String type, String member) {
            this.type = type;
            this.member = member;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT) + ":";
        }
    }

    /** Of what belongs to nobody; what it asks with are settings. */
    public static final Credential ORGANISATION = new Credential(Kind.CLIENT.word());

    public static Grant of(Credential credential) {
        String text = credential.reveal();
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.word())) {
                return new Grant(kind, text.substring(kind.word().length()));
            }
        }
        return new Grant(Kind.REFRESH, text);
    }

    /** The credential that such a token is. */
    public static Credential refresh(String token) {
        return new Credential(Kind.REFRESH.word() + token);
    }

    /** Whether the same may be asked again and again. */
    boolean ofTheOrganisation() {
        return kind == Kind.CLIENT;
    }

    /** What RFC 6749 (4.1.3, 4.4.2, 6) and RFC 7522 have of the token request; the platform adds its own to it. */
    public Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", kind.type);
        if (!kind.member.isEmpty()) {
            form.put(kind.member, secret);
        }
        return form;
    }

    @Override
    public String toString() {
        return kind.name();
    }
}

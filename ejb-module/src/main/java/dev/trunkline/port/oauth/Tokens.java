package dev.trunkline.port.oauth;

import dev.trunkline.port.JsonParts;
import jakarta.json.JsonObject;

/** What a token endpoint gave (RFC 6749, 5.1). @param refresh empty if there is none @param expiresIn seconds */
public record Tokens(String access, String refresh, long expiresIn) {
    /** @throws IllegalArgumentException if there is no access token in it */
    public static Tokens of(String answer) {
        JsonObject tokens = JsonParts.object(answer);
        String access = JsonParts.text(tokens, "access_token");
        if (access.isEmpty()) {
            throw new IllegalArgumentException("no access token");
        }
        return new Tokens(access, JsonParts.text(tokens, "refresh_token"), JsonParts.number(tokens, "expires_in"));
    }

    @Override
    public String toString() {
        return "tokens for " + expiresIn + " s";
    }
}

package dev.trunkline.vendor.webexcc;

import dev.trunkline.port.JsonParts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an access token says of itself (sheet 2.1): three fields, or a JWT. Pure. */
final class WebexccToken {
    private static final int FIELDS = 3;

    /** Id of the organisation, or {@code ""}. */
    static String organisation(String token) {
        String realm = realm(token);
        if (!realm.isEmpty()) {
            return realm;
        }
        String[] fields = token.split("_");
        return fields.length < FIELDS ? "" : fields[FIELDS - 1];
    }

    private static String realm(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != FIELDS) {
            return "";
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return JsonParts.text(JsonParts.object(claims), "realm");
        } catch (IllegalArgumentException noJwt) {
            return "";
        }
    }

    private WebexccToken() {}
}

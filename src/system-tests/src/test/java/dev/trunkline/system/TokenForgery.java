package dev.trunkline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token for alice as the embedded identity would make it, to be spoilt in one place. */
final class TokenForgery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HOUR = 3_600;

    private final JsonNode key;
    private final ObjectNode header = JSON.createObjectNode();
    private final ObjectNode claims = JSON.createObjectNode();

    private TokenForgery(JsonNode key) {
        this.key = key;
        header.put("alg", "ES256").put("typ", "JWT").put("kid", key.path("kid").asText());
        claims.put("iss", "trunkline-embedded").put("aud", "trunkline").put("sub", "alice");
        claims.putArray("groups").add("agent");
        seconds("exp", HOUR);
    }

    /** @param data where the gateway keeps its signing key */
    static TokenForgery withKeyOf(Path data) {
        try {
            return new TokenForgery(
                    JSON.readTree(data.resolve("identity-key.json").toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    TokenForgery header(String name, String value) {
        header.put(name, value);
        return this;
    }

    TokenForgery critical(String name) {
        header.put(name, true).putArray("crit").add(name);
        return this;
    }

    /** @param value empty to leave it out */
    TokenForgery claim(String name, String value) {
        claims.put(name, value);
        if (value.isEmpty()) {
            claims.remove(name);
        }
        return this;
    }

    /** @param fromNow seconds, negative for the past */
    TokenForgery seconds(String name, long fromNow) {
        claims.put(name, Instant.now().getEpochSecond() + fromNow);
        return this;
    }

    TokenForgery group(String name) {
        claims.putArray("groups").add(name);
        return this;
    }

    String unsigned() {
        return signed() + ".";
    }

    String token() {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(privateKey());
            signature.update(signed().getBytes(StandardCharsets.US_ASCII));
            return signed() + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With what everybody may know, taken for a secret. */
    String signedWithPublicKey() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    (key.path("x").asText() + key.path("y").asText()).getBytes(StandardCharsets.US_ASCII),
                    "HmacSHA256"));
            return signed() + "." + base64(mac.doFinal(signed().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        BigInteger secret =
                new BigInteger(1, Base64.getUrlDecoder().decode(key.path("d").asText()));
        return KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private String signed() {
        return base64(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

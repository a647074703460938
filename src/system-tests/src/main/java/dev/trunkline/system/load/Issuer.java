package dev.trunkline.system.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An identity provider without a server: it signs tokens, and its public key lies in a file. */
public final class Issuer {
    private static final String NAME = "urn:trunkline:load";
    private static final int KEY_BITS = 2_048;
    private static final Duration LIFE = Duration.ofHours(24);

    private final Path keys;
    private final String keyId;
    private final JWSSigner signer;

    private Issuer(Path keys, RSAKey key) throws JOSEException {
        this.keys = keys;
        this.keyId = key.getKeyID();
        this.signer = new RSASSASigner(key);
    }

    /** With a key of its own. @param keys where its public half is written */
    public static Issuer create(Path keys) {
        try {
            RSAKey key = new RSAKeyGenerator(KEY_BITS)
                    .keyIDFromThumbprint(true)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            Files.writeString(keys, new JWKSet(key.toPublicJWK()).toString());
            return new Issuer(keys, key);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (JOSEException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    /** What a gateway must be told to take its tokens. */
    public Map<String, String> settings() {
        return Map.of("trunkline.identity", "", "trunkline.jwt.issuer", NAME, "trunkline.jwt.jwks", keys.toString());
    }

    /** @param roles {@code agent}, {@code supervisor}, {@code admin} */
    public String token(String subject, String... roles) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience("trunkline")
                .subject(subject)
                .claim("groups", List.of(roles))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException unsigned) {
            throw new IllegalStateException(unsigned);
        }
    }
}

package dev.trunkline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Makes tokens, good ones and bad ones, as an issuer or an attacker would. */
final class TokenForge {
    static final String ISSUER = "https://login.example.net";
    static final String AUDIENCE = "trunkline";
    final RSAKey rsa;
    final ECKey ec;

    TokenForge() {
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    JWKSet published() {
        return new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK()));
    }

    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("alice")
                .claim("groups", List.of("agent", "billing-readers"))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    /** @param seconds from now, negative for the past */
    static JWTClaimsSet.Builder expiring(long seconds) {
        return claims().expirationTime(Date.from(Instant.now().plusSeconds(seconds)));
    }

    static JWTClaimsSet.Builder notBefore(long seconds) {
        return claims().notBeforeTime(Date.from(Instant.now().plusSeconds(seconds)));
    }

    String rsa(JWTClaimsSet.Builder claims) {
        return signed(header(JWSAlgorithm.RS256, "rsa-1"), claims, signer(rsa));
    }

    String ec(JWTClaimsSet.Builder claims) {
        return signed(header(JWSAlgorithm.ES256, "ec-1"), claims, signer(ec));
    }

    String algorithm(JWSAlgorithm algorithm) {
        return signed(header(algorithm, "rsa-1"), claims(), signer(rsa));
    }

    String type(String type) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .type(new JOSEObjectType(type))
                .build();
        return signed(header, claims(), signer(rsa));
    }

    String keyId(String kid) {
        return signed(header(JWSAlgorithm.RS256, kid), claims(), signer(rsa));
    }

    /** Says that something must be understood which we do not understand. */
    String critical() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("rsa-1")
                .criticalParams(Set.of("hush"))
                .customParam("hush", true)
                .build();
        return signed(header, claims(), signer(rsa));
    }

    /** The classic: the public key, which everybody has, taken as a shared secret. */
    String hmacWithPublicKey() {
        try {
            byte[] secret = rsa.toRSAPublicKey().getEncoded();
            return signed(header(JWSAlgorithm.HS256, "rsa-1"), claims(), new MACSigner(secret));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Signed by a key of the attacker's that stands in the header. */
    String keyInHeader() {
        TokenForge attacker = new TokenForge();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(attacker.rsa.toPublicJWK())
                .keyID("rsa-1")
                .build();
        return signed(header, claims(), signer(attacker.rsa));
    }

    static String unsigned() {
        String header = Base64URL.encode("{\"alg\":\"none\"}").toString();
        return header + "." + Base64URL.encode(claims().build().toString()) + ".";
    }

    /** Another name under the same signature. */
    String tampered() {
        String[] parts = rsa(claims()).split("\\.");
        String changed =
                new String(Base64URL.from(parts[1]).decode(), StandardCharsets.UTF_8).replace("alice", "carol");
        return parts[0] + "." + Base64URL.encode(changed) + "." + parts[2];
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String kid) {
        return new JWSHeader.Builder(algorithm).keyID(kid).build();
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) {
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.trunkline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Checks a signed token as RFC 8725 asks: the algorithms, the issuer and the audience are ours to say, not the token's. What is
 * wrong with a bad one is not told outside: it would only help somebody who tries.
 */
final class TokenVerifier {
    private static final Logger LOG = Logger.getLogger(TokenVerifier.class.getName());
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int LONGEST_TOKEN = 8_192;
    private static final int LONGEST_NAME = 128;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TokenVerifier(String issuer, String audience, Set<String> algorithms, JWKSource<SecurityContext> keys) {
        Set<JWSAlgorithm> accepted = new LinkedHashSet<>();
        algorithms.forEach(name -> accepted.add(asymmetric(name)));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(accepted, keys));
        processor.setJWTClaimsSetVerifier(claims(issuer, audience));
    }

    /** A secret shared with the issuer would let us, and whoever reads our settings, make tokens. */
    private static JWSAlgorithm asymmetric(String name) {
        JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
        if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
            throw new IllegalStateException(IdentitySettings.ALGORITHMS + " has '" + name + "', which is not one of "
                    + JWSAlgorithm.Family.SIGNATURE);
        }
        return algorithm;
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> claims(String issuer, String audience) {
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp"));
        verifier.setMaxClockSkew((int) SKEW.toSeconds());
        return verifier;
    }

    /**
     * @param address where the request came from
     * @param encrypted whether it came over an encrypted connection
     * @throws RefusedException AUTH_REQUIRED if the token is not good
     */
    Caller verify(String token, String address, boolean encrypted) {
        if (token.length() > LONGEST_TOKEN) {
            throw refused();
        }
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Instant expires = claims.getExpirationTime().toInstant().plus(SKEW);
            return new Caller(key(claims), roles(claims), expires, address, encrypted);
        } catch (RateLimitReachedException inventedKey) {
            LOG.log(Level.FINE, "Token refused: its key is unknown, and the keys were read just now");
            throw refused();
        } catch (KeySourceException unreachable) {
            LOG.log(Level.WARNING, "The keys of the token issuer cannot be read: {0}", unreachable.getMessage());
            throw refused();
        } catch (ParseException | BadJOSEException | JOSEException bad) {
            LOG.log(Level.FINE, "Token refused: {0}", bad.getMessage());
            throw refused();
        }
    }

    private static AgentKey key(JWTClaimsSet claims) throws ParseException {
        String name = claims.getSubject();
        if (name.isBlank() || name.length() > LONGEST_NAME || !name.equals(name.strip())) {
            throw new ParseException("sub is not the name of an agent", 0);
        }
        String tenant = Optional.ofNullable(claims.getStringClaim("tenant")).orElse(AgentKey.DEFAULT_TENANT);
        if (!tenant.equals(AgentKey.DEFAULT_TENANT)) {
            throw new ParseException("version 1 has one tenant", 0);
        }
        return new AgentKey(tenant, name);
    }

    /** Groups that we do not know are of other applications of the same issuer. */
    private static Set<Role> roles(JWTClaimsSet claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Object groups = claims.getClaim("groups");
        Collection<?> words =
                groups instanceof Collection<?> many ? many : groups == null ? List.of() : List.of(groups);
        words.forEach(word -> Role.of(word.toString()).ifPresent(roles::add));
        return roles;
    }

    private static RefusedException refused() {
        return new RefusedException(Code.AUTH_REQUIRED, "the token is not valid");
    }
}

package dev.trunkline.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Issues tokens for the people of a file: for demo, tests and small installations without an identity provider. */
public final class EmbeddedIdentity {
    static final String ISSUER = "trunkline-embedded";
    /** Checking a password is dear on purpose; without a limit a stranger could buy all processors with wrong ones. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final People people;
    private final ECKey key;
    private final Duration tokenLife;
    private final String audience;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    EmbeddedIdentity(People people, ECKey key, Duration tokenLife, String audience, Clock clock) {
        this.people = people;
        this.key = key;
        this.tokenLife = tokenLife;
        this.audience = audience;
        this.clock = clock;
    }

    static EmbeddedIdentity of(IdentitySettings settings) {
        String people = settings.people()
                .orElseThrow(() -> new IllegalStateException("trunkline.identity is embedded, but setting "
                        + IdentitySettings.PEOPLE + " does not name the file of people (name,roles,password)"));
        return new EmbeddedIdentity(
                People.in(Path.of(people)),
                SigningKey.in(settings.data()),
                settings.tokenLife(),
                settings.audience(),
                Clock.systemUTC());
    }

    TokenVerifier verifier() {
        return new TokenVerifier(
                ISSUER,
                audience,
                Set.of(JWSAlgorithm.ES256.getName()),
                new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())));
    }

    /** A token, if the name is known and the password is right. */
    public Optional<IssuedToken> signIn(String name, String password) {
        return inTurn(name, password).map(roles -> issue(name, roles));
    }

    private Optional<Set<Role>> inTurn(String name, String password) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RefusedException(Refusal.of(Code.RATE_LIMITED, "too many sign-ins at once")
                        .retryAfter(PATIENCE.toMillis()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a turn", stopped);
        }
        try {
            return people.roles(name, password);
        } finally {
            turns.release();
        }
    }

    private IssuedToken issue(String name, Set<Role> roles) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience)
                .subject(name)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(tokenLife)))
                .claim("groups", roles.stream().map(Role::word).toList())
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("the signing key cannot sign", unusable);
        }
        return new IssuedToken(token.serialize(), tokenLife.toSeconds());
    }
}

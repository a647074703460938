package dev.trunkline.identity;

import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/** Whose tokens are good here: our own, those of one issuer, or, if nothing is set, nobody's. */
@ApplicationScoped
public class Identity {
    private static final Logger LOG = Logger.getLogger(Identity.class.getName());
    private static final Duration BETWEEN_READS_OF_KEYS = Duration.ofSeconds(30);

    @Inject
    Config config;

    private Optional<EmbeddedIdentity> embedded = Optional.empty();
    private Optional<TokenVerifier> verifier = Optional.empty();

    /** Made at the start, so that a wrong setting is told then and not to the first caller. */
    void start(@Observes Startup event) {
        LOG.log(Level.FINE, "Identity: {0}", verifier.isPresent());
    }

    @PostConstruct
    void open() {
        open(IdentitySettings.read(key -> config.getOptionalValue(key, String.class)));
    }

    void open(IdentitySettings settings) {
        if (settings.embedded()) {
            embedded = Optional.of(EmbeddedIdentity.of(settings));
            verifier = embedded.map(EmbeddedIdentity::verifier);
            LOG.log(
                    Level.INFO,
                    "Tokens are issued here, for the people of {0}",
                    settings.people().orElseThrow());
        } else if (settings.issuer().isPresent() && settings.jwks().isPresent()) {
            verifier = Optional.of(new TokenVerifier(
                    settings.issuer().get(),
                    settings.audience(),
                    settings.algorithms(),
                    IssuerKeys.at(settings.jwks().get(), BETWEEN_READS_OF_KEYS)));
            LOG.log(Level.INFO, "Tokens of {0} are accepted", settings.issuer().get());
        } else {
            LOG.severe(
                    "Nobody can sign in: set trunkline.jwt.issuer and trunkline.jwt.jwks to your identity provider, or"
                            + " trunkline.identity=embedded and trunkline.identity.people for tokens made here");
        }
    }

    /** The embedded identity, if it is on. */
    public Optional<EmbeddedIdentity> embedded() {
        return embedded;
    }

    /**
     * @param address where the request came from
     * @param encrypted whether it came over an encrypted connection
     * @throws RefusedException AUTH_REQUIRED if the token is not good
     */
    public Caller verify(String token, String address, boolean encrypted) {
        return verifier.orElseThrow(() -> new RefusedException(Code.AUTH_REQUIRED, "no issuer of tokens is configured"))
                .verify(token, address, encrypted);
    }
}

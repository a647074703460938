package dev.trunkline.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The public keys of an issuer: read when first needed, kept, and read again for a key id that is not among them; but not more
 * often than every so many seconds, since anybody can send tokens with invented key ids.
 */
final class IssuerKeys {
    private static final Duration TIME_OUT = Duration.ofSeconds(2);
    private static final int LARGEST = 256 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration AFTER_AN_OUTAGE = Duration.ofHours(4);

    private IssuerKeys() {}

    /** @param place an http or https URL, or a file */
    static JWKSource<SecurityContext> at(String place, Duration between) {
        int milliseconds = (int) TIME_OUT.toMillis();
        return JWKSourceBuilder.<SecurityContext>create(
                        url(place), new DefaultResourceRetriever(milliseconds, milliseconds, LARGEST))
                .refreshAheadCache(false)
                .cache(KEPT.toMillis(), 3 * TIME_OUT.toMillis())
                .rateLimited(between.toMillis())
                .outageTolerant(AFTER_AN_OUTAGE.toMillis())
                .build();
    }

    private static URL url(String place) {
        try {
            return (place.matches("(?i)(https?|file):.*")
                            ? URI.create(place)
                            : Path.of(place).toUri())
                    .toURL();
        } catch (MalformedURLException | IllegalArgumentException bad) {
            throw new IllegalStateException(
                    "setting " + IdentitySettings.JWKS + " is neither a URL nor a file: " + place, bad);
        }
    }
}

package dev.trunkline.vendor.toy;

import dev.trunkline.config.Values;
import dev.trunkline.model.Credential;
import dev.trunkline.port.http.TrustStore;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** What an operator may set; each name stands behind {@code trunkline.toy.}. */
public record ToySettings(
        Optional<URI> url,
        TrustStore trust,
        Duration connectTimeout,
        Duration readTimeout,
        Duration silentAfter,
        Duration backoffFirst,
        Duration backoffLongest) {
    private static final String PREFIX = "trunkline.toy.";

    static ToySettings configured() {
        Values values = new Values(PREFIX, key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
        return new ToySettings(
                values.text("url").map(URI::create),
                new TrustStore(
                        PREFIX + "trustStore",
                        values.text("trustStore", ""),
                        new Credential(values.text("trustStorePassword", ""))),
                values.duration("connectTimeout", "5s"),
                values.duration("readTimeout", "15s"),
                values.duration("silentAfter", "5s"),
                values.duration("backoffFirst", "1s"),
                values.duration("backoffLongest", "30s"));
    }
}

package dev.trunkline.vendor.finesse;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom we trust: Finesse stands on the customer's premises, mostly with a private certificate. */
final class FinesseTls {
    private static final Logger LOG = Logger.getLogger(FinesseTls.class.getName());

    /** What REST and XMPP of this platform use. */
    static SSLContext context(FinesseSettings settings) {
        try {
            return settings.trustStore().isEmpty() ? SSLContext.getDefault() : trusting(trustStore(settings));
        } catch (GeneralSecurityException | IOException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> FinesseSettings.PREFIX + "trustStore cannot be used: " + settings.trustStore());
            throw new VendorException(
                    Code.PLATFORM_UNAVAILABLE, "the trust store cannot be used", Effect.NONE, Map.of(), e);
        }
    }

    private static SSLContext trusting(KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore trustStore(FinesseSettings settings) throws GeneralSecurityException, IOException {
        byte[] file = Files.readAllBytes(Path.of(settings.trustStore()));
        boolean pem = new String(file, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----");
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        if (!pem) {
            // Reads PKCS12 and JKS alike.
            store.load(
                    new ByteArrayInputStream(file),
                    settings.trustStorePassword().reveal().toCharArray());
            return store;
        }
        store.load(null, null);
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file))) {
            store.setCertificateEntry("trusted" + store.size(), certificate);
        }
        return store;
    }

    private FinesseTls() {}
}

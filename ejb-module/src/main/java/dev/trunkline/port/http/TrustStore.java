package dev.trunkline.port.http;

import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
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

/**
 * Whom we trust: a platform on the customer's premises, or a proxy before a cloud, mostly has a private certificate.
 *
 * @param setting how the operator names the file, for the log
 * @param file PEM, PKCS12 or JKS; empty = Java's own trust
 * @param password of a PKCS12 or JKS file
 */
public record TrustStore(String setting, String file, Credential password) {
    private static final Logger LOG = Logger.getLogger(TrustStore.class.getName());

    /** What all connections to this platform use. */
    public SSLContext context() {
        try {
            return file.isEmpty() ? SSLContext.getDefault() : trusting(read());
        } catch (GeneralSecurityException | IOException e) {
            LOG.log(Level.WARNING, e, () -> setting + " cannot be used: " + file);
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

    private KeyStore read() throws GeneralSecurityException, IOException {
        byte[] content = Files.readAllBytes(Path.of(file));
        boolean pem = new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----");
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        if (!pem) {
            // Reads PKCS12 and JKS alike.
            store.load(new ByteArrayInputStream(content), password.reveal().toCharArray());
            return store;
        }
        store.load(null, null);
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content))) {
            store.setCertificateEntry("trusted" + store.size(), certificate);
        }
        return store;
    }
}

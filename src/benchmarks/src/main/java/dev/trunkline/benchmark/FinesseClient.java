package dev.trunkline.benchmark;

import dev.trunkline.system.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whoever calls the platform's own API, with the same Java client that calls Trunkline. */
final class FinesseClient {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String base;

    FinesseClient(Installation installation) {
        base = "https://localhost:" + installation.ports().finesse() + "/finesse/api/User/";
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .sslContext(trusting(installation))
                .build();
    }

    private static SSLContext trusting(Installation installation) {
        try (InputStream certificate = Files.newInputStream(installation.certificate())) {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            known.setCertificateEntry(
                    "platform", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new BenchmarkException("the platform's certificate cannot be used", unusable);
        }
    }

    HttpResponse<String> dial(Seat seat, String number) {
        String body = "<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>" + seat.extension()
                + "</fromAddress><toAddress>" + number + "</toAddress></Dialog>";
        String basic = Base64.getEncoder().encodeToString((seat.name() + ":secret").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + seat.name() + "/Dialogs"))
                .timeout(LONGEST)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }
}

package dev.trunkline.benchmark.platform;

import dev.trunkline.system.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whoever calls a platform's own API, with the same Java client that calls Trunkline. */
final class Caller {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int REFUSED = 300;

    private final SSLContext tls;
    private final HttpClient http;
    private final String base;

    private Caller(SSLContext tls, HttpClient http, int port) {
        this.tls = tls;
        this.http = http;
        this.base = "https://localhost:" + port;
    }

    /** @param port of the platform's REST */
    Caller(Installation installation, int port) {
        base = "https://localhost:" + port;
        tls = trusting(installation);
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .sslContext(tls)
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
            throw new IllegalStateException("the platform's certificate cannot be used", unusable);
        }
    }

    SSLContext tls() {
        return tls;
    }

    HttpClient http() {
        return http;
    }

    /** The same at another server of the platform's. */
    Caller at(int port) {
        return new Caller(tls, http, port);
    }

    /** @param path with a slash before it */
    String address(String path) {
        return base + path;
    }

    /** As one account. @param headers that go with every request */
    record Account(Caller caller, Map<String, String> headers) {
        HttpResponse<String> send(String method, String path, String body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(caller.address(path)))
                    .timeout(LONGEST)
                    .method(method, BodyPublishers.ofString(body));
            headers.forEach(request::header);
            return caller.http
                    .sendAsync(request.build(), BodyHandlers.ofString())
                    .join();
        }

        /** The body of an answer that must be good. */
        String done(String method, String path, String body) {
            HttpResponse<String> answer = send(method, path, body);
            if (answer.statusCode() >= REFUSED) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        }
    }

    /** With the words of an account. @param authorization the header @param type of what is sent */
    Account as(String authorization, String type) {
        return with(Map.of("Authorization", authorization, "Content-Type", type));
    }

    Account with(Map<String, String> headers) {
        return new Account(this, headers);
    }
}

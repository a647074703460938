package dev.trunkline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.trunkline.model.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerKeysTest {
    private final TokenForge forge = new TokenForge();
    private final AtomicReference<TokenForge> published = new AtomicReference<>(new TokenForge());
    private final AtomicInteger reads = new AtomicInteger();
    private HttpServer issuer;

    @BeforeEach
    void open() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            reads.incrementAndGet();
            byte[] keys = published.get().published().toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void close() {
        issuer.stop(0);
    }

    private TokenVerifier verifier(String place, Duration between) {
        return new TokenVerifier(
                TokenForge.ISSUER, TokenForge.AUDIENCE, Set.of("RS256"), IssuerKeys.at(place, between));
    }

    private String url() {
        return "http://localhost:" + issuer.getAddress().getPort() + "/keys";
    }

    @Test
    void keysShouldBeReadOnce() {
        published.set(forge);
        TokenVerifier verifier = verifier(url(), Duration.ofSeconds(30));

        verifier.verify(forge.rsa(TokenForge.claims()), "192.0.2.7", true);
        verifier.verify(forge.rsa(TokenForge.claims()), "192.0.2.7", true);

        assertThat(reads).hasValue(1);
    }

    @Test
    void inventedKeyIdsShouldNotReadTheKeysAgainAndAgain() {
        TokenVerifier verifier = verifier(url(), Duration.ofSeconds(30));
        for (int i = 0; i < 20; i++) {
            String token = forge.keyId("invented-" + i);
            assertThatThrownBy(() -> verifier.verify(token, "192.0.2.7", true)).isInstanceOf(RefusedException.class);
        }
        assertThat(reads.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void issuerThatIsAwayShouldRefuseNotHang() {
        issuer.stop(0);
        TokenVerifier verifier = verifier(url(), Duration.ofSeconds(30));

        assertThatThrownBy(() -> verifier.verify(forge.rsa(TokenForge.claims()), "192.0.2.7", true))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void keysMayLieInAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("keys.json"), forge.published().toString());

        assertThat(verifier(file.toString(), Duration.ofSeconds(30))
                        .verify(forge.rsa(TokenForge.claims()), "192.0.2.7", true)
                        .roles())
                .containsExactly(Role.AGENT);
    }
}

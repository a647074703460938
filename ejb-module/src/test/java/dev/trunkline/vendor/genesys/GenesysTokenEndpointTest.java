package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.oauth.Grant;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class GenesysTokenEndpointTest {
    private static final GenesysTokenEndpoint ENDPOINT = new GenesysTokenEndpoint(GenesysSettingsTest.settings(Map.of(
            "trunkline.genesys.loginUrl", "http://localhost:1/proxy/",
            "trunkline.genesys.clientId", "gateway",
            "trunkline.genesys.clientSecret", "hush",
            "trunkline.genesys.serviceClientId", "reader",
            "trunkline.genesys.serviceClientSecret", "quiet",
            "trunkline.genesys.organization", "acme",
            "trunkline.genesys.redirectUri", "https://portal.example.net/back")));

    private static HttpRequest asked(String credential) {
        return ENDPOINT.request(Grant.of(new Credential(credential)));
    }

    @Test
    void agentShouldComeByTheClientOfTheAgents() {
        HttpRequest request = asked("standing");
        assertThat(request.uri()).hasToString("http://localhost:1/proxy/oauth/token");
        assertThat(request.headers().firstValue("Authorization")).contains("Basic Z2F0ZXdheTpodXNo");
        assertThat(form(request)).isEqualTo("grant_type=refresh_token&refresh_token=standing");
    }

    @Test
    void organisationShouldComeByItsOwnClient() {
        HttpRequest request = ENDPOINT.request(Grant.of(Grant.ORGANISATION));
        assertThat(request.headers().firstValue("Authorization")).contains("Basic cmVhZGVyOnF1aWV0");
        assertThat(form(request)).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void codeAndAssertionShouldBringWhatThePlatformWantsWithThem() {
        assertThat(form(asked("code:good"))).endsWith("&redirect_uri=https%3A%2F%2Fportal.example.net%2Fback");
        assertThat(form(asked("saml:xml"))).contains("&assertion=xml").endsWith("&orgName=acme");
    }

    @Test
    void nowhereToAskShouldBeSaid() {
        GenesysTokenEndpoint nowhere = new GenesysTokenEndpoint(GenesysSettingsTest.settings(Map.of()));
        VendorException e =
                catchThrowableOfType(VendorException.class, () -> nowhere.request(Grant.of(new Credential("r"))));
        assertThat(e.code()).isEqualTo(Code.CHANNEL_NOT_CONFIGURED);
    }

    @Test
    void refusalShouldBeReadEvenIfItIsNoJson() {
        assertThat(ENDPOINT.refused(400, "{\"error\":\"invalid_grant\"}").code())
                .isEqualTo(Code.AUTH_EXPIRED);
        assertThat(ENDPOINT.refused(503, "<html>").code()).isEqualTo(Code.PLATFORM_UNAVAILABLE);
    }

    private static String form(HttpRequest request) {
        CompletableFuture<String> whole = new CompletableFuture<>();
        StringBuilder text = new StringBuilder();
        request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer part) {
                text.append(StandardCharsets.UTF_8.decode(part));
            }

            @Override
            public void onError(Throwable failure) {
                whole.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {
                whole.complete(text.toString());
            }
        });
        return whole.join();
    }
}

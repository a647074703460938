package dev.trunkline.port.oauth;

import dev.trunkline.model.Credential;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A token request (RFC 6749): a form, and one of the two ways in which a client says who it is. */
public final class TokenRequest {
    /** The client is named in a header (RFC 6749, 2.3.1, the usual way). */
    public static HttpRequest basic(URI url, Map<String, String> form, String clientId, Credential clientSecret) {
        String pair = clientId + ":" + clientSecret.reveal();
        return request(url, form)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** The client is named in the form (the other one). */
    public static HttpRequest inForm(URI url, Map<String, String> form, String clientId, Credential clientSecret) {
        Map<String, String> whole = new LinkedHashMap<>(form);
        whole.put("client_id", clientId);
        whole.put("client_secret", clientSecret.reveal());
        return request(url, whole).build();
    }

    private static HttpRequest.Builder request(URI url, Map<String, String> form) {
        return HttpRequest.newBuilder(url)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encoded(form)));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private TokenRequest() {}
}

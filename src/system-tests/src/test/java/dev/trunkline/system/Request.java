package dev.trunkline.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A request of nobody in particular: what it carries is said by the test. */
record Request(String method, String address, List<String> headers, String body) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    static Request of(String method, String address) {
        return new Request(method, address, List.of(), "");
    }

    Request header(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Request(method, address, more, body);
    }

    Request json(String text) {
        return new Request(method, address, headers, text).header("Content-Type", "application/json");
    }

    HttpResponse<String> send() {
        return send(BodyHandlers.ofString());
    }

    /** Only the head: a stream of events has no end. */
    HttpResponse<String> sendForHead() {
        return send(info ->
                HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofInputStream(), Request::firstLine));
    }

    private static String firstLine(InputStream body) {
        try (body) {
            return new String(body.readNBytes(1), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private <T> HttpResponse<T> send(HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

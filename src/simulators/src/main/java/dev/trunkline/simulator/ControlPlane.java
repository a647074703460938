package dev.trunkline.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The way in for whoever runs a test or a demo: JSON over plain HTTP. What it can do is in {@link ControlRoutes}. */
final class ControlPlane extends Handler.Abstract {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final ControlRoutes routes;

    ControlPlane(ControlRoutes routes) {
        this.routes = routes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        try {
            Object answer = routes.answer(request.getMethod(), Request.getPathInContext(request), new JsonBody(body));
            int status = request.getMethod().equals("POST") ? 202 : 200;
            write(response, callback, status, answer);
        } catch (RefusedException e) {
            write(response, callback, e.status(), Map.of("status", e.status(), "detail", e.getMessage()));
        }
        return true;
    }

    private static void write(Response response, Callback callback, int status, Object answer) throws IOException {
        response.setStatus(status);
        String type = status >= 400 ? "application/problem+json" : "application/json";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        Content.Sink.write(response, true, JSON.writeValueAsString(Json.plain(answer)) + "\n", callback);
    }

    /** The text that came with a request, to be read as what the route wants. */
    record JsonBody(String text) {
        <T> T as(Class<T> type) {
            try {
                T value = JSON.readValue(text.isBlank() ? "{}" : text, type);
                if (value == null) {
                    throw new RefusedException(400, "The body must be a JSON object.");
                }
                return value;
            } catch (JsonProcessingException e) {
                if (e.getCause() instanceof RefusedException refused) {
                    throw refused;
                }
                throw new RefusedException(400, "The body does not fit: " + e.getOriginalMessage());
            }
        }
    }
}

package dev.trunkline.api;

import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem body with the headers that belong to it, for JAX-RS and for what answers before JAX-RS does. */
public final class ProblemAnswer {
    private static final String CHALLENGE = "Bearer";
    /** RFC 6750: for a token that was sent and is not good. */
    private static final String BAD_TOKEN = "Bearer error=\"invalid_token\"";

    private ProblemAnswer() {}

    static Response of(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.json());
        headers(problem, CHALLENGE).forEach(answer::header);
        return answer.build();
    }

    /** Answers a request that never comes to JAX-RS. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        String challenge = request.getHeader(HttpHeaders.AUTHORIZATION) == null ? CHALLENGE : BAD_TOKEN;
        write(response, Problem.of(refusal, request.getRequestURI()), challenge);
    }

    static void write(HttpServletResponse response, Problem problem) throws IOException {
        write(response, problem, CHALLENGE);
    }

    private static void write(HttpServletResponse response, Problem problem, String challenge) throws IOException {
        byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        headers(problem, challenge).forEach((name, value) -> response.setHeader(name, value.toString()));
        response.getOutputStream().write(body);
    }

    private static Map<String, Object> headers(Problem problem, String challenge) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        if (problem.status() == Code.AUTH_REQUIRED.status()) {
            headers.put(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        if (problem.retryAfterMs() != null) {
            headers.put(HttpHeaders.RETRY_AFTER, (problem.retryAfterMs() + 999) / 1000);
        }
        return headers;
    }
}

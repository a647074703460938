package dev.trunkline.api;

import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Refuses an address that is none (RFC 3986), for example with half an escape. Jersey answers it with an empty 200, Tyrus with a
 * WebSocket that nobody serves.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class AddressFilter extends HttpFilter {
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (readable(request)) {
            chain.doFilter(request, response);
        } else {
            ProblemAnswer.write(request, response, Refusal.of(Code.INVALID_REQUEST, "the address is not well formed"));
        }
    }

    private static boolean readable(HttpServletRequest request) {
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        try {
            return new URI(address).getPath() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}

package dev.trunkline.push;

import dev.trunkline.api.ProblemAnswer;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.OptionalLong;

/** Stands before the WebSocket: from within a handshake only a bare 403 could be answered. */
@WebFilter(urlPatterns = "/events/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {
    @Inject
    Gate gate;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Opening opening;
        try {
            checkHandshake(request);
            opening = gate.open(request, OptionalLong.empty());
        } catch (RefusedException refused) {
            ProblemAnswer.write(request, response, refused.refusal());
            return;
        }
        chain.doFilter(new Opened(request, opening), response);
    }

    /** What Tyrus would refuse too, but not in our form. */
    private static void checkHandshake(HttpServletRequest request) {
        if (!request.getServletPath().equals("/events")) {
            throw new RefusedException(Code.NOT_FOUND, "there is nothing below /events");
        }
        if (!request.getMethod().equals("GET")
                || !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                || !"13".equals(request.getHeader("Sec-WebSocket-Version"))
                || request.getHeader("Sec-WebSocket-Key") == null) {
            throw new RefusedException(Code.INVALID_REQUEST, "this address speaks WebSocket, version 13");
        }
    }

    private static final class Opened extends HttpServletRequestWrapper {
        private final Opening opening;

        Opened(HttpServletRequest request, Opening opening) {
            super(request);
            this.opening = opening;
        }

        @Override
        public Principal getUserPrincipal() {
            return opening;
        }
    }
}

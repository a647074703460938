package dev.trunkline.push;

import dev.trunkline.api.ProblemAnswer;
import dev.trunkline.model.RefusedException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.security.Principal;
import java.util.OptionalLong;

/** Stands before the WebSocket: from within a handshake only a bare 403 could be answered. */
@WebFilter(urlPatterns = "/events/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {
    @Inject
    Gate gate;

    @Inject
    Subscribers subscribers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Opening opening;
        try {
            HandshakeRules.check(request);
            opening = gate.open(request, OptionalLong.empty());
        } catch (RefusedException refused) {
            response.setHeader(HandshakeRules.VERSION_HEADER, HandshakeRules.VERSION);
            ProblemAnswer.write(request, response, refused.refusal());
            return;
        }
        chain.doFilter(new Opened(request, opening, subscribers.pace()), response);
    }

    private static final class Opened extends HttpServletRequestWrapper {
        private final Opening opening;
        private final PacedInput.Clock clock;

        Opened(HttpServletRequest request, Opening opening, PacedInput.Clock clock) {
            super(request);
            this.opening = opening;
            this.clock = clock;
        }

        @Override
        public Principal getUserPrincipal() {
            return opening;
        }

        /** What comes over the socket goes through our hands first. */
        @Override
        public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler) throws IOException, ServletException {
            return super.upgrade(FrameGuard.class).before(handler, clock);
        }
    }
}

package dev.trunkline.api;

import dev.trunkline.identity.Caller;
import dev.trunkline.identity.Identity;
import dev.trunkline.identity.Tickets;
import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Who is calling, for REST and WebSocket alike: a bearer token in the header, or on the socket a one-time ticket in the query. What
 * is not below {@code /api} or {@code /events} is a page that anybody may read, and so is the place where tokens are fetched.
 */
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {
    private static final String EVENTS = "/events";
    private static final String API = "/api/";
    private static final String TOKENS = "/api/v1/tokens";
    private static final String SCHEME = "Bearer ";
    private static final String TICKET = "ticket=";

    @Inject
    Identity identity;

    @Inject
    Tickets tickets;

    @Inject
    WebSettings settings;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (open(request)) {
            return context.doNothing();
        }
        try {
            SignedIn signedIn = new SignedIn(caller(request));
            return context.notifyContainerAboutLogin(signedIn, signedIn.groups());
        } catch (RefusedException refused) {
            refuse(request, response, refused.refusal());
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    private static boolean open(HttpServletRequest request) {
        String path = path(request);
        boolean guarded = path.equals(EVENTS) || path.startsWith(EVENTS + "/") || path.startsWith(API);
        // A browser asks OPTIONS before it may send the token; no method of ours is behind it.
        return !guarded || path.equals(TOKENS) || request.getMethod().equals("OPTIONS");
    }

    /** As the container maps it: decoded, without path parameters. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    private Caller caller(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        boolean encrypted = encrypted(request);
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return identity.verify(header.substring(SCHEME.length()).strip(), address, encrypted);
        }
        return ticket(request)
                .map(ticket -> tickets.redeem(ticket)
                        .orElseThrow(() -> new RefusedException(Code.AUTH_REQUIRED, "the ticket is not valid")))
                .map(owner -> new Caller(owner.key(), owner.roles(), owner.expires(), address, encrypted))
                .orElseThrow(() -> new RefusedException(Code.AUTH_REQUIRED, "a bearer token is needed"));
    }

    /** Read from the query itself: getParameter would read a body. */
    private static Optional<String> ticket(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !path(request).equals(EVENTS)) {
            return Optional.empty();
        }
        for (String part : query.split("&")) {
            if (part.startsWith(TICKET)) {
                return Optional.of(part.substring(TICKET.length()));
            }
        }
        return Optional.empty();
    }

    /** Contract F13. */
    private boolean encrypted(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Proto");
        if (settings.trustForwarded() && forwarded != null) {
            return forwarded.equalsIgnoreCase("https");
        }
        return request.isSecure() || loopback(request.getRemoteAddr());
    }

    /** The container gives an address, never a name, so that nothing is looked up here. */
    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unreadable) {
            return false;
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        try {
            ProblemAnswer.write(request, response, refusal);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

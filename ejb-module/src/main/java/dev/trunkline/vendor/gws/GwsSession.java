package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One agent's HTTP session: his cookies, which REST and the event stream share and nobody else sees (sheet 5.2: two agents in one jar wait
 * for each other), and the CSRF token that goes with them (sheet 2.4). Safe for threads.
 */
public final class GwsSession {
    /** The event stream's own: a new connection must not be taken for a second window of the one before (sheet 5.2). */
    private static final String BROWSER = "BAYEUX_BROWSER";

    /** A header, and what goes into it. */
    record Token(String name, String value) {}

    /** Held while the platform is asked; the others, which threads of the event stream use, never wait for that. */
    private final Object signingIn = new Object();

    private CookieManager jar = emptyJar();
    private Optional<Token> token = Optional.empty();
    private int signIns;
    private boolean stands;

    private static CookieManager emptyJar() {
        return new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    }

    Object signingIn() {
        return signingIn;
    }

    /** How often it was signed in: a request that was refused knows by it whether another one has signed in since. */
    synchronized int signIns() {
        return signIns;
    }

    /** Whether the last sign-in succeeded: where it did not, nobody else's request may take it for done. */
    synchronized boolean stands() {
        return stands;
    }

    /** What comes now belongs to a new session. */
    synchronized void begin() {
        jar = emptyJar();
        token = Optional.empty();
        signIns++;
        stands = false;
    }

    synchronized void begun() {
        stands = true;
    }

    synchronized void newBrowser() {
        for (HttpCookie cookie : List.copyOf(jar.getCookieStore().getCookies())) {
            if (cookie.getName().equals(BROWSER)) {
                jar.getCookieStore().remove(null, cookie);
            }
        }
    }

    /**
     * {@code Set-Cookie} of an answer. A late one of a session that has ended must not take the new one's place: who is refused is often
     * given a cookie of a session that is nobody's.
     *
     * @param signIn {@link #signIns} when it was asked
     */
    synchronized void keep(int signIn, URI from, List<String> setCookies) {
        if (signIn != signIns) {
            return;
        }
        try {
            jar.put(from, Map.of("Set-Cookie", setCookies));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        // One with a Max-Age would go back in the form of RFC 2965, quoted, which no load balancer knows (sheet 5.6:
        // verbatim).
        jar.getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
    }

    /** For the header {@code Cookie}, or empty. */
    synchronized String cookies(URI to) {
        try {
            return String.join("; ", jar.get(to, Map.of()).getOrDefault("Cookie", List.of()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An answer may bring new ones at any time. @param signIn as for {@link #keep} */
    synchronized void keepToken(int signIn, Optional<String> name, Optional<String> value) {
        if (signIn == signIns && name.isPresent() && value.isPresent()) {
            token = Optional.of(new Token(name.get(), value.get()));
        }
    }

    synchronized Optional<Token> token() {
        return token;
    }

    /**
     * For the header {@code Authorization}, in the charset of the platform's own client (sheet 2.2). What that cannot say is not asked: it would
     * arrive as another password, and count as a wrong one.
     */
    static String basic(AgentSession agent) {
        writable("username", agent.username());
        writable("password", agent.credential().reveal());
        String pair = agent.username() + ":" + agent.credential().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void writable(String name, String text) {
        if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
            throw GwsErrorMapper.unwritable(name);
        }
    }
}

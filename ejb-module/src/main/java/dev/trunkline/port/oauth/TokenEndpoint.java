package dev.trunkline.port.oauth;

import dev.trunkline.port.VendorException;
import java.net.http.HttpRequest;

/** Where one platform gives tokens: how it wants to be asked, and what its refusals mean. Knows nothing of the agent. */
public interface TokenEndpoint {
    /**
     * Where, by which client and with what: see {@link TokenRequest}. Never asked for an access token.
     *
     * @throws VendorException if this platform does not take such a grant, or the operator has not said where to ask
     */
    HttpRequest request(Grant grant);

    /**
     * An answer that is not one of success: {@code AUTH_EXPIRED} only where it is the agent's own fault, since that ends his sign-in.
     *
     * @param body maybe no JSON
     */
    VendorException refused(int status, String body);

    /** An answer of success in which there is no token. */
    VendorException unreadable(int status, IllegalArgumentException failure);
}

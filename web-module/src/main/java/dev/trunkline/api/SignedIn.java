package dev.trunkline.api;

import dev.trunkline.identity.Caller;
import dev.trunkline.identity.Role;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import jakarta.security.enterprise.CallerPrincipal;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;

/** The principal that the container carries with a request: our caller. */
public final class SignedIn extends CallerPrincipal {
    private final transient Caller caller;

    SignedIn(Caller caller) {
        super(caller.key().agent());
        this.caller = caller;
    }

    /** The groups that the container is told. */
    Set<String> groups() {
        return caller.roles().stream().map(Role::word).collect(Collectors.toSet());
    }

    /** The caller behind a request's principal; refused if there is none, or none whom we have a use for. */
    public static Caller caller(Principal principal) {
        if (!(principal instanceof SignedIn signedIn)) {
            throw new RefusedException(Code.AUTH_REQUIRED, "a bearer token is needed");
        }
        if (signedIn.caller.roles().isEmpty()) {
            throw new RefusedException(Code.FORBIDDEN, "the token has none of the groups agent, supervisor and admin");
        }
        return signedIn.caller;
    }
}

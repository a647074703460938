package dev.trunkline.api;

import dev.trunkline.event.Json;
import dev.trunkline.identity.EmbeddedIdentity;
import dev.trunkline.identity.Identity;
import dev.trunkline.identity.IssuedToken;
import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Tokens of the embedded identity, for a name and a password (HTTP Basic). */
@Path("tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {
    private static final String SCHEME = "Basic ";

    @Inject
    Identity identity;

    /** RFC 6749, 5.1. */
    @JsonbPropertyOrder({"token", "type", "expiresIn"})
    public record Answer(
            @JsonbProperty("access_token") String token,
            @JsonbProperty("token_type") String type,
            @JsonbProperty("expires_in") long expiresIn) {
        @Override
        public String toString() {
            return "an answer with a token";
        }
    }

    @POST
    public Response post(@HeaderParam(HttpHeaders.AUTHORIZATION) String header, @Context UriInfo uri) {
        EmbeddedIdentity embedded = identity.embedded()
                .orElseThrow(() ->
                        new RefusedException(Code.NOT_FOUND, "tokens are issued by your identity provider, not here"));
        return basic(header)
                .flatMap(pair -> embedded.signIn(pair[0], pair[1]))
                .map(TokensResource::answer)
                .orElseGet(() -> refused(uri));
    }

    private static Response answer(IssuedToken token) {
        return Response.ok(Json.text(new Answer(token.text(), "Bearer", token.expiresIn())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Name and password; the password may have colons. */
    private static Optional<String[]> basic(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            return Optional.of(new String(decoded, StandardCharsets.UTF_8).split(":", 2))
                    .filter(pair -> pair.length == 2);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Response refused(UriInfo uri) {
        Refusal refusal = Refusal.of(Code.AUTH_REQUIRED, "the name or the password is wrong");
        Response answer =
                ProblemAnswer.of(Problem.of(refusal, uri.getRequestUri().getPath()));
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"trunkline\", charset=\"UTF-8\"")
                .build();
    }
}

package dev.trunkline.api;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.command.Accepted;
import dev.trunkline.command.Commands;
import dev.trunkline.command.Offers;
import dev.trunkline.command.Queries;
import dev.trunkline.event.Profile;
import dev.trunkline.identity.Caller;
import dev.trunkline.message.MessageReader;
import dev.trunkline.model.Code;
import dev.trunkline.model.Message;
import dev.trunkline.model.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;

/** The way in: one message, taken or refused (contract 1.1, 5.1). */
@Path("messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {
    private static final Logger LOG = Logger.getLogger(MessagesResource.class.getName());

    @Inject
    MessageReader reader;

    @Inject
    Commands commands;

    @Inject
    Offers offers;

    @Inject
    Queries queries;

    @Inject
    WaitingRoom waitingRoom;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(
            InputStream body,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpHeaders headers,
            @Context SecurityContext security,
            @Context UriInfo uri)
            throws IOException {
        Caller caller = SignedIn.caller(security.getUserPrincipal());
        if (headers.getMediaType() == null) {
            // JAX-RS takes a body without a type for anything.
            throw new RefusedException(Code.UNSUPPORTED_MEDIA_TYPE, "there is no Content-Type");
        }
        Message message = reader.read(
                RequestBody.read(body, headers.getLength()),
                dial -> offers.stand(caller, dial, Optional.ofNullable(key)));
        Optional<String> given = header(key, message).or(message::idempotencyKey);
        if (message.verb().query()) {
            return Response.ok(answers(caller, message)).build();
        }
        Accepted accepted = commands.accept(caller, message, given, Optional.empty());
        return answer(patient(caller, accepted, headers), uri);
    }

    /** The messages that a listener would get, as an array. */
    private String answers(Caller caller, Message message) {
        return queries.answer(caller, message, Optional.empty()).stream()
                .flatMap(told -> told.message(message.channel(), Profile.EXACT).stream())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Optional<String> header(String key, Message message) {
        if (key != null && !key.matches("[!-~]{8,128}")) {
            throw new RefusedException(new RefusedException(
                            Code.INVALID_REQUEST, "Idempotency-Key must have 8 to 128 visible ASCII characters")
                    .refusal()
                    .of(message.verb())
                    .on(message.channel())
                    .answering(message.requestId()));
        }
        return Optional.ofNullable(key);
    }

    private Accepted patient(Caller caller, Accepted accepted, HttpHeaders headers) {
        Optional<Duration> wait = Preferences.wait(headers.getRequestHeader("Prefer"));
        return wait.flatMap(longest -> stored(caller, accepted).map(command -> waitingRoom.await(command, longest)))
                .map(command -> new Accepted(
                        accepted.channel(),
                        accepted.verb(),
                        accepted.replayed(),
                        accepted.commandId(),
                        accepted.requestId(),
                        command.callRef(),
                        command.callId(),
                        accepted.warnings()))
                .orElse(accepted);
    }

    /** What was accepted is answered as accepted, also if it cannot be read just now. */
    private Optional<CommandRecord> stored(Caller caller, Accepted accepted) {
        try {
            return commands.find(caller, accepted.commandId());
        } catch (JdbiException away) {
            LOG.log(Level.FINE, "Nobody knows how " + accepted.commandId() + " stands", away);
            return Optional.empty();
        }
    }

    private static Response answer(Accepted accepted, UriInfo uri) {
        return Response.accepted(Ack.of(accepted))
                .location(uri.getBaseUriBuilder()
                        .path("commands")
                        .path(accepted.commandId())
                        .build())
                .build();
    }
}

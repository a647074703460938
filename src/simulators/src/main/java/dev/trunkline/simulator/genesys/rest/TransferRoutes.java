package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Conversations;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.web.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Calls given to others, at once or after a consult, in today's form and the older ones (sheet 4). */
final class TransferRoutes {
    private static final String SCOPE = "conversations";
    private static final String ANY = "conversations/{conversation}/participants/{participant}";
    private static final String CALL = "conversations/calls/{conversation}/participants/{participant}";
    private static final Set<String> TYPES = Set.of("Attended", "Unattended");

    private final Conversations conversations;
    private final Staff staff;
    private final Permissions permissions;

    TransferRoutes(Conversations conversations, Staff staff, Permissions permissions) {
        this.conversations = conversations;
        this.staff = staff;
        this.permissions = permissions;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST " + ANY + "/transfer", SCOPE, asked -> transfer(asked, anywhere(asked.body()))),
                Route.of("POST " + ANY + "/replace", SCOPE, asked -> transfer(asked, anywhere(asked.body()))),
                Route.of("POST " + CALL + "/replace", SCOPE, asked -> transfer(asked, anywhere(asked.body()))),
                Route.of("POST " + ANY + "/replace/agent", SCOPE, asked -> transfer(asked, colleague(asked.body()))),
                Route.of("POST " + ANY + "/replace/queue", SCOPE, asked -> transfer(asked, queue(asked.body()))),
                Route.of("POST " + ANY + "/replace/external", SCOPE, asked -> transfer(asked, address(asked.body()))),
                Route.ofUser("POST " + CALL + "/voice/consult", SCOPE, asked -> consult(asked, address(asked.body()))),
                Route.ofUser("POST " + CALL + "/consult/agent", SCOPE, asked -> consult(asked, byId(asked.body()))),
                Route.ofUser("POST " + CALL + "/consult/queue", SCOPE, asked -> consult(asked, queue(asked.body()))),
                Route.ofUser(
                        "POST " + CALL + "/consult/external", SCOPE, asked -> consult(asked, address(asked.body()))),
                Route.ofUser("POST " + CALL + "/consult", SCOPE, asked -> consult(asked, inDestination(asked.body()))),
                Route.ofUser("PATCH " + CALL + "/consult", SCOPE, this::speak),
                Route.ofUser("DELETE " + CALL + "/consult", SCOPE, this::cancel));
    }

    /** Exactly one of the ways to name somebody. */
    private String anywhere(Body body) {
        return oneOf(body, "address", "queueId", "userId", "userName");
    }

    private String inDestination(Body body) {
        return oneOf(body.object("destination").orElseThrow(TransferRoutes::nowhere), "address", "queueId", "userId");
    }

    private String oneOf(Body body, String... ways) {
        List<String> given =
                Stream.of(ways).filter(way -> body.text(way).isPresent()).toList();
        if (given.size() > 1) {
            throw ApiErrorException.badRequest("Only one of these may be given: " + given);
        }
        return switch (given.isEmpty() ? "" : given.get(0)) {
            case "" -> throw nowhere();
            case "address" -> address(body);
            case "queueId" -> queue(body);
            default -> colleague(body);
        };
    }

    private static ApiErrorException nowhere() {
        return new ApiErrorException(400, "dest.address.not.specified", "The destination is not specified.");
    }

    private static String destination(Body body, String member) {
        return body.text(member).filter(text -> !text.isBlank()).orElseThrow(TransferRoutes::nowhere);
    }

    private static String address(Body body) {
        return destination(body, "address");
    }

    private static String queue(Body body) {
        return "queue:" + destination(body, "queueId");
    }

    /** By id or by name; his phone is meant. */
    private String colleague(Body body) {
        return body.text("userName").isPresent() && body.text("userId").isEmpty()
                ? phoneOf(staff.byLogin(destination(body, "userName")), body)
                : byId(body);
    }

    /** A consult knows no names. */
    private String byId(Body body) {
        return phoneOf(staff.find(destination(body, "userId")), body);
    }

    private static String phoneOf(Optional<User> user, Body body) {
        return user.orElseThrow(() -> ApiErrorException.notFound("The user of " + body.json()))
                .ownStation()
                .extension();
    }

    /** Whose leg it is if the token has no user. */
    private Answer transfer(Asked asked, String to) {
        permissions.need("conversation:communication:blindTransfer");
        String type = asked.body().textOr("transferType", "Unattended");
        if (!TYPES.contains(type)) {
            throw ApiErrorException.invalidValue("transferType", type);
        }
        String id = asked.path("conversation");
        User user = asked.token().user().orElseGet(() -> conversations.userOf(id, asked.path("participant")));
        conversations.transfer(user, id, asked.path("participant"), to);
        return Answers.accepted();
    }

    private Answer consult(Asked asked, String to) {
        permissions.need("conversation:communication:consultTransfer");
        String destination = conversations.consult(
                asked.user(),
                asked.path("conversation"),
                asked.path("participant"),
                asked.body().required("speakTo"),
                to);
        return Answers.ok(Map.of("destinationParticipantId", destination));
    }

    private Answer speak(Asked asked) {
        conversations.speak(
                asked.user(),
                asked.path("conversation"),
                asked.path("participant"),
                asked.body().required("speakTo"));
        return Answers.ok(Map.of());
    }

    private Answer cancel(Asked asked) {
        conversations.cancelConsult(asked.user(), asked.path("conversation"), asked.path("participant"));
        return Answer.empty(200);
    }
}

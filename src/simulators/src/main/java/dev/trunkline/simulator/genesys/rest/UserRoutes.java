package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Desk;
import dev.trunkline.simulator.genesys.centre.PresenceDefinition;
import dev.trunkline.simulator.genesys.centre.PresenceDefinition.SystemPresence;
import dev.trunkline.simulator.genesys.centre.Profiles;
import dev.trunkline.simulator.genesys.centre.RoutingStatus;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.web.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Who the users are, their presence and their routing status (sheet 2.2, 2.4). */
final class UserRoutes {
    private final Staff staff;
    private final Desk desk;
    private final Permissions permissions;

    UserRoutes(Staff staff, Desk desk, Permissions permissions) {
        this.staff = staff;
        this.desk = desk;
        this.permissions = permissions;
    }

    List<Route> all() {
        return List.of(
                Route.ofUser("GET users/me", "", asked -> me(asked)),
                Route.of("GET users/{user}", "users:readonly", asked -> profile(asked, named(asked))),
                Route.of("GET users", "users:readonly", this::list),
                Route.of("GET users/{user}/presences/{source}", "presence:readonly", this::presence),
                Route.of("PATCH users/{user}/presences/{source}", "presence", this::present),
                Route.of("GET users/{user}/routingstatus", "users:readonly", this::routing),
                Route.of("PUT users/{user}/routingstatus", "users", this::route),
                Route.of("GET presence/definitions", "presence:readonly", this::definitions),
                Route.of("GET presencedefinitions", "presence:readonly", this::definitions),
                Route.of("GET systempresences", "presence:readonly", this::systemPresences));
    }

    private static Answer me(Asked asked) {
        return profile(asked, asked.user());
    }

    private static Answer profile(Asked asked, User user) {
        return Answers.ok(Profiles.user(user, asked.expand()));
    }

    private User named(Asked asked) {
        return staff.find(asked.path("user"))
                .orElseThrow(() -> ApiErrorException.notFound("User " + asked.path("user")));
    }

    private Answer list(Asked asked) {
        List<String> expand = asked.expand();
        return Answers.entities(
                staff.all().stream().map(user -> Profiles.user(user, expand)).toList());
    }

    /** {@code purecloud}, or {@code PURECLOUD} in the older form. */
    private User present(Asked asked, String source) {
        if (!source.equalsIgnoreCase("purecloud")) {
            throw ApiErrorException.notFound("Presence source " + source);
        }
        return named(asked);
    }

    private Answer presence(Asked asked) {
        User user = present(asked, asked.path("source"));
        return Answers.ok(Profiles.presence(user, user.presence().system().word()));
    }

    private Answer present(Asked asked) {
        User user = present(asked, asked.path("source"));
        Body body = asked.body();
        if (asked.user() != user) {
            throw new ApiErrorException(
                    403,
                    "presence.not.authorized.update.other.user.presence",
                    "Not authorized to update the presence of another user.");
        }
        String id = body.object("presenceDefinition")
                .map(definition -> definition.required("id"))
                .orElseThrow(() -> ApiErrorException.badRequest("presenceDefinition is required."));
        PresenceDefinition definition = PresenceDefinition.ALL.stream()
                .filter(one -> one.id().equals(id))
                .filter(Desk::selectable)
                .findFirst()
                .orElseThrow(() -> ApiErrorException.invalidValue("presenceDefinition.id", id));
        boolean queue = definition.system() == SystemPresence.ON_QUEUE;
        if (queue && !permissions.has("routing:queue:join")) {
            throw new ApiErrorException(
                    403, "presence.not.authorized.update.on.queue", "Not authorized to go on queue.");
        }
        desk.present(user, definition);
        return Answers.ok(Profiles.presence(user, definition.system().word()));
    }

    private Answer routing(Asked asked) {
        return Answers.ok(Profiles.routing(named(asked)));
    }

    private Answer route(Asked asked) {
        User user = named(asked);
        String wanted = asked.body().required("status");
        RoutingStatus status = Arrays.stream(RoutingStatus.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ApiErrorException.invalidValue("status", wanted));
        desk.route(user, status);
        return Answers.ok(Profiles.routing(user));
    }

    private Answer definitions(Asked asked) {
        return Answers.entities(
                PresenceDefinition.ALL.stream().map(Profiles::definition).toList());
    }

    private Answer systemPresences(Asked asked) {
        return Answers.ok(Arrays.stream(SystemPresence.values())
                .map(presence -> Map.of("name", presence.word(), "id", presence.name()))
                .toList());
    }
}

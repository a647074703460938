package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Catalogue;
import dev.trunkline.simulator.genesys.centre.Conversations;
import dev.trunkline.simulator.genesys.centre.Conversations.Wrapped;
import dev.trunkline.simulator.genesys.centre.PartyChange;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.web.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done with one participant: his leg, his data, his wrap-up (sheet 4). */
final class PartyRoutes {
    private static final String SCOPE = "conversations";
    private static final String PARTY = "conversations/calls/{conversation}/participants/{participant}";
    private static final String ANY = "conversations/{conversation}/participants/{participant}";
    private static final String CALLBACK = "conversations/callbacks/{conversation}/participants/{participant}";
    private static final String LEG = "/communications/{communication}";

    private final Conversations conversations;
    private final Staff staff;
    private final ApiSettings settings;
    private final Permissions permissions;

    PartyRoutes(Conversations conversations, Staff staff, ApiSettings settings) {
        this.conversations = conversations;
        this.staff = staff;
        this.settings = settings;
        permissions = new Permissions(settings);
    }

    List<Route> all() {
        return List.of(
                Route.ofUser("PATCH " + PARTY, SCOPE, asked -> change(asked, asked.user())),
                Route.of(
                        "PATCH " + PARTY + "/user/{user}",
                        SCOPE,
                        asked -> change(asked, CallRoutes.onBehalf(asked, staff, settings))),
                Route.of("PATCH " + ANY, SCOPE, asked -> change(asked, userOrOwner(asked))),
                Route.ofUser("PATCH " + PARTY + LEG, SCOPE, this::disconnect),
                Route.of("PATCH " + PARTY + "/attributes", SCOPE, this::attributes),
                Route.ofUser("PUT " + PARTY + LEG + "/uuidata", SCOPE, this::uuiData),
                Route.of("POST " + ANY + "/digits", SCOPE, this::digits),
                Route.of("GET " + PARTY + "/wrapupcodes", "conversations:readonly", this::codes),
                Route.of("GET " + CALLBACK + "/wrapupcodes", "conversations:readonly", this::codes),
                Route.of("POST " + PARTY + LEG + "/wrapup", SCOPE, this::wrapUp),
                Route.of("POST " + CALLBACK + LEG + "/wrapup", SCOPE, this::wrapUp),
                Route.ofUser("PATCH " + CALLBACK, SCOPE, this::changeOffer),
                Route.ofUser(
                        "PATCH conversations/aftercallwork/{conversation}/participants/{participant}" + LEG,
                        SCOPE,
                        this::requestWork));
    }

    private Answer change(Asked asked, User user) {
        PartyChange change = change(asked.body());
        if (change.recording().isPresent()) {
            permissions.need("conversation:call:record");
        }
        conversations.change(
                user,
                asked.path("conversation"),
                asked.path("participant"),
                change,
                permissions.has(Permissions.DISCONNECT_OTHERS));
        return Answers.accepted();
    }

    /** Whose leg it is if the token has no user. */
    private User userOrOwner(Asked asked) {
        return asked.token()
                .user()
                .orElseGet(() -> conversations.userOf(asked.path("conversation"), asked.path("participant")));
    }

    private static PartyChange change(Body body) {
        Optional<Body> wrapup = body.object("wrapup");
        if (wrapup.isPresent() && wrapup.get().textOr("code", "").isEmpty()) {
            throw ApiErrorException.conversation("wrapup.code.required", "A wrap-up code is required.");
        }
        return new PartyChange(
                body.text("state"),
                body.flag("held"),
                body.flag("muted"),
                body.flag("confined"),
                body.flag("recording"),
                wrapup.flatMap(word -> word.text("code")),
                wrapup.map(word -> word.textOr("notes", "")).orElse(""),
                body.flag("wrapupSkipped").orElse(false));
    }

    private Answer changeOffer(Asked asked) {
        conversations.changeOffer(
                asked.user(), asked.path("conversation"), asked.path("participant"), change(asked.body()));
        return Answers.accepted();
    }

    private Answer disconnect(Asked asked) {
        String state = asked.body().textOr("state", "");
        if (!state.equals("disconnected")) {
            throw new ApiErrorException(
                    400, "communication.state.required", "The only state that can be asked for is disconnected.");
        }
        permissions.need(Permissions.DISCONNECT_OTHERS);
        conversations.disconnectLeg(asked.path("conversation"), asked.path("participant"), asked.path("communication"));
        return Answers.ok(Map.of());
    }

    private Answer attributes(Asked asked) {
        Map<String, String> attributes = asked.body().map("attributes");
        conversations.attributes(asked.path("conversation"), asked.path("participant"), attributes);
        return Answers.json(202, Map.of("attributes", attributes));
    }

    private Answer uuiData(Asked asked) {
        String data = asked.body().required("uuiData");
        conversations.uuiData(asked.path("conversation"), asked.path("participant"), asked.path("communication"), data);
        return Answers.ok(Map.of());
    }

    private Answer digits(Asked asked) {
        conversations.digits(
                asked.user(),
                asked.path("conversation"),
                asked.path("participant"),
                asked.body().required("digits"));
        return Answers.accepted();
    }

    private Answer codes(Asked asked) {
        conversations.checkParticipant(asked.path("conversation"), asked.path("participant"));
        return Answers.ok(
                Catalogue.WRAPUP_CODES.stream().map(StationRoutes::entry).toList());
    }

    private Answer wrapUp(Asked asked) {
        permissions.need("conversation:participant:wrapup");
        Body body = asked.body();
        Wrapped word = new Wrapped(
                body.textOr("code", ""),
                body.textOr("notes", ""),
                body.flag("provisional").orElse(false));
        conversations.wrapUp(asked.path("conversation"), asked.path("participant"), asked.path("communication"), word);
        return Answers.accepted();
    }

    private Answer requestWork(Asked asked) {
        boolean required = asked.body()
                .flag("afterCallWorkRequired")
                .orElseThrow(() -> ApiErrorException.badRequest("afterCallWorkRequired is required."));
        conversations.requestWork(
                asked.path("conversation"), asked.path("participant"), asked.path("communication"), required);
        return Answers.ok(Map.of());
    }
}

package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Told;
import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Conversations;
import dev.trunkline.simulator.genesys.centre.Conversations.Placed;
import dev.trunkline.simulator.genesys.centre.DialRequest;
import dev.trunkline.simulator.genesys.centre.Rules;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.Timing;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.web.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Conversations as a whole: placing, reading, ending, joining (sheet 3, 4). */
final class CallRoutes {
    private static final String SCOPE = "conversations";
    private static final String READING = "conversations:readonly";
    private static final Duration EVENT_FIRST = Duration.ofMillis(30);

    private final Conversations conversations;
    private final Staff staff;
    private final Permissions permissions;
    private final ApiSettings settings;
    private final Rules rules;
    private final Timing timing;
    private final Told told;

    CallRoutes(Conversations conversations, Staff staff, ApiSettings settings, Rules rules, Timing timing, Told told) {
        this.conversations = conversations;
        this.staff = staff;
        this.settings = settings;
        this.rules = rules;
        this.timing = timing;
        this.told = told;
        permissions = new Permissions(settings);
    }

    List<Route> all() {
        return List.of(
                Route.ofUser("POST conversations/calls", SCOPE, asked -> dial(asked, asked.user())),
                Route.of("POST conversations/calls/user/{user}", SCOPE, asked -> dial(asked, onBehalf(asked))),
                Route.ofUser("GET conversations/calls", READING, asked -> flatOf(asked, false)),
                Route.ofUser("GET conversations/callbacks", READING, asked -> flatOf(asked, true)),
                Route.of("GET conversations/calls/maximumconferenceparties", READING, asked -> mostParties()),
                Route.of("GET conversations/calls/{conversation}", READING, this::flat),
                Route.ofUser("GET conversations", READING, this::nestedOf),
                Route.of("GET conversations/{conversation}", READING, this::nested),
                Route.ofUser("POST conversations/calls/{conversation}", SCOPE, this::callCustomer),
                Route.ofUser("PATCH conversations/calls/{conversation}", SCOPE, this::disconnect),
                Route.of("POST conversations/{conversation}/disconnect", SCOPE, this::tearDown),
                Route.ofUser("PATCH conversations/calls/{conversation}/conference", SCOPE, this::merge));
    }

    private User onBehalf(Asked asked) {
        return onBehalf(asked, staff, settings);
    }

    /** Whether client credentials may is unconfirmed (sheet 2.3). */
    static User onBehalf(Asked asked, Staff staff, ApiSettings settings) {
        if (asked.token().user().isEmpty() && !settings.onBehalf()) {
            throw Gate.notAUser();
        }
        return staff.find(asked.path("user"))
                .orElseThrow(() -> ApiErrorException.notFound("User " + asked.path("user")));
    }

    private Answer dial(Asked asked, User user) {
        permissions.needAny("conversation:conference:add", "conversation:call:add");
        Body body = asked.body();
        DialRequest request = new DialRequest(
                body.textOr("phoneNumber", "").strip(),
                body.textOr("callUserId", ""),
                body.textOr("callQueueId", ""),
                body.textOr("callFromQueueId", ""),
                body.textOr("callerId", ""),
                body.map("attributes"),
                body.textOr("uuiData", ""));
        if (!body.texts("conversationIds").isEmpty()
                || !body.texts("participants").isEmpty()) {
            throw ApiErrorException.conversation("cannot.create.conference", "A conference cannot be created so.");
        }
        return unlessRefused(request.number(), () -> placed(conversations.dial(user, request)));
    }

    private Answer placed(Placed placed) {
        Answer answer = Answers.json(
                rules.dialStatus(), Map.of("id", placed.id(), "selfUri", "/api/v2/conversations/calls/" + placed.id()));
        return placed.early() ? answer.after(EVENT_FIRST) : answer;
    }

    /** How a request to call somebody is answered depends on the number, too. */
    private Answer unlessRefused(String number, Supplier<Answer> deed) {
        FarEnd end = conversations.farEnd(number);
        if (end == FarEnd.SERVER_ERROR) {
            throw Answers.ofStatus(500, "");
        }
        if (end == FarEnd.RATE_LIMITED) {
            return Answers.error(Answers.ofStatus(429, "")).with("Retry-After", "2");
        }
        Answer answer = deed.get();
        return switch (end) {
            case SLOW_DIAL_ANSWER -> answer.after(timing.slowAnswer());
            case LOST_DIAL_ANSWER -> answer.lose();
            default -> answer;
        };
    }

    private Answer callCustomer(Asked asked) {
        String number = asked.body().required("callNumber");
        String id = asked.path("conversation");
        return unlessRefused(number, () -> {
            conversations.callCustomer(asked.user(), id, number);
            return Answers.ok(conversations.nested(id));
        });
    }

    private Answer flatOf(Asked asked, boolean callbacks) {
        return Answers.entities(conversations.flatOf(asked.user(), callbacks));
    }

    private Answer flat(Asked asked) {
        return Answers.ok(conversations.flat(asked.path("conversation")));
    }

    private Answer nestedOf(Asked asked) {
        return Answers.entities(conversations.nestedOf(asked.user()));
    }

    /** Only here a call's causes stand, so it counts as told. */
    private Answer nested(Asked asked) {
        Answer answer = Answers.ok(conversations.nested(asked.path("conversation")));
        told.add(asked.token().agent(), answer.body());
        return answer;
    }

    private Answer mostParties() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("maxParticipants", settings.maximumConferenceParties());
        return Answers.ok(body);
    }

    private Answer disconnect(Asked asked) {
        permissions.need(Permissions.DISCONNECT_OTHERS);
        String state = asked.body().required("state");
        if (!state.equals("disconnected")) {
            throw ApiErrorException.invalidValue("state", state);
        }
        conversations.disconnectAll(asked.path("conversation"));
        return Answers.ok(conversations.flat(asked.path("conversation")));
    }

    private Answer tearDown(Asked asked) {
        conversations.tearDown(asked.path("conversation"));
        return Answers.json(202, "Accepted");
    }

    private Answer merge(Asked asked) {
        conversations.merge(
                asked.user(), asked.path("conversation"), asked.body().texts("conversationIds"));
        return Answers.accepted();
    }
}

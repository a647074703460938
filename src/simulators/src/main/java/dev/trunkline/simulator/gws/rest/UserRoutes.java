package dev.trunkline.simulator.gws.rest;

import dev.trunkline.simulator.gws.centre.Agent;
import dev.trunkline.simulator.gws.centre.Centre;
import dev.trunkline.simulator.gws.centre.Desk;
import dev.trunkline.simulator.gws.centre.Ids;
import dev.trunkline.simulator.gws.centre.StatusException;
import dev.trunkline.simulator.gws.centre.UserState;
import dev.trunkline.simulator.gws.login.Sessions;
import dev.trunkline.simulator.web.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who the agent is, and his work's beginning and end (sheet 2.3, 2.5, 2.6). On the lane. */
final class UserRoutes {
    private static final String VOICE = "voice";

    private final Centre centre;
    private final Sessions sessions;

    UserRoutes(Centre centre, Sessions sessions) {
        this.centre = centre;
        this.sessions = sessions;
    }

    List<Route> all() {
        return List.of(
                Route.of("GET me", asked -> Answers.with("user", user(asked.agent(), asked.subresources()))),
                Route.ofVoice("POST me", this::operate),
                Route.of("GET me/channels", asked -> Answers.with("channels", List.of())),
                Route.ofVoice("POST me/channels/{channel}", this::choose));
    }

    private Map<String, Object> user(Agent agent, List<String> wanted) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", agent.id());
        user.put("userName", agent.name());
        user.put("firstName", agent.person().firstName());
        user.put("lastName", agent.person().lastName());
        user.put("emailAddress", "");
        user.put("roles", List.of("ROLE_AGENT"));
        user.put("enabled", true);
        user.put("changePasswordOnFirstLogin", false);
        boolean all = wanted.contains("*");
        if (all || wanted.contains("devices")) {
            user.put("devices", List.of(centre.desk().device(agent)));
        }
        if (all || wanted.contains("channels")) {
            user.put("channels", List.of());
            user.put("channelStates", List.of());
        }
        if (all || wanted.contains("calls")) {
            user.put("calls", centre.voice().callsOf(agent));
        }
        if (all || wanted.contains("features")) {
            user.put("features", centre.voice().rules().voiceFeature() ? List.of(feature()) : List.of());
        }
        if (all || wanted.contains("skills")) {
            user.put("skills", List.of());
        }
        if (all || wanted.contains("settings")) {
            user.put("settings", List.of());
        }
        user.put("contactCenterId", Ids.of("contact center", "main"));
        user.put("uri", centre.voice().resources().uri("/users/" + agent.id()));
        user.put("path", "/users/" + agent.id());
        return user;
    }

    private Map<String, Object> feature() {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("id", "api-voice");
        feature.put("displayName", "Voice API");
        feature.put("description", "API for voice operations");
        feature.put("autoAssignOnContactCenterCreate", true);
        feature.put("uri", centre.voice().resources().uri("/features/api-voice"));
        feature.put("path", "/features/api-voice");
        return feature;
    }

    private Answer operate(Asked asked) {
        String operation = asked.body().operationName();
        return switch (operation) {
            case "StartContactCenterSession" -> start(asked);
            case "EndContactCenterSession" -> end(asked);
            default -> state(asked, operation);
        };
    }

    /** What goes on one channel and not on another is told of each (sheet 2.5). */
    private Answer start(Asked asked) {
        Body body = asked.body();
        List<String> channels = body.texts("channels");
        if (channels.isEmpty()) {
            throw StatusException.missing("channels");
        }
        boolean others = channels.stream().anyMatch(channel -> !channel.equals(VOICE));
        if (!channels.contains(VOICE)) {
            return Answers.done();
        }
        try {
            centre.desk().start(asked.agent(), new Desk.Start(channels, body.text("place"), body.text("devicePath")));
            return Answers.done();
        } catch (StatusException refusal) {
            if (!others) {
                throw refusal;
            }
            return partly(refusal);
        }
    }

    private static Answer partly(StatusException refusal) {
        Map<String, Object> failed = new LinkedHashMap<>();
        failed.put("statusCode", refusal.code());
        failed.put("statusMessage", refusal.getMessage());
        failed.put("channel", VOICE);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("statusCode", 7);
        body.put("failed", List.of(failed));
        body.put("succeeded", List.of(Map.of("statusCode", 0, "channel", "multimedia")));
        return Answers.json(200, body);
    }

    /** The HTTP session ends with it. */
    private Answer end(Asked asked) {
        centre.desk().end(asked.agent());
        sessions.end(asked.session());
        return Answers.done();
    }

    private Answer choose(Asked asked) {
        if (!asked.path("channel").equals(VOICE)) {
            throw StatusException.notFound("The channel '" + asked.path("channel") + "'");
        }
        return state(asked, asked.body().operationName());
    }

    private Answer state(Asked asked, String operation) {
        if (!UserState.isOperation(operation)) {
            throw StatusException.invalid("There is no operation '" + operation + "'.");
        }
        centre.desk().choose(asked.agent(), operation);
        return Answers.done();
    }
}

package dev.trunkline.simulator.five9.rest;

import dev.trunkline.simulator.five9.centre.Body;
import dev.trunkline.simulator.five9.centre.Centre;
import dev.trunkline.simulator.five9.centre.Dial;
import dev.trunkline.simulator.five9.centre.DialRules;
import dev.trunkline.simulator.five9.centre.Reply;
import dev.trunkline.simulator.five9.centre.VccException;
import dev.trunkline.simulator.web.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Calls: how they are made, read and controlled (sheet 3, 4). On the lane. */
final class CallRoutes {
    private static final String CALLS = "agents/{agent}/interactions/calls";
    private static final String CALL = CALLS + "/{call}";
    private static final long RETRY_AFTER = 2;

    private final Centre centre;

    CallRoutes(Centre centre) {
        this.centre = centre;
    }

    List<Route> all() {
        return List.of(
                Route.dial("POST agents/{agent}/interactions/make_external_call", this::dial),
                Route.dial("POST agents/{agent}/interactions/make_agent_call", asked -> {
                    centre.dialling().agent(asked.agent(), asked.body());
                    return Answers.done();
                }),
                Route.dial("POST agents/{agent}/interactions/make_speed_dial_call", asked -> {
                    centre.dialling().speedDial(asked.agent(), asked.body());
                    return Answers.done();
                }),
                Route.dial("GET orgs/{org}/interactions/click_to_dial", this::click),
                Route.of("POST agents/{agent}/interactions/{call}/note", this::note),
                Route.of("PUT agents/{agent}/interactions/{call}/note/{note}", this::note),
                Route.of("GET agents/{agent}/interactions", this::stubs),
                Route.of("GET " + CALLS, asked -> Answers.ok(centre.calls(asked.agent()))),
                Route.of("GET " + CALL, asked -> Answers.ok(centre.call(asked.agent(), asked.path("call")))),
                Route.of("PUT " + CALL + "/{verb}", asked -> control(asked, asked.path("verb"))),
                Route.of("POST " + CALL + "/{verb}", asked -> control(asked, asked.path("verb"))),
                Route.of(
                        "PUT " + CALL + "/audio/player/play_prompt",
                        asked -> control(asked, "audio/player/play_prompt")));
    }

    /** Without states (sheet 5.5). */
    private Answer stubs(Asked asked) {
        return Answers.ok(
                centre.calls(asked.agent()).stream().map(CallRoutes::stub).toList());
    }

    private static Map<String, Object> stub(Map<String, Object> call) {
        Map<String, Object> stub = new LinkedHashMap<>();
        stub.put("interactionId", call.get("id"));
        stub.put("channelType", "CALL");
        return stub;
    }

    private Answer dial(Asked asked) {
        Body body = asked.body().object();
        DialRules rules = centre.rules().dial();
        return called(body.text("number"), () -> centre.dialling()
                .external(asked.agent(), body)
                .filter(call -> rules.dialBody())
                .map(call -> Answers.json(rules.dialStatus(), call))
                .orElseGet(() -> Answer.empty(rules.dialStatus())));
    }

    /** A GET that calls somebody. */
    private Answer click(Asked asked) {
        Dial dial = new Dial(
                asked.query("number"),
                asked.query("campaignId"),
                asked.query("skipDNCCheck").equals("true"),
                !asked.query("skipMultipleContactsCheck").equals("true"),
                null);
        return called(dial.number(), () -> {
            centre.dialling()
                    .click(asked.agent(), dial, asked.query("dialImmediately").equals("true"));
            return Answers.done();
        });
    }

    private Answer note(Asked asked) {
        centre.call(asked.agent(), asked.path("call"));
        asked.body().object();
        return Answers.done();
    }

    /** How such a request is answered depends on the number, too. */
    Answer called(String number, Supplier<Answer> deed) {
        return switch (centre.staff().farEnd(number)) {
            case SERVER_ERROR -> Answers.refused(VccException.of(500, 500, null, "Internal server error"));
            case RATE_LIMITED -> Answers.tooMany(RETRY_AFTER);
            case SLOW_DIAL_ANSWER -> deed.get().after(centre.timing().slowAnswer());
            case LOST_DIAL_ANSWER -> deed.get().lose();
            default -> deed.get();
        };
    }

    private Answer control(Asked asked, String verb) {
        String method = asked.received().method();
        if (!centre.controls().knows(method, verb)) {
            throw VccException.noSuchPath();
        }
        Body body = asked.body();
        return called(number(body), () -> {
            Reply reply = centre.controls().perform(asked.agent(), asked.path("call"), method + " " + verb, body);
            return Answers.of(reply);
        });
    }

    /** Of whom a transfer or a conference calls; empty for others. */
    private static String number(Body body) {
        return body.json()
                .path("number")
                .asText(body.json().at("/destination/number").asText(""));
    }
}

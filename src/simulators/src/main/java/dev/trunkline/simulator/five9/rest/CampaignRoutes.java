package dev.trunkline.simulator.five9.rest;

import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Callbacks;
import dev.trunkline.simulator.five9.centre.Centre;
import dev.trunkline.simulator.five9.centre.Previews;
import dev.trunkline.simulator.web.Answer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Previews and callbacks (sheet 4.1, 4.2). On the lane. */
final class CampaignRoutes {
    private static final String PREVIEW = "agents/{agent}/previews/{preview}";
    private static final String CALLBACK = "agents/{agent}/callbacks/{callback}";

    private final Previews previews;
    private final Callbacks callbacks;

    CampaignRoutes(Centre centre) {
        previews = centre.previews();
        callbacks = centre.callbacks();
    }

    List<Route> all() {
        return List.of(
                Route.of("GET agents/{agent}/previews", asked -> Answers.ok(previews.all(asked.agent()))),
                Route.of("GET " + PREVIEW, asked -> Answers.ok(previews.one(asked.agent(), asked.path("preview")))),
                Route.dial("POST " + PREVIEW + "/make_call", this::call),
                Route.of("PUT " + PREVIEW + "/dispose", this::dispose),
                Route.of("PUT " + PREVIEW + "/end", quiet("preview", previews::end)),
                Route.of("PUT " + PREVIEW + "/renew", quiet("preview", previews::renew)),
                Route.of("PUT " + PREVIEW + "/update_contact", quiet("preview", previews::one)),
                Route.of(
                        "PUT agents/{agent}/interactions/{preview}/reject_preview/{reason}",
                        quiet("preview", previews::reject)),
                Route.of("GET agents/{agent}/callbacks", asked -> Answers.ok(callbacks.all(asked.agent()))),
                Route.of(
                        "POST agents/{agent}/callbacks",
                        asked -> Answers.ok(callbacks.create(asked.agent(), asked.body()))),
                Route.of("PUT " + CALLBACK, this::change),
                Route.of("DELETE " + CALLBACK, quiet("callback", callbacks::delete)),
                Route.of("PUT " + CALLBACK + "/dismiss", quiet("callback", callbacks::postpone)),
                Route.of("PUT " + CALLBACK + "/snooze", quiet("callback", callbacks::postpone)),
                Route.dial("POST " + CALLBACK + "/make_call", quiet("callback", callbacks::call)),
                Route.of("GET agents/{agent}/queue_callbacks", asked -> Answers.ok(List.of())));
    }

    private static Function<Asked, Answer> quiet(String variable, BiConsumer<Agent, String> deed) {
        return asked -> {
            deed.accept(asked.agent(), asked.path(variable));
            return Answers.done();
        };
    }

    private Answer call(Asked asked) {
        previews.call(asked.agent(), asked.path("preview"), asked.body());
        return Answers.done();
    }

    private Answer dispose(Asked asked) {
        previews.dispose(asked.agent(), asked.path("preview"), asked.body());
        return Answers.done();
    }

    private Answer change(Asked asked) {
        return Answers.ok(callbacks.update(asked.agent(), asked.path("callback"), asked.body()));
    }
}

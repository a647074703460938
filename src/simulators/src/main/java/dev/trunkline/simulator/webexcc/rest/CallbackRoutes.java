package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.webexcc.centre.Callbacks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scheduled callbacks (sheet 4.2). */
final class CallbackRoutes {
    private static final String PLACE = " v1/callbacks/organization/{org}/scheduled-callback";

    private final Callbacks callbacks;

    CallbackRoutes(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    List<Route> all() {
        return List.of(
                Route.command(
                        "POST" + PLACE, asked -> Answers.json(201, callbacks.create(asked.agent(), asked.body()))),
                Route.read("GET" + PLACE, this::search),
                Route.read("GET" + PLACE + "/{id}", asked -> Answers.ok(callbacks.read(asked.path("id")))),
                Route.command(
                        "PUT" + PLACE + "/{id}", asked -> Answers.ok(callbacks.change(asked.path("id"), asked.body()))),
                Route.command("DELETE" + PLACE + "/{id}", this::cancel));
    }

    private Answer search(Asked asked) {
        List<Map<String, Object>> found = callbacks.search(asked::query);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("meta", Commands.meta());
        body.put("data", found);
        return Answers.ok(body);
    }

    private Answer cancel(Asked asked) {
        callbacks.cancel(asked.path("id"));
        return Answer.empty(204);
    }
}

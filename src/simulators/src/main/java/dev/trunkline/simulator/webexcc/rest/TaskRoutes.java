package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.centre.Centre;
import dev.trunkline.simulator.webexcc.centre.Controls;
import dev.trunkline.simulator.webexcc.rest.Route.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Contacts: making them, and what an agent does with his (sheet 3, 4). */
final class TaskRoutes {
    private final Centre centre;
    private final ApiSettings settings;

    TaskRoutes(Centre centre, ApiSettings settings) {
        this.centre = centre;
        this.settings = settings;
    }

    List<Route> all() {
        Controls controls = centre.controls();
        return List.of(
                Route.of("POST v1/tasks", Kind.DIAL, this::dial),
                Route.read("GET v1/tasks", this::list),
                command("POST v1/tasks/{task}/end", asked -> controls.end(asked.agent(), asked.path("task"))),
                command(
                        "POST v1/tasks/{task}/hold",
                        asked -> controls.hold(asked.agent(), asked.path("task"), asked.body())),
                command(
                        "POST v1/tasks/{task}/unhold",
                        asked -> controls.unhold(asked.agent(), asked.path("task"), asked.body())),
                command("POST v1/tasks/{task}/accept", asked -> controls.accept(asked.agent(), asked.path("task"))),
                command(
                        "POST v1/tasks/{task}/reject",
                        asked -> controls.reject(asked.agent(), asked.path("task"), asked.body())),
                command(
                        "POST v1/tasks/{task}/wrapup",
                        asked -> controls.wrapUp(asked.agent(), asked.path("task"), asked.body())),
                command(
                        "POST v1/tasks/{task}/record/pause",
                        asked -> controls.pauseRecording(asked.agent(), asked.path("task"))),
                command(
                        "POST v1/tasks/{task}/record/resume",
                        asked -> controls.resumeRecording(asked.agent(), asked.path("task"), asked.body())),
                command(
                        "PATCH v1/tasks/{task}",
                        asked -> controls.update(asked.agent(), asked.path("task"), asked.body())));
    }

    static Route command(String request, Consumer<Asked> deed) {
        return Route.command(request, asked -> {
            deed.accept(asked);
            return Answers.accepted();
        });
    }

    private Answer dial(Asked asked) {
        return created(
                centre.dialling().dial(asked.agent(), asked.body()),
                centre.rules().dial().dialStatus());
    }

    private Answer list(Asked asked) {
        if (!settings.agentsListTasks()) {
            throw ApiErrorException.forbidden("The token may not list tasks.");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("meta", Commands.meta());
        body.put("data", centre.audit().list(asked::query));
        return Answers.ok(body);
    }

    static Answer created(String taskId, int status) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("meta", Commands.meta());
        body.put("data", Map.of("id", taskId));
        return Answers.json(status, body);
    }
}

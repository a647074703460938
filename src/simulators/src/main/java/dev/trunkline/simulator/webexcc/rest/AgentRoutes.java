package dev.trunkline.simulator.webexcc.rest;

import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.webexcc.centre.ApiErrorException;
import dev.trunkline.simulator.webexcc.centre.Desk;
import dev.trunkline.simulator.webexcc.rest.Route.Kind;
import java.util.List;
import java.util.function.Consumer;

/** Stations and states of agents (sheet 2.4, 2.5). */
final class AgentRoutes {
    private final Desk desk;
    private final ApiSettings settings;

    AgentRoutes(Desk desk, ApiSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    List<Route> all() {
        return List.of(
                TaskRoutes.command("POST v1/agents/login", asked -> desk.logIn(asked.agent(), asked.body())),
                Route.command("PUT v1/agents/logout", this::logOut),
                Route.command("POST v1/agents/logout", this::logOut),
                TaskRoutes.command(
                        "PUT v1/agents/session/state", asked -> desk.changeState(asked.agent(), asked.body())),
                reading("POST v1/agents/reload", asked -> desk.reload(asked.agent())),
                reading("POST v1/agents/buddyList", asked -> desk.buddies(asked.agent(), asked.body())));
    }

    private static Route reading(String request, Consumer<Asked> deed) {
        return Route.of(request, Kind.RELOAD, asked -> {
            deed.accept(asked);
            return Answers.accepted();
        });
    }

    private Answer logOut(Asked asked) {
        if (!settings.logoutMethods().takes(asked.received().method())) {
            throw new ApiErrorException(405, "METHOD_NOT_ALLOWED", "Method not allowed.", "");
        }
        desk.logOut(asked.agent(), asked.body());
        return Answers.accepted();
    }
}

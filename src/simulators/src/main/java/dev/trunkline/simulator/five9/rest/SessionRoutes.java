package dev.trunkline.simulator.five9.rest;

import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Centre;
import dev.trunkline.simulator.five9.centre.Desk;
import dev.trunkline.simulator.five9.login.LoginSettings;
import dev.trunkline.simulator.five9.login.LoginSettings.SessionExpiration;
import dev.trunkline.simulator.five9.login.Sessions;
import dev.trunkline.simulator.web.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** How agents begin and end, their stations and their presence (sheet 2.3 to 2.6). On the lane. */
final class SessionRoutes {
    private final Desk desk;
    private final Sessions sessions;
    private final LoginSettings settings;

    SessionRoutes(Centre centre, Sessions sessions, LoginSettings settings) {
        desk = centre.desk();
        this.sessions = sessions;
        this.settings = settings;
    }

    List<Route> all() {
        return List.of(
                Route.always("GET agents/{agent}/login_state", asked -> Answers.ok(state(asked.agent()))),
                Route.always("PUT agents/{agent}/session_start", this::start),
                Route.always("PUT agents/{agent}/session_restart", quiet(desk::restart)),
                Route.always("GET agents/{agent}/can_stop_session", asked -> Answers.ok(desk.mayStop(asked.agent()))),
                Route.always("PUT agents/{agent}/session_stop", quiet(desk::stop)),
                Route.always("PUT agents/{agent}/ping", asked -> Answers.done()),
                Route.always("GET agents/{agent}/session_expiration", this::expiration),
                Route.always(
                        "GET agents/{agent}/maintenance_notices", asked -> Answers.ok(desk.notices(asked.agent()))),
                Route.always(
                        "PUT agents/{agent}/maintenance_notices/{notice}/accept",
                        asked -> Answers.ok(desk.accept(asked.agent(), asked.path("notice")))),
                Route.always(
                        "GET agents/{agent}/permissions",
                        asked -> Answers.ok(asked.agent().permissions().all())),
                Route.always(
                        "GET agents/{agent}/active_skills",
                        asked -> Answers.ok(asked.agent().duty().skills())),
                Route.always("PUT agents/{agent}/active_skills", this::chooseSkills),
                Route.always("GET agents/{agent}/station", asked -> Answers.ok(desk.station(asked.agent()))),
                Route.always("GET agents/{agent}/station_state", asked -> Answers.ok(desk.stationState())),
                Route.of("PUT agents/{agent}/station/restart", quiet(desk::restartStation)),
                Route.of("GET agents/{agent}/presence", asked -> Answers.ok(desk.presence(asked.agent()))),
                Route.of(
                        "PUT agents/{agent}/presence",
                        asked -> Answer.empty(desk.choose(asked.agent(), asked.body()))));
    }

    private static Function<Asked, Answer> quiet(Consumer<Agent> deed) {
        return asked -> {
            deed.accept(asked.agent());
            return Answers.done();
        };
    }

    private static String state(Agent agent) {
        return agent.duty().state().name();
    }

    private Answer start(Asked asked) {
        boolean force = asked.query("force").equals("true");
        if (desk.start(asked.agent(), force, asked.body())) {
            sessions.endOthers(asked.session());
        }
        return Answers.done();
    }

    private Answer chooseSkills(Asked asked) {
        desk.chooseSkills(asked.agent(), asked.body());
        return Answers.done();
    }

    private Answer expiration(Asked asked) {
        long at = asked.session().expires().toEpochMilli();
        return Answers.ok(settings.sessionExpiration() == SessionExpiration.NUMBER ? at : Map.of("expirationTime", at));
    }
}

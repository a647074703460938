package dev.trunkline.simulator.five9.rest;

import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Body;
import dev.trunkline.simulator.five9.centre.Trouble;
import dev.trunkline.simulator.five9.centre.VccException;
import dev.trunkline.simulator.five9.login.Session;
import dev.trunkline.simulator.five9.login.Visitor;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Received;
import java.util.List;

/** Log-in, log-out and where to go, at any host (sheet 1.2, 2.1, 2.6). On the lane. */
final class AuthRoutes {
    private final Api.Parts parts;

    AuthRoutes(Api.Parts parts) {
        this.parts = parts;
    }

    Answer answer(Received request, String place, Visitor visitor) {
        return switch (request.method() + " " + place) {
            case "POST auth/login" -> logIn(request);
            case "GET auth/metadata" -> metadata(visitor);
            case "POST auth/logout" -> logOut(visitor);
            default -> throw VccException.noSuchPath();
        };
    }

    private Answer logIn(Received request) {
        boolean ends = parts.centre().rules().calls().forceInEndsCalls();
        Trouble trouble = ends ? parts.centre().trouble() : null;
        Session session =
                parts.gate().logIn(Body.of(request.body()), parts.centre().desk(), trouble);
        return with(Answers.ok(parts.metadata().of(session)), parts.gate().cookies(session));
    }

    private static Answer with(Answer answer, List<String> cookies) {
        Answer all = answer;
        for (String cookie : cookies) {
            all = all.adding("Set-Cookie", cookie);
        }
        return all;
    }

    private Answer metadata(Visitor visitor) {
        parts.counters().count("reads");
        return Answers.ok(parts.metadata().of(parts.gate().admit(visitor)));
    }

    /** Everything of this user ends with it, what others opened for him too. */
    private Answer logOut(Visitor visitor) {
        Agent agent = parts.gate().admit(visitor).agent();
        parts.counters().count("commands");
        parts.centre().trouble().logOut(agent);
        parts.sessions().end(agent);
        return with(Answers.done(), parts.gate().noCookies());
    }
}

package dev.trunkline.simulator.gws.login;

import dev.trunkline.simulator.gws.centre.Agent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All HTTP sessions. On the lane. */
public final class Sessions {
    static final String COOKIE = "JSESSIONID";
    static final String BALANCER = "AWSELB";

    private final LoginSettings settings;
    private final Map<String, HttpSession> byId = new HashMap<>();

    public Sessions(LoginSettings settings) {
        this.settings = settings;
    }

    HttpSession open(Agent agent) {
        if (!settings.severalSessions()) {
            end(agent);
        }
        HttpSession session = new HttpSession(agent);
        byId.put(session.id(), session);
        return session;
    }

    /** With the cookies that came: both of them, or another node is asked, which knows nothing of it. */
    Optional<HttpSession> find(Map<String, String> cookies) {
        Optional<HttpSession> found = Optional.ofNullable(byId.get(cookies.getOrDefault(COOKIE, "")))
                .filter(session ->
                        !settings.balancerCookie() || session.balancer().equals(cookies.get(BALANCER)));
        if (found.filter(session -> session.idleFor(settings.sessionIdle())).isPresent()) {
            byId.remove(found.get().id());
            return Optional.empty();
        }
        found.ifPresent(HttpSession::use);
        return found;
    }

    public void end(HttpSession session) {
        byId.remove(session.id());
    }

    /** His cookies are good for nothing from now on. */
    public void end(Agent agent) {
        byId.values().removeIf(session -> session.agent() == agent);
    }

    /** Tokens that were told before are wrong from now on. */
    public void rotate(Predicate<Agent> whose) {
        byId.values().stream().filter(session -> whose.test(session.agent())).forEach(HttpSession::rotate);
    }

    List<String> cookies(HttpSession session) {
        String own = COOKIE + "=" + session.id() + "; Path=/; HttpOnly";
        return settings.balancerCookie()
                ? List.of(own, BALANCER + "=" + session.balancer() + "; Path=/")
                : List.of(own);
    }
}

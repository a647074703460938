package dev.trunkline.simulator.five9.login;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.five9.centre.Agent;
import dev.trunkline.simulator.five9.centre.Body;
import dev.trunkline.simulator.five9.centre.Desk;
import dev.trunkline.simulator.five9.centre.Farm;
import dev.trunkline.simulator.five9.centre.Staff;
import dev.trunkline.simulator.five9.centre.Trouble;
import dev.trunkline.simulator.five9.centre.VccException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who asks, whether he may, and whether he is at the right place (sheet 2.1, 2.2, 3.5). On the lane. */
public final class Gate {
    private static final Duration USUAL_LATENESS = Duration.ofSeconds(3);
    private static final String ATTACH = "AttachExisting";
    private static final String FORCE = "ForceIn";

    private final LoginSettings settings;
    private final Sessions sessions;
    private final Staff staff;
    private final Faults faults;
    private final Counters counters;

    public Gate(LoginSettings settings, Sessions sessions, Staff staff, Faults faults, Counters counters) {
        this.settings = settings;
        this.sessions = sessions;
        this.staff = staff;
        this.faults = faults;
        this.counters = counters;
    }

    /** @param trouble ends the calls of who is thrown out, where they end; null where they stay */
    public Session logIn(Body body, Desk desk, Trouble trouble) {
        counters.count("log-ins");
        Body credentials = body.object().part("passwordCredentials");
        String name = credentials.needed("username");
        String password = credentials.needed("password");
        String policy = body.needed("policy");
        if (!policy.equals(ATTACH) && !policy.equals(FORCE)) {
            throw VccException.malformed("There is no policy '" + policy + "'");
        }
        Agent agent = staff.find(name)
                .filter(one -> one.person().password().equals(password))
                .filter(one -> !faults.active("refuse-login", one.name()))
                .orElseThrow(() ->
                        VccException.of(settings.loginFailure(), 1, "AUTHENTICATION", "Invalid user name or password"));
        return session(agent, policy, desk, trouble);
    }

    private Session session(Agent agent, String policy, Desk desk, Trouble trouble) {
        List<Session> present = sessions.of(agent);
        if (policy.equals(FORCE)) {
            sessions.end(agent);
            if (trouble != null) {
                trouble.endCalls(agent);
            }
            desk.stop(agent);
        } else if (settings.attachSharesToken() && !present.isEmpty()) {
            return present.get(0);
        }
        Duration late = faults.take("late-login", agent.name())
                .map(fault -> fault.duration(USUAL_LATENESS))
                .orElse(settings.spread());
        return sessions.open(agent, late);
    }

    public List<String> cookies(Session session) {
        return Cookies.of(session);
    }

    public List<String> noCookies() {
        return Cookies.none();
    }

    /** Whose request it is; refused with 401 whatever is wrong. */
    public Session admit(Visitor visitor) {
        boolean elsewhere = visitor.host().isPresent();
        if (elsewhere && settings.strictCookies() && Cookies.replayed(visitor.cookies())) {
            throw VccException.notLoggedIn();
        }
        if (elsewhere && settings.farmIdNeeded() && visitor.farmId().isEmpty()) {
            throw VccException.notLoggedIn();
        }
        return named(visitor)
                .flatMap(sessions::find)
                .filter(session -> !elsewhere || session.known())
                .orElseThrow(VccException::notLoggedIn);
    }

    /** The token that counts. */
    private Optional<String> named(Visitor visitor) {
        Optional<String> byCookie = Cookies.token(visitor.cookies());
        boolean header = !visitor.authorization().isEmpty();
        Optional<String> byHeader = header ? bearer(visitor.authorization()) : Optional.empty();
        if (header && (byHeader.isEmpty() || byCookie.isPresent() && !settings.headerBesideCookies())) {
            return Optional.empty();
        }
        return switch (settings.accepts()) {
            case ANY -> byHeader.or(() -> byCookie);
            case COOKIES -> byCookie;
            case HEADERS -> byHeader;
            case BOTH -> byHeader.filter(token -> byCookie.filter(token::equals).isPresent());
        };
    }

    private Optional<String> bearer(String authorization) {
        String pattern =
                switch (settings.bearer()) {
                    case HYPHEN -> "Bearer-\\S+";
                    case SPACE -> "Bearer \\S+";
                    case EITHER -> "Bearer[- ]\\S+";
                };
        return authorization.matches(pattern)
                ? Optional.of(authorization.substring("Bearer-".length()))
                : Optional.empty();
    }

    /** Refused if his domain is elsewhere, or not there yet. */
    public void checkFarm(Visitor visitor, Agent agent) {
        Farm here = visitor.host().orElseThrow(VccException::noSuchPath);
        boolean namesOther = settings.strictFarmId()
                && !visitor.farmId().isEmpty()
                && !visitor.farmId().equals(agent.farm().id());
        if (here != agent.farm() || namesOther) {
            throw VccException.migrated(agent.farm());
        }
        if (!agent.farmReady()) {
            throw VccException.of(503, 503, null, "Service is not available");
        }
    }
}

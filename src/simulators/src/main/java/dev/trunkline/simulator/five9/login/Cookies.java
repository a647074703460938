package dev.trunkline.simulator.five9.login;

import dev.trunkline.simulator.five9.centre.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cookies of a log-in: those of the whole domain, and those of the log-in host's load balancer alone (sheet 2.2). Pure. */
final class Cookies {
    private static final String TOKEN = "f9-authToken";
    private static final String AUTHORIZATION = "Authorization";
    private static final String BALANCER = "BIGipServer";
    private static final String FIREWALL = "TS";
    /** How the values of the log-in host begin. */
    private static final String MARK = "login.";

    private static final String EVERYWHERE = "; Domain=localhost; Path=/; Secure; HttpOnly";

    private Cookies() {}

    static List<String> of(Session session) {
        return List.of(
                BALANCER + "app-five9-443=" + MARK + Ids.hex(1) + "; Path=/; Secure; HttpOnly",
                FIREWALL + "01c5f2a7=" + MARK + Ids.hex(2) + "; Path=/; Secure",
                AUTHORIZATION + "=Bearer-" + session.token() + EVERYWHERE,
                TOKEN + "=" + session.token() + EVERYWHERE,
                "f9-agentId=" + session.agent().id() + EVERYWHERE,
                "f9-tenantId=" + Ids.ORGANISATION + EVERYWHERE,
                "apiRouteKey=" + session.agent().farm().letters() + "jAPI013" + EVERYWHERE);
    }

    /** So that a browser forgets them. */
    static List<String> none() {
        return List.of(AUTHORIZATION + "=; Max-Age=0" + EVERYWHERE, TOKEN + "=; Max-Age=0" + EVERYWHERE);
    }

    /** Whether the log-in host's own cookies came along. */
    static boolean replayed(Map<String, String> cookies) {
        return cookies.entrySet().stream()
                .anyMatch(cookie ->
                        (cookie.getKey().startsWith(BALANCER) || cookie.getKey().startsWith(FIREWALL))
                                && cookie.getValue().startsWith(MARK));
    }

    static Optional<String> token(Map<String, String> cookies) {
        return Optional.ofNullable(cookies.get(TOKEN)).or(() -> Optional.ofNullable(cookies.get(AUTHORIZATION))
                .filter(value -> value.startsWith("Bearer-"))
                .map(value -> value.substring("Bearer-".length())));
    }
}

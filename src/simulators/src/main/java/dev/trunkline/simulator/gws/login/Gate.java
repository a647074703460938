package dev.trunkline.simulator.gws.login;

import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.gws.centre.Agent;
import dev.trunkline.simulator.gws.centre.Staff;
import dev.trunkline.simulator.gws.login.Admission.Standing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Who asks, and whether he may (sheet 2.1 to 2.4). On the lane. */
public final class Gate {
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

    public Admission rest(Visitor visitor) {
        return admission(visitor, settings.csrf());
    }

    public Admission stream(Visitor visitor) {
        return admission(visitor, settings.csrf() && settings.csrfOnStream());
    }

    public boolean csrf() {
        return settings.csrf();
    }

    private Admission admission(Visitor visitor, boolean checked) {
        Optional<HttpSession> known = sessions.find(visitor.cookies());
        boolean wrongToken = checked
                && visitor.modifies()
                && known.filter(session -> session.csrfToken().equals(visitor.csrfToken()))
                        .isEmpty();
        if (wrongToken && (known.isPresent() || settings.csrfFirst())) {
            return new Admission(known, Standing.WRONG_TOKEN, List.of());
        }
        if (known.isPresent()) {
            return new Admission(known, Standing.WELCOME, taken(known.get()));
        }
        Optional<HttpSession> opened = signIn(visitor.authorization());
        return new Admission(
                opened,
                opened.isPresent() ? wrongToken ? Standing.WRONG_TOKEN : Standing.WELCOME : Standing.NOT_SIGNED_IN,
                opened.map(sessions::cookies).orElse(List.of()));
    }

    /** The client's cookie is taken away, while its session lives on. */
    private List<String> taken(HttpSession session) {
        return faults.active("lose-cookie", session.agent().name())
                ? List.of(Sessions.COOKIE + "=; Path=/; Max-Age=0")
                : List.of();
    }

    private Optional<HttpSession> signIn(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, "Basic ".length())) {
            return Optional.empty();
        }
        counters.count("sign-ins");
        return agent(authorization.substring("Basic ".length()).strip())
                .filter(agent -> !faults.active("expire-auth", agent.name()))
                .map(sessions::open);
    }

    /** In the charset of the platform's own sample client. */
    private Optional<Agent> agent(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.ISO_8859_1).split(":", 2);
            return staff.find(pair[0])
                    .filter(agent ->
                            pair.length == 2 && agent.person().password().equals(pair[1]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

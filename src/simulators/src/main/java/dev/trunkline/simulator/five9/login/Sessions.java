package dev.trunkline.simulator.five9.login;

import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.five9.centre.Agent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Every session there is. On the lane. */
public final class Sessions {
    private final LoginSettings settings;
    private final Lane lane;
    private final Map<String, Session> byToken = new LinkedHashMap<>();
    private Consumer<Session> ended = session -> {};

    public Sessions(LoginSettings settings, Lane lane) {
        this.settings = settings;
        this.lane = lane;
    }

    /** Whom to tell that one is over. */
    public void whenEnded(Consumer<Session> listener) {
        ended = listener;
    }

    Session open(Agent agent, Duration spread) {
        Session session = new Session(agent, spread, settings.sessionLife());
        byToken.put(session.token(), session);
        lane.after(settings.sessionLife(), () -> end(session));
        return session;
    }

    Optional<Session> find(String token) {
        return Optional.ofNullable(byToken.get(token)).filter(Session::good);
    }

    public List<Session> of(Agent agent) {
        return byToken.values().stream()
                .filter(session -> session.agent() == agent)
                .toList();
    }

    public void end(Session session) {
        if (byToken.remove(session.token()) != null) {
            ended.accept(session);
        }
    }

    public void end(Agent agent) {
        new ArrayList<>(of(agent)).forEach(this::end);
    }

    /** All of his but this one. */
    public void endOthers(Session session) {
        of(session.agent()).stream().filter(other -> other != session).toList().forEach(this::end);
    }
}

package dev.trunkline.simulator.toy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trunkline.simulator.Counters;
import dev.trunkline.simulator.FarEnd;
import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.Person;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.web.Answer;
import dev.trunkline.simulator.web.Received;
import dev.trunkline.simulator.web.WebHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What can be asked over HTTP. */
final class Api extends Handler.Wrapper {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/json";
    private static final Duration USUALLY = Duration.ofSeconds(5);

    private final List<Person> people;
    private final ToySettings settings;
    private final Lane lane;
    private final Switchboard switchboard;
    private final Streams streams;
    private final Faults faults;
    private final Counters counters;

    Api(
            List<Person> people,
            ToySettings settings,
            Lane lane,
            Switchboard switchboard,
            Streams streams,
            Faults faults,
            Counters counters) {
        this.people = people;
        this.settings = settings;
        this.lane = lane;
        this.switchboard = switchboard;
        this.streams = streams;
        this.faults = faults;
        this.counters = counters;
        setHandler(new WebHandler(this::answer, lane));
    }

    // ---- the stream, which is no single answer

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String[] path = Request.getPathInContext(request).split("/");
        boolean stream = request.getMethod().equals("GET") && path.length == 4 && path[3].equals("events");
        if (!stream || !knows(Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)), path[2])) {
            return super.handle(request, response, callback);
        }
        if (faults.active("refuse-stream", path[2])) {
            Response.writeError(request, response, callback, 503);
            return true;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        lane.run(() -> streams.begin(path[2], request, response, callback, () -> switchboard.everything(path[2])));
        return true;
    }

    private boolean knows(Optional<String> authorization, String agent) {
        return people.stream()
                .filter(person -> person.userName().equals(agent))
                .map(person -> person.userName() + ":" + person.password())
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(wanted -> authorization.equals(Optional.of(wanted)));
    }

    // ---- all else

    private Answer answer(Received request) {
        counters.count("requests");
        String agent = request.step(1);
        if (!knows(request.header("Authorization"), agent)) {
            return refused(new RefusedException(401, "who are you?"));
        }
        Optional<Fault> error = faults.take("error", agent);
        if (error.isPresent()) {
            return refused(new RefusedException(
                    Optional.ofNullable(error.get().status()).orElse(500), "on purpose"));
        }
        Duration late =
                faults.take("slow", agent).map(slow -> slow.duration(USUALLY)).orElse(Duration.ZERO);
        boolean lost = faults.active("lose-answer", agent);
        Answer answer = lane.ask(() -> {
            try {
                return done(request, agent);
            } catch (RefusedException no) {
                return refused(no);
            }
        });
        return lost ? answer.lose() : answer.after(late);
    }

    private Answer refused(RefusedException no) {
        counters.count("refused " + no.status());
        return Answer.of(no.status(), TYPE, text(Map.of("error", no.getMessage())));
    }

    private Answer done(Received request, String agent) {
        String what = request.method() + " " + request.step(2);
        counters.count(what.startsWith("GET") ? "reads" : what.equals("POST calls") ? "dial" : "commands");
        JsonNode body = json(request.body());
        switch (what) {
            case "GET " -> {
                return Answer.of(200, TYPE, text(switchboard.everything(agent)));
            }
            case "POST calls" -> {
                return dialled(
                        agent, body.path("number").asText(), body.path("mark").asText());
            }
            case "PUT " ->
                switchboard.change(
                        agent,
                        body.path("state").asText(),
                        body.path("phone").asText(),
                        body.path("mark").asText());
            case "PUT events" -> streams.tell(agent, switchboard.everything(agent), false);
            case "DELETE calls" -> switchboard.hangUp(agent, request.step(3));
            default -> throw new RefusedException(404, "nothing is here");
        }
        return Answer.empty(204);
    }

    private Answer dialled(String agent, String number, String mark) {
        FarEnd end = FarEnd.of(number);
        if (end == FarEnd.SERVER_ERROR) {
            throw new RefusedException(500, "no");
        }
        if (end == FarEnd.RATE_LIMITED) {
            return refused(new RefusedException(429, "too many")).with("Retry-After", "2");
        }
        Answer answer =
                Answer.of(201, TYPE, text(switchboard.dial(agent, number, mark).told()));
        return switch (end) {
            case SLOW_DIAL_ANSWER -> answer.after(settings.slowAnswer());
            case LOST_DIAL_ANSWER -> answer.lose();
            default -> answer;
        };
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (JsonProcessingException broken) {
            throw new RefusedException(400, "this is no JSON");
        }
    }
}

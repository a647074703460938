package dev.trunkline.vendor.toy;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSession;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.http.Exchange;
import dev.trunkline.port.http.Unanswered;
import dev.trunkline.vendor.toy.wire.Dial;
import dev.trunkline.vendor.toy.wire.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Every request to the toy. Public, as others hold a proxy of it. */
@ApplicationScoped
public class ToyClient {
    private static final int REFUSED = 300;

    private final ToySettings settings = ToySettings.configured();
    private final Exchange exchange =
            new Exchange("the toy", settings.trust(), settings.connectTimeout(), settings.readTimeout());

    public ToySettings settings() {
        return settings;
    }

    public void change(AgentSession agent, String state, String mark) {
        send(agent, "", "PUT", body(new State(state, agent.extension(), mark)), Priority.CONTROL);
    }

    /** Sent once, whatever comes of it. */
    public void dial(AgentSession agent, String number, String mark) {
        send(agent, "/calls", "POST", body(new Dial(number, mark)), Priority.DIAL);
    }

    public void hangUp(AgentSession agent, String call) {
        send(agent, "/calls/" + call, "DELETE", BodyPublishers.noBody(), Priority.CONTROL);
    }

    /** The stream tells everything again. */
    public void askForAll(AgentSession agent) {
        send(agent, "/events", "PUT", BodyPublishers.noBody(), Priority.READ);
    }

    private static BodyPublisher body(Record message) {
        return BodyPublishers.ofString(Json.text(message));
    }

    private void send(AgentSession agent, String place, String method, BodyPublisher body, Priority priority) {
        HttpRequest request = request(agent, place).method(method, body).build();
        check(exchange.send(request, RateBudget.UNLIMITED, priority));
    }

    private HttpRequest.Builder request(AgentSession agent, String place) {
        String pair = agent.username() + ":" + agent.credential().reveal();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(settings.url().orElseThrow() + "/agents/" + agent.username() + place))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/json");
    }

    private static void check(HttpResponse<?> answer) {
        if (answer.statusCode() >= REFUSED) {
            throw ToyErrorMapper.answered(answer.statusCode(), answer.headers().firstValue("Retry-After"));
        }
    }

    /** Returns when the stream stands; what comes on it goes to the listener line by line. */
    public void listen(AgentSession agent, Flow.Subscriber<String> lines) {
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer =
                opened(request(agent, "/events").build());
        boolean stands = answer.statusCode() < REFUSED;
        answer.body().subscribe(stands ? BodySubscribers.fromLineSubscriber(lines) : BodySubscribers.discarding());
        check(answer);
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> opened(HttpRequest request) {
        try {
            return exchange.http()
                    .sendAsync(request, BodyHandlers.ofPublisher())
                    .get(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unanswered.by("the toy", new IOException(e));
        } catch (TimeoutException | ExecutionException e) {
            throw Unanswered.by("the toy", new IOException(e));
        }
    }
}

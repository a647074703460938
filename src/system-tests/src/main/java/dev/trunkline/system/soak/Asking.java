package dev.trunkline.system.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.load.Controls;
import dev.trunkline.system.load.Frame;
import dev.trunkline.system.soak.Fate.When;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Asks for a dial until there is an answer, always with the same key, and repeats those that are to be repeated. */
final class Asking {
    private static final int ACCEPTED = 202;
    private static final long AGAIN_MILLIS = 1_000;

    private final CommandBook commands;
    private final ScheduledExecutorService clock;
    private final Known known;
    private final BiConsumer<Seat, Dial> hopeless;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<Dial> repeating = ConcurrentHashMap.newKeySet();
    private final Map<Dial, When> plannedRepeats = new ConcurrentHashMap<>();
    private volatile boolean givenUp;

    /** Told of each dial that was accepted. */
    interface Known {
        void accepted(Seat seat, Dial dial, String commandId);
    }

    /** @param hopeless told of a dial that was never accepted and is not asked for any more */
    Asking(CommandBook commands, ScheduledExecutorService clock, Known known, BiConsumer<Seat, Dial> hopeless) {
        this.commands = commands;
        this.clock = clock;
        this.known = known;
        this.hopeless = hopeless;
    }

    void giveUp() {
        givenUp = true;
    }

    void dial(Seat seat, Dial dial) {
        dial.fate().repeat().ifPresent(repeat -> plannedRepeats.put(dial, repeat.when()));
        seat.client().post(dial.message(seat, request())).whenComplete((answer, lost) -> {
            if (lost == null) {
                answered(seat, dial, answer);
            } else {
                dial.unanswered();
                later(() -> dial(seat, dial));
            }
        });
    }

    private void answered(Seat seat, Dial dial, HttpResponse<String> answer) {
        if (answer.statusCode() == ACCEPTED) {
            accepted(seat, dial, Controls.json(answer.body()).path("message"));
            repeatAt(When.AT_ONCE, seat, dial);
        } else if (code(answer.body()).isEmpty()) {
            // The server is there, our application is not yet.
            dial.unanswered();
            later(() -> dial(seat, dial));
        } else {
            dial.refused(answer.statusCode() + " " + code(answer.body()));
            if (givenUp) {
                hopeless.accept(seat, dial);
            } else {
                clock.schedule(() -> dial(seat, dial), comeBack(answer), TimeUnit.SECONDS);
            }
        }
    }

    /** As the gateway asks for it. */
    private static long comeBack(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Retry-After").orElse(AGAIN_MILLIS / 1_000);
    }

    private static String code(String body) {
        return body.startsWith("{") ? Controls.json(body).path("code").asText() : "";
    }

    private void accepted(Seat seat, Dial dial, JsonNode ack) {
        String command = ack.path("commandId").asText();
        commands.accepted(command, seat.name(), "MakeCall", Frame.nowMicros());
        dial.acknowledged(
                command,
                ack.path("callRef").asText(),
                ack.path("status").asText().equals("replayed"));
        known.accepted(seat, dial, command);
    }

    void repeatDuring(Seat seat, Dial dial) {
        repeatAt(When.DURING_THE_CALL, seat, dial);
    }

    /** Whatever was planned: a call that never came about has no during. */
    void repeatAfter(Seat seat, Dial dial) {
        if (plannedRepeats.containsKey(dial) && dial.commandId().isPresent() && repeating.add(dial)) {
            later(() -> repeat(seat, dial));
        }
    }

    private void repeatAt(When when, Seat seat, Dial dial) {
        if (plannedRepeats.get(dial) == when && dial.commandId().isPresent() && repeating.add(dial)) {
            repeat(seat, dial);
        }
    }

    private void repeat(Seat seat, Dial dial) {
        String request = request();
        boolean overSocket = dial.fate().repeat().map(Fate.Repeat::overSocket).orElse(false);
        if (overSocket) {
            seat.say(request, dial.message(seat, request))
                    .whenComplete((frame, lost) -> repeated(seat, dial, lost == null ? frame.text() : ""));
        } else {
            seat.client()
                    .post(dial.message(seat, request))
                    .whenComplete((answer, lost) ->
                            repeated(seat, dial, lost == null && answer.statusCode() == ACCEPTED ? answer.body() : ""));
        }
    }

    /** @param answer {@code ""} if there was none; an error is none either: a key that is bound has one answer */
    private void repeated(Seat seat, Dial dial, String answer) {
        JsonNode ack =
                answer.isEmpty() ? Controls.json("{}") : Controls.json(answer).path("message");
        if (ack.path("commandId").asText().isEmpty()) {
            dial.unanswered();
            later(() -> repeat(seat, dial));
        } else {
            accepted(seat, dial, ack);
            dial.repeatAnswered();
        }
    }

    private String request() {
        return "r-" + requests.incrementAndGet();
    }

    private void later(Runnable again) {
        clock.schedule(again, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
}

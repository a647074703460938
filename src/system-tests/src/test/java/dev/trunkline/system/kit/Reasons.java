package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.system.Contract;
import dev.trunkline.system.kit.ReasonWord.Then;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Provokes every reason word of a platform once, several agents at a time, and keeps what came of it. */
final class Reasons {
    private static final List<String> AGENTS = List.of("alice", "bob", "carol", "dave");

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<ReasonWord, Future<ObjectNode>> shown = new LinkedHashMap<>();

    /** Returns when all have been tried. */
    Reasons(Stage stage) {
        List<Seat> seats = AGENTS.stream().map(name -> stage.seat(name).ready()).toList();
        List<ExecutorService> lines = new ArrayList<>();
        seats.forEach(seat -> lines.add(Executors.newSingleThreadExecutor()));
        int turn = 0;
        for (ReasonWord word : stage.platform().reasonWords()) {
            Seat seat = seats.get(turn);
            Callable<ObjectNode> work = () -> show(seat, word);
            shown.put(word, lines.get(turn).submit(work));
            turn = (turn + 1) % seats.size();
        }
        lines.forEach(Reasons::await);
    }

    private static void await(ExecutorService line) {
        line.shutdown();
        try {
            if (!line.awaitTermination(LONGEST.toMinutes(), TimeUnit.MINUTES)) {
                throw new AssertionError("the reason words are not through after " + LONGEST);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What was told with the word, as like as two runs are; fails as its trial did. */
    JsonNode of(ReasonWord word) {
        try {
            return shown.get(word).get();
        } catch (ExecutionException failed) {
            throw new AssertionError(word + ": " + failed.getCause().getMessage(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static ObjectNode show(Seat agent, ReasonWord word) {
        agent.ready();
        if (!word.fault().isEmpty()) {
            agent.control().fault(word.faultFor(agent.name()));
        }
        JsonNode ack = agent.ask("MakeCall", word.end().number());
        return word.outcome().isCall() ? ofCall(agent, word, ack) : ofCommand(agent, word, ack);
    }

    private static ObjectNode ofCommand(Seat agent, ReasonWord word, JsonNode ack) {
        assertThat(agent.failure(ack)).isEqualTo(word.outcome().reason());
        JsonNode told = agent.watch()
                .await(
                        "the error",
                        frame -> frame.at("/gateway/commandId").equals(ack.path("commandId"))
                                && frame.path("subtopic").asText().equals("ApiError"));
        return example(agent, word, "", told);
    }

    private static ObjectNode ofCall(Seat agent, ReasonWord word, JsonNode ack) {
        Call call = new Call(agent, ack.path("callRef").asText());
        if (word.then() == Then.AGENT_CANCELS) {
            call.until(agent.platform().ringing()).does("Drop");
        } else if (word.then() == Then.AGENT_HANGS_UP) {
            call.until("CONNECTED").until("a call", "Drop").does("Drop");
        } else if (word.then() == Then.FAR_END_HANGS_UP) {
            call.until("CONNECTED").farEnd("hangup");
        }
        call.wrappedUp();
        assertThat(call.lifeCycles()).isEqualTo(word.outcome().lifeCycles());
        assertThat(call.reason()).isEqualTo(word.outcome().reason());
        JsonNode told = call.told().stream()
                .filter(frame -> !frame.at("/gateway/reason").asText("NONE").equals("NONE"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event has a reason: " + call.told()));
        return example(agent, word, call.callId(), told);
    }

    private static ObjectNode example(Seat agent, ReasonWord word, String callId, JsonNode told) {
        Contract.checkFrame(told);
        Likeness likeness = new Likeness(
                agent.platform(),
                agent.name(),
                callId,
                told.at("/gateway/user/id").asText());
        ObjectNode example = JsonNodeFactory.instance.objectNode().put("word", word.word());
        if (!word.sign().isEmpty()) {
            example.set("platform", likeness.of(said(agent, word, callId)));
        }
        example.set("told", likeness.of(told));
        return example;
    }

    /** The platform's own message that has the word; a text where it is not JSON. */
    private static JsonNode said(Seat agent, ReasonWord word, String callId) {
        List<String> all = agent.control().told(agent.name()).stream()
                .filter(message -> message.contains(word.sign()))
                .toList();
        List<String> ofCall =
                all.stream().filter(message -> message.contains(callId)).toList();
        List<String> messages = callId.isEmpty() || ofCall.isEmpty() ? all : ofCall;
        assertThat(messages)
                .as(() -> word + " by " + word.sign() + " in what the platform said: "
                        + agent.control().told(agent.name()))
                .isNotEmpty();
        String message = messages.get(messages == ofCall ? 0 : messages.size() - 1);
        return message.startsWith("{") ? Contract.json(message) : JsonNodeFactory.instance.textNode(message);
    }
}

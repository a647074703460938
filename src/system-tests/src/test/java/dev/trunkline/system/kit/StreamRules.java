package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.system.Contract;
import dev.trunkline.system.Frames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds for every stream of every agent, whatever happened in it (contract 3.1, 3.2a, 3.4, 4, 10). */
final class StreamRules {
    /** In these alone two changes of a call may not differ (rule 3.1.9). */
    private static final List<String> NEVER_THE_SAME = List.of("v", "eventId", "seq", "callSeq", "time", "times");

    private final List<JsonNode> frames;
    private final Map<String, List<JsonNode>> calls = new LinkedHashMap<>();

    /** @param frames all that came in profile extended, in order */
    StreamRules(List<JsonNode> frames) {
        this.frames = frames;
        numberedCalls(frames).forEach(frame -> calls.computeIfAbsent(
                        frame.at("/gateway/callRef").asText(), ref -> new ArrayList<>())
                .add(frame));
    }

    private static List<JsonNode> numberedCalls(List<JsonNode> frames) {
        return frames.stream()
                .filter(Call::isCall)
                .filter(frame -> frame.at("/gateway/seq").isNumber())
                .toList();
    }

    void check() {
        numbersHaveNoGap();
        eventIdsAreUnique();
        calls.values().forEach(call -> {
            callNumbersHaveNoGap(call);
            eachChangesSomething(call);
            oneEndAndLast(call);
        });
    }

    /** What holds for each message alone. */
    static void check(Platform platform, JsonNode frame) {
        Contract.checkFrame(frame);
        Contract.check(frame, "common#/$defs/noSecrets");
        ButtonTable.check(frame.path("gateway"));
        platform.checkForm(frame);
    }

    private void numbersHaveNoGap() {
        long expected = 0;
        for (JsonNode frame : frames) {
            JsonNode seq = frame.at("/gateway/seq");
            if (seq.isNumber()) {
                assertThat(expected == 0 || seq.asLong() == expected)
                        .as("seq %s, expected %s", seq, expected)
                        .isTrue();
                expected = seq.asLong() + 1;
            }
        }
    }

    private void eventIdsAreUnique() {
        Set<String> seen = new HashSet<>();
        for (JsonNode frame : frames) {
            String id = frame.at("/gateway/eventId").asText();
            assertThat(id.isEmpty() || seen.add(id)).as("eventId %s twice", id).isTrue();
            assertThat(id.isEmpty()).isEqualTo(frame.at("/gateway/seq").isMissingNode());
        }
    }

    private static void callNumbersHaveNoGap(List<JsonNode> call) {
        long first = call.get(0).at("/gateway/callSeq").asLong();
        for (int i = 0; i < call.size(); i++) {
            assertThat(call.get(i).at("/gateway/callSeq").asLong())
                    .as("callSeq of %s", call.get(i))
                    .isEqualTo(first + i);
        }
    }

    private static void eachChangesSomething(List<JsonNode> call) {
        for (int i = 1; i < call.size(); i++) {
            assertThat(withoutNumbers(call.get(i)))
                    .as("a change that changes nothing")
                    .isNotEqualTo(withoutNumbers(call.get(i - 1)));
        }
    }

    private static JsonNode withoutNumbers(JsonNode frame) {
        ObjectNode copy = frame.deepCopy();
        ((ObjectNode) copy.path("gateway")).remove(NEVER_THE_SAME);
        return copy;
    }

    private static void oneEndAndLast(List<JsonNode> call) {
        List<String> lifeCycles = call.stream().map(Frames::lifeCycle).toList();
        assertThat(lifeCycles).endsWith("ENDED").containsOnlyOnce("ENDED");
    }

    /** What profile exact shows of them: without our block, and without changes that only our block shows. */
    List<JsonNode> exactCalls(long after) {
        List<JsonNode> exact = new ArrayList<>();
        Map<String, JsonNode> before = new HashMap<>();
        for (JsonNode frame : numberedCalls(frames)) {
            JsonNode bare = bare(frame);
            JsonNode last = before.put(frame.at("/gateway/callRef").asText(), bare);
            if (!bare.equals(last) && frame.at("/gateway/seq").asLong() > after) {
                exact.add(bare);
            }
        }
        return exact;
    }

    private static JsonNode bare(JsonNode frame) {
        ObjectNode copy = frame.deepCopy();
        copy.remove("gateway");
        return copy;
    }

    /** Forms are renderings of one change: they share number and eventId. @param last what every one of them has heard */
    static void sameChanges(long last, List<List<JsonNode>> forms) {
        List<List<String>> changes = forms.stream()
                .map(frames -> frames.stream()
                        .filter(frame -> frame.at("/gateway/seq").isNumber())
                        .filter(frame -> frame.at("/gateway/seq").asLong() <= last)
                        .map(frame -> frame.at("/gateway/seq") + " " + frame.at("/gateway/eventId"))
                        .toList())
                .toList();
        assertThat(changes).allMatch(changes.get(0)::equals);
    }
}

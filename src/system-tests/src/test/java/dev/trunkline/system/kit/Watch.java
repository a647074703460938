package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Listens to all that one agent is told, on every channel name and in both profiles, and checks what must hold of it. */
public final class Watch {
    private final Map<String, Ear> extended = new LinkedHashMap<>();
    private final Map<String, Ear> exact = new LinkedHashMap<>();
    private Person person;
    /** How much the first ear had heard when the case began. */
    private int mark;

    Watch(Platform platform, Person person) {
        this.person = person;
        long after = lastNumber();
        for (String channel : platform.channels()) {
            extended.put(channel, new Ear(platform, person, channel, "extended", after));
            exact.put(channel, new Ear(platform, person, channel, "exact", after));
        }
    }

    /** Goes on where it was cut off. */
    void resume(Person again) {
        person = again;
        long heard = first().lastNumber();
        extended.values().forEach(ear -> ear.resume(again, ear.lastNumber()));
        exact.values().forEach(ear -> ear.resume(again, heard));
    }

    private Ear first() {
        return extended.values().iterator().next();
    }

    private long lastNumber() {
        return person.read("agents/me").path("lastSeq").asLong();
    }

    // ---- what came since the case began

    public List<JsonNode> frames(Predicate<JsonNode> wanted) {
        List<JsonNode> all = first().frames();
        return all.subList(mark, all.size()).stream().filter(wanted).toList();
    }

    public JsonNode await(String what, Predicate<JsonNode> wanted) {
        Await.until(() -> what + " among " + subtopics(), () -> !frames(wanted).isEmpty());
        return frames(wanted).get(0);
    }

    public JsonNode awaitCode(String code) {
        return await(code, frame -> frame.at("/gateway/code").asText().equals(code));
    }

    public JsonNode awaitSubtopic(String subtopic) {
        return await(subtopic, frame -> frame.path("subtopic").asText().equals(subtopic));
    }

    private List<String> subtopics() {
        return frames(frame -> true).stream()
                .map(frame -> frame.path("subtopic").asText() + " "
                        + frame.at("/gateway/lifeCycle").asText()
                        + frame.at("/gateway/code").asText())
                .toList();
    }

    /** The event that a command caused: the first one, and it alone, names the command and its verb (contract 3.2). */
    JsonNode shown(String verb, JsonNode ack) {
        Predicate<JsonNode> ofCommand = frame -> frame.at("/gateway/commandId").equals(ack.path("commandId"));
        JsonNode event = await("the event of " + verb, ofCommand);
        assertThat(event.at("/gateway/verb").asText()).isEqualTo(verb);
        assertThat(frames(ofCommand)).hasSize(1);
        return event;
    }

    // ---- what must hold

    /** Waits until every ear has heard all, then checks all that it has heard; the next case begins here. */
    void check() {
        long last = lastNumber();
        extended.forEach((channel, ear) -> {
            ear.awaitNumber(last);
            StreamRules rules = new StreamRules(ear.frames());
            rules.check();
            exact.get(channel).check(rules);
        });
        StreamRules.sameChanges(
                last, extended.values().stream().map(Ear::frames).toList());
        mark = first().frames().size();
    }

    void close() {
        List<Ear> all = new ArrayList<>(extended.values());
        all.addAll(exact.values());
        all.forEach(Ear::close);
    }
}

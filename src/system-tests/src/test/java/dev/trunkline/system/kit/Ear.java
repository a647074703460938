package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Person;
import java.util.ArrayList;
import java.util.List;

/** One listener in one form and profile, over as many connections as it takes. */
final class Ear {
    private final Platform platform;
    private final String query;
    private final List<JsonNode> earlier = new ArrayList<>();
    private Person.Line line;
    /** Number after which this connection, and so what is compared, begins. */
    private long since;

    private int checked;

    Ear(Platform platform, Person person, String channel, String profile, long after) {
        this.platform = platform;
        query = "?channel=" + channel + "&profile=" + profile + "&after=";
        since = after;
        line = person.listen(query + after);
    }

    /** A new connection, from a number on. */
    void resume(Person person, long after) {
        line.close();
        earlier.addAll(line.frames().all());
        since = after;
        line = person.listen(query + after);
    }

    List<JsonNode> frames() {
        List<JsonNode> all = new ArrayList<>(earlier);
        all.addAll(line.frames().all());
        return all;
    }

    long lastNumber() {
        return frames().stream()
                .mapToLong(frame -> frame.at("/gateway/seq").asLong())
                .max()
                .orElse(since);
    }

    void awaitNumber(long number) {
        Await.until("number " + number + " on " + query, () -> Math.max(lastNumber(), since) >= number);
        checkNew();
    }

    private void checkNew() {
        List<JsonNode> frames = frames();
        frames.subList(checked, frames.size()).forEach(frame -> StreamRules.check(platform, frame));
        checked = frames.size();
    }

    /** Profile exact: nothing of ours in it, and the calls' changes of the extended stream that show in this form. */
    void check(StreamRules extended) {
        List<JsonNode> expected = extended.exactCalls(since);
        Await.until(
                expected.size() + " calls' events on " + query,
                () -> line.frames().calls().size() >= expected.size());
        assertThat(line.frames().calls().subList(0, expected.size())).isEqualTo(expected);
        assertThat(frames()).noneMatch(frame -> frame.has("gateway"));
        checkNew();
    }

    void close() {
        line.close();
    }
}

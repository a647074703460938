package dev.trunkline.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentKey;
import dev.trunkline.owner.Owner;
import dev.trunkline.store.OnEachDatabase;
import dev.trunkline.store.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page costs what is on it, however long the stream is. */
@OnEachDatabase
class EventIndexTest {
    private static final AgentKey DANA = new AgentKey(AgentKey.DEFAULT_TENANT, "dana");
    private static final String CALL = "c-7";
    private static final int COMMITS = 24;
    private static final int CHANGES = 100;

    private final TestDatabase database;
    private final List<String> asked = new ArrayList<>();
    private EventStore reader;

    EventIndexTest(TestDatabase.Kind kind) {
        database = kind.open();
    }

    @BeforeEach
    void fill() {
        EventStore writer = new EventStore(database.jdbi(), new Owner(database.jdbi()));
        for (int commit = 0; commit < COMMITS; commit++) {
            writer.append(Collections.nCopies(CHANGES, change("c-" + commit)));
        }
        Jdbi watched = database.beforeEach(asked::add);
        reader = new EventStore(watched, new Owner(watched));
        asked.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void pageShouldGoAlongTheKey() {
        assertThat(reader.page(DANA, 300, 100, "")).hasSize(100);
        assertThat(plan()).containsIgnoringCase("key");
    }

    @Test
    void pageOfACallShouldReadNoOtherCall() {
        assertThat(reader.page(DANA, 0, 100, CALL)).hasSize(100);
        assertThat(plan()).containsIgnoringCase("_call");
    }

    @Test
    void lastOfACallShouldReadNoOtherCall() {
        assertThat(reader.lastOfCall(DANA, CALL)).isPresent();
        assertThat(plan()).containsIgnoringCase("_call");
    }

    @Test
    void rangeShouldGoAlongTheKey() {
        assertThat(reader.range(DANA)).isEqualTo(new LogRange(1, (long) COMMITS * CHANGES));
        assertThat(plan()).containsIgnoringCase("key");
    }

    /** How the last question is answered: by an index that leaves nothing to leave out. */
    private String plan() {
        String question = asked.get(asked.size() - 1)
                .replace(":tenant", "'default'")
                .replace(":agent", "'dana'")
                .replace(":after", "300")
                .replace(":last", "900")
                .replace(":call", "'" + CALL + "'")
                .replaceFirst("\\?", "'default'")
                .replaceFirst("\\?", "'dana'")
                .replaceFirst("\\?", "'" + CALL + "'");
        String plan = database.jdbi()
                .withHandle(handle -> String.join(
                        "\n",
                        handle.createQuery("explain " + question)
                                .mapTo(String.class)
                                .list()));
        assertThat(plan.toLowerCase(Locale.ROOT)).doesNotContain("seq scan", "tablescan", "sort key", "filter:");
        return plan;
    }

    private static Change change(String callRef) {
        Gateway gateway =
                Gateway.of(DANA.agent()).origin(Origin.EVENT).call(callRef, 1).build();
        return new Change(DANA, "any", Map.of("Any", "{}"), Set.of(), gateway, List.of());
    }
}

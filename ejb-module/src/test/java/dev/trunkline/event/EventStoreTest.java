package dev.trunkline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.model.AgentKey;
import dev.trunkline.owner.Owner;
import dev.trunkline.store.OnEachDatabase;
import dev.trunkline.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class EventStoreTest {
    private static final AgentKey DANA = new AgentKey(AgentKey.DEFAULT_TENANT, "dana");
    private static final AgentKey IVO = new AgentKey(AgentKey.DEFAULT_TENANT, "ivo");

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T10:10:00Z");

    private final TestDatabase database;
    private final EventStore store;

    EventStoreTest(TestDatabase.Kind kind) {
        database = kind.open();
        store = new EventStore(database.jdbi(), new Owner(database.jdbi()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eventsShouldBeNumberedForEachAgentWithoutGaps() {
        store.append(List.of(change(DANA), change(IVO), change(DANA)));
        store.append(List.of(change(DANA), change(IVO)));

        assertThat(numbers(DANA, 0)).containsExactly(1L, 2L, 3L);
        assertThat(numbers(IVO, 0)).containsExactly(1L, 2L);
        assertThat(numbers(DANA, 2)).containsExactly(3L);
    }

    @Test
    void failedChangeShouldLeaveNothingOfItsCommit() {
        Change bad =
                new Change(DANA, "any", Map.of(), Set.of(), Gateway.of("dana").build(), List.of(handle -> {
                    throw new IllegalStateException("on purpose");
                }));

        assertThatThrownBy(() -> store.append(List.of(change(DANA), bad))).isInstanceOf(IllegalStateException.class);
        assertThat(store.range(DANA)).isEqualTo(new LogRange(1, 0));
        store.append(List.of(change(DANA)));
        assertThat(numbers(DANA, 0)).containsExactly(1L);
    }

    @Test
    void anotherOwnerShouldNotBeAbleToWrite() {
        store.append(List.of(change(DANA)));
        Change stolen = new Change(
                DANA,
                "any",
                Map.of(),
                Set.of(),
                Gateway.of("dana").build(),
                List.of(handle -> handle.execute("update agent_stream set epoch = epoch + 1")));

        assertThatThrownBy(() -> store.append(List.of(stolen))).hasMessageContaining("another owner");
    }

    @Test
    void processThatComesBackShouldNotWriteOverTheOneThatTookOver() {
        store.append(List.of(change(DANA)));
        new EventStore(database.jdbi(), new Owner(database.jdbi())).append(List.of(change(DANA)));

        assertThatThrownBy(() -> store.append(List.of(change(DANA)))).hasMessageContaining("another owner");
        assertThat(numbers(DANA, 0)).containsExactly(1L, 2L);
    }

    @Test
    void storedMessageShouldComeBackAsItWas() {
        store.append(List.of(change(DANA)));
        StoredEvent event = store.page(DANA, 0, 10, "").get(0);

        assertThat(event.message("Any", Profile.EXACT)).contains("{\"a\":\"ü\\n\"}");
        assertThat(event.message("Any", Profile.EXTENDED).orElseThrow())
                .startsWith("{\"a\":\"ü\\n\",\"gateway\":{\"v\":1,")
                .contains("\"seq\":1")
                .contains(event.eventId());
        assertThat(event.message("Hidden", Profile.EXACT)).isEmpty();
        assertThat(event.message("Hidden", Profile.EXTENDED)).isPresent();
    }

    @Test
    void oldHoursShouldGoAsTables() {
        HourTables hours = store.hours();
        hours.at(Instant.parse("2026-01-01T10:10:00Z"));
        hours.at(Instant.parse("2026-01-01T11:10:00Z"));
        store.append(List.of(change(DANA)));

        assertThat(hours.dropOld(Instant.parse("2026-01-01T11:30:00Z"), Long.MAX_VALUE))
                .containsExactly("event_2026010110");
        assertThat(hours.dropOld(Instant.parse("2026-01-01T11:30:00Z"), 0)).containsExactly("event_2026010111");
        assertThat(numbers(DANA, 0)).containsExactly(1L);
    }

    @Test
    void rangeShouldSayWhatIsKept() {
        store.append(List.of(change(DANA), change(DANA)));
        LogRange range = store.range(DANA);

        assertThat(LongStream.rangeClosed(-1, 3).filter(range::reaches)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void tableInUseShouldStayUntilItIsFree() {
        HourTables hours = store.hours();
        String old = hours.at(LONG_AGO);
        store.append(List.of(change(DANA)));

        try (Handle longWork = database.jdbi().open()) {
            longWork.begin();
            insertInto(longWork, old, 7);
            assertThat(hours.dropOld(Instant.now(), Long.MAX_VALUE)).isEmpty();
            longWork.commit();
        }
        assertThat(hours.oldestFirst()).startsWith(old).hasSize(2);
        assertThat(hours.dropOld(Instant.now(), Long.MAX_VALUE)).containsExactly(old);
        assertThat(hours.oldestFirst()).hasSize(1).doesNotContain(old);
    }

    @Test
    void tableThatIsGoneShouldBeReadAsEmpty() {
        String old = store.hours().at(LONG_AGO);
        store.append(List.of(change(DANA)));
        database.jdbi().useHandle(handle -> handle.execute("drop table " + old));

        assertThat(numbers(DANA, 0)).containsExactly(1L);
        assertThat(store.range(DANA)).isEqualTo(new LogRange(1, 1));
        assertThat(store.lastOfCall(DANA, "c-1")).isEmpty();
    }

    @Test
    void pageShouldHaveNoGapWhenItIsReadWhileTheHourTurns() {
        String before = store.hours().at(LONG_AGO);
        store.append(List.of(change(IVO)));
        String after = store.hours().oldestFirst().get(1);
        new Owner(database.jdbi()).epoch(DANA);
        database.jdbi().useTransaction(handle -> storeUpTo(handle, 1, before));
        AtomicBoolean turned = new AtomicBoolean();
        Jdbi watched = database.beforeEach(sql -> {
            if (sql.contains(after) && turned.compareAndSet(false, true)) {
                database.jdbi().useTransaction(handle -> {
                    storeUpTo(handle, 2, before);
                    storeUpTo(handle, 3, after);
                });
            }
        });

        EventStore reader = new EventStore(watched, new Owner(watched));
        assertThat(reader.page(DANA, 0, 100, "").stream().map(StoredEvent::seq)).containsExactly(1L);
        assertThat(turned).isTrue();
        assertThat(reader.page(DANA, 1, 100, "").stream().map(StoredEvent::seq)).containsExactly(2L, 3L);
    }

    private static void storeUpTo(Handle handle, long seq, String table) {
        insertInto(handle, table, seq);
        handle.execute("update agent_stream set last_seq = ? where agent = ?", seq, DANA.agent());
    }

    private static void insertInto(Handle handle, String table, long seq) {
        handle.execute(
                "insert into " + table + " (tenant, agent, seq, event_id, stored_at, vendor, call_ref, forms, gateway)"
                        + " values (?, ?, ?, ?, 0, 'any', 'c-1', '', '{}')",
                DANA.tenant(),
                DANA.agent(),
                seq,
                "e-" + seq);
    }

    private List<Long> numbers(AgentKey key, long after) {
        return store.page(key, after, 100, "").stream().map(StoredEvent::seq).toList();
    }

    private static Change change(AgentKey key) {
        return new Change(
                key,
                "any",
                Map.of("Any", "{\"a\":\"ü\\n\"}", "Hidden", "{}"),
                Set.of("Any"),
                Gateway.of(key.agent()).origin(Origin.EVENT).build(),
                List.of());
    }
}

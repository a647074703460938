package dev.trunkline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.RefusedException;
import dev.trunkline.owner.Owner;
import dev.trunkline.store.OnEachDatabase;
import dev.trunkline.store.TestDatabase;
import dev.trunkline.store.UnreliableDatabase;
import dev.trunkline.store.UnreliableDatabase.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the log behaves when its database does not. */
@OnEachDatabase
class OutageTest {
    private static final AgentKey DANA = new AgentKey(AgentKey.DEFAULT_TENANT, "dana");
    private static final int BOUND = 20;
    private static final long LONGEST_SECONDS = 60;

    private final UnreliableDatabase database;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<StoredEvent> told = new CopyOnWriteArrayList<>();
    private final Intake intake = new Intake(Duration.ofSeconds(2));
    private final AtomicReference<Optional<String>> shortage = new AtomicReference<>(Optional.empty());
    private final EventLog log;

    OutageTest(TestDatabase.Kind kind) throws Exception {
        database = new UnreliableDatabase(kind);
        log = new EventLog(
                database.jdbi(),
                new Owner(database.jdbi()),
                intake,
                shortage::get,
                change -> told.add(change.event()),
                threads,
                BOUND);
        done(log.append(List.of(change())));
    }

    @AfterEach
    void close() {
        log.close();
        database.mend();
        threads.shutdownNow();
        database.close();
    }

    @Test
    void changesShouldWaitInOrderForADatabaseThatIsAway() throws Exception {
        database.suffer(Trouble.AWAY);
        List<Change> changes = IntStream.range(0, 5).mapToObj(i -> change()).toList();
        List<CompletableFuture<List<StoredEvent>>> stored =
                changes.stream().map(change -> log.append(List.of(change))).toList();
        until(() -> intake.closed().isPresent());
        assertThat(stored).noneMatch(CompletableFuture::isDone);
        database.mend();

        done(stored.get(4));
        assertThat(told.stream().skip(1).map(StoredEvent::eventId))
                .isEqualTo(changes.stream().map(Change::id).toList());
        assertThat(told.stream().map(StoredEvent::seq))
                .isEqualTo(LongStream.rangeClosed(1, 6).boxed().toList());
        assertThat(intake.closed()).isEmpty();
    }

    @Test
    void commitThatTookPlaceUnnoticedShouldNotTakePlaceAgain() throws Exception {
        Change change = change();
        database.suffer(Trouble.HIDES_A_COMMIT);
        List<StoredEvent> stored = done(log.append(List.of(change)));

        assertThat(stored).singleElement().satisfies(event -> {
            assertThat(event.eventId()).isEqualTo(change.id());
            assertThat(event.seq()).isEqualTo(2);
        });
        assertThat(inTheLog()).hasSize(2);
        assertThat(told.stream().map(StoredEvent::eventId)).containsOnlyOnce(change.id());
        assertThat(intake.closed()).as("one connection that died is no outage").isEmpty();
    }

    @Test
    void commitThatDidNotTakePlaceShouldTakePlaceOnce() throws Exception {
        database.suffer(Trouble.LOSES_A_COMMIT);
        done(log.append(List.of(change(), change())));

        assertThat(inTheLog()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void writeBesideAHiddenCommitShouldBeDoneOnce() throws Exception {
        Change counting = change(handle -> handle.execute("update agent_stream set epoch = epoch + 0"));
        Change raising = change(handle ->
                handle.execute("insert into event_hour (name, started_at, bytes) values ('event_once', 0, 0)"));
        database.suffer(Trouble.HIDES_A_COMMIT);
        done(log.append(List.of(counting, raising)));

        assertThat(inTheLog()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void streamThatMovedMeanwhileShouldNotBeWrittenTwice() {
        EventStore store = new EventStore(database.itself(), new Owner(database.itself()));
        Attempt attempt = new Attempt(List.of(change()), List.of());
        attempt.stands(DANA, 0);

        assertThatThrownBy(() -> store.append(attempt)).hasMessageContaining("moved");
        assertThat(inTheLog()).containsExactly(1L);
    }

    @Test
    void changeThatIsRefusedForItselfShouldNotKeepTheOthers() throws Exception {
        CompletableFuture<List<StoredEvent>> refused = log.append(List.of(change(handle -> {
            throw new IllegalStateException("on purpose");
        })));
        CompletableFuture<List<StoredEvent>> after = log.append(List.of(change()));

        assertThat(done(after)).singleElement().extracting(StoredEvent::seq).isEqualTo(2L);
        assertThatThrownBy(() -> done(refused)).isInstanceOf(ExecutionException.class);
        assertThat(intake.closed()).isEmpty();
    }

    @Test
    void beyondTheBoundChangesShouldBeGivenUpAndNobodyWait() throws Exception {
        database.suffer(Trouble.AWAY);
        log.append(List.of(change()));
        until(() -> intake.closed().isPresent());
        List<CompletableFuture<List<StoredEvent>>> stored = IntStream.range(0, 2 * BOUND)
                .mapToObj(i -> log.append(List.of(change())))
                .toList();

        assertThat(stored.subList(BOUND, 2 * BOUND)).allMatch(CompletableFuture::isCompletedExceptionally);
        database.mend();
        for (CompletableFuture<List<StoredEvent>> kept : stored.subList(0, BOUND)) {
            done(kept);
        }
        assertThat(inTheLog())
                .isEqualTo(LongStream.rangeClosed(1, BOUND + 2).boxed().toList());
    }

    @Test
    void silentDatabaseShouldCloseTheIntakeAndItsAnswerOpenIt() throws Exception {
        database.suffer(Trouble.STUCK);
        CompletableFuture<List<StoredEvent>> stored = log.append(List.of(change()));
        until(() -> intake.closed().isPresent() && answersNobody());

        assertThat(intake.closed().orElseThrow().why()).contains("has not answered");
        assertThatThrownBy(intake::check).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                        refused.refusal().retryAfterMs())
                .isPresent());
        database.mend();
        done(stored);
        until(() -> {
            log.tend();
            return intake.closed().isEmpty();
        });
        assertThat(inTheLog()).containsExactly(1L, 2L);
    }

    @Test
    void outageShouldBeFoundOutAlsoWhereNobodyWantsAnything() {
        database.suffer(Trouble.AWAY);
        until(() -> {
            log.tend();
            return intake.closed().isPresent();
        });
        database.mend();
        until(() -> intake.closed().isEmpty());
    }

    @Test
    void shortageOfTheDiskShouldCloseTheIntakeWhileChangesAreStored() throws Exception {
        shortage.set(Optional.of("the disk is full"));
        log.tend();
        assertThat(intake.closed().orElseThrow().why()).isEqualTo("the disk is full");
        assertThat(done(log.append(List.of(change())))).hasSize(1);
        assertThat(intake.closed()).isPresent();
        shortage.set(Optional.empty());
        log.tend();
        assertThat(intake.closed()).isEmpty();
    }

    private boolean answersNobody() {
        try {
            intake.checkAnswers();
            return false;
        } catch (RefusedException refused) {
            return true;
        }
    }

    private List<Long> inTheLog() {
        return new EventStore(database.itself(), new Owner(database.itself()))
                .page(DANA, 0, 100, "").stream().map(StoredEvent::seq).toList();
    }

    private static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static Change change(Change.Alongside... writes) {
        return new Change(
                DANA,
                "any",
                Map.of("Any", "{}"),
                Set.of("Any"),
                Gateway.of(DANA.agent()).origin(Origin.EVENT).build(),
                List.of(writes));
    }
}

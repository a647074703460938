package dev.trunkline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.call.CommandStore;
import dev.trunkline.call.CommandStore.Key;
import dev.trunkline.call.Ids;
import dev.trunkline.call.Records;
import dev.trunkline.event.EventLog;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.RefusedException;
import dev.trunkline.model.Verb;
import dev.trunkline.owner.Owner;
import dev.trunkline.store.OnEachDatabase;
import dev.trunkline.store.TestDatabase;
import dev.trunkline.store.UnreliableDatabase;
import dev.trunkline.store.UnreliableDatabase.Trouble;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DoorTest {
    private static final AgentKey DANA = new AgentKey(AgentKey.DEFAULT_TENANT, "dana");
    private static final Key KEY = new Key("the-key-of-a-dial", "f");
    private static final long LONGEST_SECONDS = 60;

    private final UnreliableDatabase database;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final EventLog log;
    private final CommandStore store;
    private final Door door;
    private final CommandRecord dial = dial();
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();

    DoorTest(TestDatabase.Kind kind) {
        database = new UnreliableDatabase(kind);
        log = new EventLog(database.jdbi(), new Owner(database.jdbi()), change -> {}, threads);
        store = new CommandStore(database.jdbi());
        door = new Door(log, threads);
    }

    @AfterEach
    void close() {
        database.mend();
        threads.shutdownNow();
        database.close();
    }

    private boolean take() {
        return door.pass(visit -> {
            try {
                door.store(
                        visit, dial, () -> store.insert(dial, Optional.of(KEY), Optional.of(Records.announced(dial))));
                done.set(true);
                return true;
            } finally {
                over.set(true);
            }
        });
    }

    @Test
    void visitorForWhomTheServerHasNoThreadShouldBeRefused() {
        Door full = new Door(log, task -> {
            throw new RejectedExecutionException("all threads are busy");
        });

        assertThatThrownBy(() -> full.pass(visit -> "in"))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        why -> assertThat(why.refusal().code()).isEqualTo(Code.OVERLOADED));
    }

    @Test
    void storedCommandShouldBeLetIn() {
        assertThat(take()).isTrue();
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void commandThatIsStoredTooLateShouldBeRefusedAndLeaveNothing() {
        database.suffer(Trouble.STUCK);
        overloaded(this::take);
        database.mend();

        until(() -> over.get() && !door.refused(dial.id()) && rows() == 0);
        assertThat(done).isFalse();
    }

    @Test
    void commandWhoseCommitIsUnknownShouldBeRefusedAndLeaveNothing() {
        database.suffer(Trouble.HIDES_A_COMMIT);
        overloaded(this::take);

        until(() -> over.get() && !door.refused(dial.id()) && rows() == 0);
        assertThat(done).isFalse();
    }

    @Test
    void doorShouldBeClosedWhileTheLogIs() {
        database.suffer(Trouble.AWAY);
        log.doubt();
        until(() -> log.intake().closed().isPresent());
        AtomicBoolean asked = new AtomicBoolean();
        overloaded(() -> door.pass(visit -> asked.getAndSet(true)));

        assertThat(asked).isFalse();
        database.mend();
        until(() -> log.intake().closed().isEmpty());
        assertThat(take()).isTrue();
    }

    @Test
    void refusalShouldComeThroughAsItIs() {
        assertThatThrownBy(() -> door.pass(visit -> {
                    throw new RefusedException(Code.AGENT_BUSY, "on a call");
                }))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(Code.AGENT_BUSY));
    }

    private static void overloaded(ThrowingCallable visit) {
        assertThatThrownBy(visit).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(Code.OVERLOADED);
            assertThat(refused.refusal().retryAfterMs()).isPresent();
        });
    }

    private int rows() {
        return database.itself().withHandle(handle -> handle.createQuery(
                        "select (select count(*) from command) + (select count(*) from idempotency)"
                                + " + (select count(*) from call_record)")
                .mapTo(Integer.class)
                .one());
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static CommandRecord dial() {
        return new CommandRecord(
                DANA,
                Ids.command(),
                "fake",
                "Fake",
                Verb.MAKE_CALL,
                Map.of("toAddress", "3125550142"),
                Status.ACCEPTED,
                Optional.of(Ids.callRef()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "dana",
                "127.0.0.1",
                Instant.now(),
                Optional.empty(),
                Optional.empty());
    }
}

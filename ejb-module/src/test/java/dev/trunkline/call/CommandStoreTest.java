package dev.trunkline.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.call.CommandStore.Key;
import dev.trunkline.call.CommandStore.KeyBoundException;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Verb;
import dev.trunkline.store.OnEachDatabase;
import dev.trunkline.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class CommandStoreTest {
    private static final AgentKey DANA = new AgentKey(AgentKey.DEFAULT_TENANT, "dana");
    private static final Optional<Key> KEY = Optional.of(new Key("once", "same"));
    private static final int TOGETHER = 8;

    private final TestDatabase database;
    private final CommandStore store;
    private final Calls calls;

    CommandStoreTest(TestDatabase.Kind kind) {
        database = kind.open();
        store = new CommandStore(database.jdbi());
        calls = new Calls(database.jdbi());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void ofRequestsThatComeTogetherWithOneKeyOneShouldBeStored() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
        try {
            CyclicBarrier start = new CyclicBarrier(TOGETHER);
            Callable<Boolean> request = () -> {
                start.await();
                return stored(dial());
            };
            List<Future<Boolean>> requests = threads.invokeAll(
                    IntStream.range(0, TOGETHER).mapToObj(any -> request).toList());
            int stored = 0;
            for (Future<Boolean> one : requests) {
                stored += one.get() ? 1 : 0;
            }

            assertThat(stored).isEqualTo(1);
            assertThat(store.open()).singleElement().satisfies(only -> assertThat(
                            store.bound(DANA, "once").orElseThrow().commandId())
                    .isEqualTo(only.id()));
            assertThat(calls.list(DANA, false, Optional.empty(), 10)).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean stored(CommandRecord dial) {
        try {
            store.insert(dial, KEY, Optional.of(Records.announced(dial)));
            return true;
        } catch (KeyBoundException late) {
            return false;
        }
    }

    @Test
    void keyPastItsLifeShouldBeFree() {
        CommandRecord old = dial(Instant.now().minus(CommandStore.KEY_LIFE).minusSeconds(1));
        store.insert(old, KEY, Optional.empty());
        CommandRecord young = dial();
        assertThatThrownBy(() -> store.insert(young, KEY, Optional.empty())).isInstanceOf(KeyBoundException.class);

        assertThat(store.bound(DANA, "once")).isEmpty();
        store.insert(young, KEY, Optional.empty());
        assertThat(store.bound(DANA, "once").orElseThrow().commandId()).isEqualTo(young.id());
    }

    @Test
    void storedCommandShouldComeBackAsItWas() {
        CommandRecord dial = dial(Instant.ofEpochMilli(1_770_000_000_000L));
        store.insert(dial, Optional.empty(), Optional.of(Records.announced(dial)));

        assertThat(store.find(AgentKey.DEFAULT_TENANT, dial.id())).contains(dial);
        assertThat(calls.find(DANA, dial.callRef().orElseThrow())).contains(Records.announced(dial));
    }

    @Test
    void lastThingThatWasDoneShouldBeKnown() {
        CommandRecord old = dial(Instant.ofEpochMilli(1_770_000_000_000L));
        store.insert(old, Optional.empty(), Optional.empty());
        assertThat(store.lastTouched()).contains(old.createdAt());

        store.sent(old);
        assertThat(store.lastTouched())
                .isEqualTo(store.find(AgentKey.DEFAULT_TENANT, old.id())
                        .orElseThrow()
                        .sentAt());
    }

    private static CommandRecord dial() {
        return dial(Instant.now());
    }

    private static CommandRecord dial(Instant at) {
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
                at,
                Optional.empty(),
                Optional.empty());
    }
}

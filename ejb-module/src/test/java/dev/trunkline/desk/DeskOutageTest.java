package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Calls;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.call.CommandStore;
import dev.trunkline.call.Records;
import dev.trunkline.event.EventLog;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.owner.Owner;
import dev.trunkline.store.OnEachDatabase;
import dev.trunkline.store.TestDatabase;
import dev.trunkline.store.UnreliableDatabase;
import dev.trunkline.store.UnreliableDatabase.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk whose database goes away and comes back. */
@OnEachDatabase
class DeskOutageTest {
    private static final int BOUND = 12;
    private static final long LONGEST_SECONDS = 60;

    private final UnreliableDatabase database;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<StoredEvent> events = new CopyOnWriteArrayList<>();
    private final FakePlatform platform = new FakePlatform();
    private final EventLog log;
    private final CommandStore commands;
    private final Desk desk;

    DeskOutageTest(TestDatabase.Kind kind) {
        database = new UnreliableDatabase(kind);
        log = new EventLog(
                database.jdbi(), new Owner(database.jdbi()), change -> events.add(change.event()), threads, BOUND);
        commands = new CommandStore(database.itself());
        desk = new Desk(
                DeskBench.DANA,
                platform,
                new Surroundings(
                        log,
                        new CommandStore(database.jdbi()),
                        new Calls(database.jdbi()),
                        new SignInStore(database.jdbi(), new Sealing(Optional.empty())),
                        told -> {},
                        threads,
                        threads,
                        new Patience(Duration.ofSeconds(8), Duration.ofSeconds(25)),
                        10,
                        "US"));
    }

    @BeforeEach
    void talk() throws InterruptedException {
        CommandRecord login = stored(Verb.LOGIN, Map.of(), Optional.empty());
        desk.takeLogin(login, DeskBench.signIn(), true);
        platform.current(AgentState.READY);
        until(() -> status(login) == Status.DONE);
        call(LifeCycle.CONNECTED);
        until(() -> told("CONNECTED"));
    }

    @AfterEach
    void close() {
        database.mend();
        threads.shutdownNow();
        database.close();
    }

    @Test
    void deskShouldBeToldAndAskedWhileItsDatabaseIsStuck() throws InterruptedException {
        database.suffer(Trouble.STUCK);
        call(LifeCycle.HELD);
        call(LifeCycle.CONNECTED);
        call(LifeCycle.WRAP_UP);
        call(LifeCycle.ENDED);
        until(() -> desk.calls().isEmpty());
        assertThat(desk.agent()).isPresent();
        assertThat(told("ENDED")).isFalse();
        database.mend();

        until(() -> told("ENDED"));
        assertThat(events.stream().map(StoredEvent::seq))
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
    }

    @Test
    void acceptedDialShouldNotGoOutUnnoted() {
        CommandRecord dial = stored(Verb.MAKE_CALL, Map.of("toAddress", DeskBench.NUMBER), Optional.empty());
        away();
        desk.take(dial, Optional.empty());
        until(() -> !desk.waitsFor(command -> command.verb() == Verb.MAKE_CALL));
        database.mend();

        until(() -> status(dial) == Status.FAILED);
        assertThat(commands.find(dial.key().tenant(), dial.id())
                        .orElseThrow()
                        .problem()
                        .orElseThrow()
                        .code())
                .isEqualTo(Code.OVERLOADED);
        assertThat(platform.asked).doesNotContain("dial");
    }

    @Test
    void acceptedDropShouldNotWaitForTheDatabase() throws InterruptedException {
        CommandRecord drop = stored(Verb.DROP, Map.of(), Optional.of("77"));
        away();
        desk.take(drop, Optional.empty());
        DeskBench.next(platform.asked, "drop");
        call(LifeCycle.ENDED);
        database.mend();

        until(() -> status(drop) == Status.DONE && told("ENDED"));
        assertThat(commands.find(drop.key().tenant(), drop.id()).orElseThrow().sentAt())
                .isPresent();
    }

    @Test
    void deskThatLostTooMuchShouldBeginAgainFromWhatIsStored() throws InterruptedException {
        CommandRecord hold = stored(Verb.HOLD, Map.of(), Optional.of("77"));
        away();
        desk.take(hold, Optional.empty());
        DeskBench.next(platform.asked, "hold");
        for (int i = 0; i < BOUND; i++) {
            call(LifeCycle.HELD);
            call(LifeCycle.CONNECTED);
        }
        until(() -> !desk.hasRoom());
        database.mend();
        until(() -> {
            desk.sweep(Instant.now());
            return desk.hasRoom();
        });
        assertThat(desk.openCalls()).containsExactly("77");
        platform.tells(listener -> listener.current(FakePlatform.agent(AgentState.NOT_READY), List.of()));

        until(() -> told("ENDED"));
        assertThat(events.stream().map(StoredEvent::seq))
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events.stream().filter(event -> body(event).contains("ENDED")))
                .hasSize(1);
        until(() -> status(hold) != Status.ACCEPTED);
    }

    private void away() {
        database.suffer(Trouble.AWAY);
        log.doubt();
        until(() -> log.intake().closed().isPresent());
    }

    private void call(LifeCycle now) {
        CallSnapshot news = FakePlatform.call("77", now, "", DeskBench.NUMBER);
        platform.tells(listener -> listener.call(news));
    }

    private boolean told(String word) {
        return events.stream().anyMatch(event -> body(event).contains(word));
    }

    private static String body(StoredEvent event) {
        return event.forms().get("Fake");
    }

    private Status status(CommandRecord command) {
        return commands.find(command.key().tenant(), command.id()).orElseThrow().status();
    }

    private CommandRecord stored(Verb verb, Map<String, Object> data, Optional<String> callId) {
        CommandRecord command = DeskBench.record(verb, data, callId);
        commands.insert(
                command,
                Optional.empty(),
                verb == Verb.MAKE_CALL ? Optional.of(Records.announced(command)) : Optional.empty());
        return command;
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}

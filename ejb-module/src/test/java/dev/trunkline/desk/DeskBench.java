package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.Calls;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.call.CommandStore;
import dev.trunkline.call.Ids;
import dev.trunkline.call.Records;
import dev.trunkline.desk.SignIn.CredentialSource;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.EventLog;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.model.Verb;
import dev.trunkline.owner.Owner;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A desk with a real database and a platform that a test speaks for. */
abstract class DeskBench {
    static final AgentKey DANA = new AgentKey(AgentKey.DEFAULT_TENANT, "dana");
    static final String NUMBER = "3125550142";
    static final long PATIENCE_SECONDS = 20;

    final TestDatabase database;
    final ExecutorService threads = Executors.newCachedThreadPool();
    final BlockingQueue<StoredEvent> events = new LinkedBlockingQueue<>();
    final BlockingQueue<AgentTold> told = new LinkedBlockingQueue<>();
    final CommandStore commands;
    final Calls calls;
    final SignInStore signIns;
    final EventLog log;
    FakePlatform platform = new FakePlatform();
    Desk desk;

    /** On the embedded database. */
    DeskBench() {
        this(TestDatabase.Kind.H2);
    }

    DeskBench(TestDatabase.Kind kind) {
        database = kind.open();
        commands = new CommandStore(database.jdbi());
        calls = new Calls(database.jdbi());
        signIns = new SignInStore(database.jdbi(), new Sealing(Optional.empty()));
        log = new EventLog(database.jdbi(), new Owner(database.jdbi()), change -> events.add(change.event()), threads);
    }

    @BeforeEach
    void open() {
        desk = newDesk();
    }

    Desk newDesk() {
        Surroundings around = new Surroundings(
                log,
                commands,
                calls,
                signIns,
                told::add,
                threads,
                threads,
                new Patience(Duration.ofSeconds(8), Duration.ofSeconds(25)),
                10,
                "US");
        return new Desk(DANA, platform, around);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    void ready() throws InterruptedException {
        CommandRecord login = login();
        platform.current(AgentState.READY);
        settled(login);
    }

    CommandRecord login() {
        CommandRecord login = store(Verb.LOGIN, Map.of());
        desk.takeLogin(login, signIn(), true);
        return login;
    }

    static SignIn signIn() {
        AgentSession session = new AgentSession(DANA, "fake", "dana", "7040", "", new Credential("not-a-real-one"));
        return new SignIn(session, "Fake", false, CredentialSource.GIVEN);
    }

    CommandRecord dial() {
        return take(Verb.MAKE_CALL, Map.of("toAddress", NUMBER), Optional.empty());
    }

    CommandRecord take(Verb verb, Map<String, Object> data, Optional<String> callId) {
        CommandRecord command = record(verb, data, callId);
        insert(command);
        desk.take(command, Optional.empty());
        return command;
    }

    CommandRecord store(Verb verb, Map<String, Object> data) {
        CommandRecord command = record(verb, data, Optional.empty());
        insert(command);
        return command;
    }

    void insert(CommandRecord command) {
        commands.insert(
                command,
                Optional.empty(),
                command.verb() == Verb.MAKE_CALL ? Optional.of(Records.announced(command)) : Optional.empty());
    }

    static CommandRecord record(Verb verb, Map<String, Object> data, Optional<String> callId) {
        return new CommandRecord(
                DANA,
                Ids.command(),
                "fake",
                "Fake",
                verb,
                data,
                Status.ACCEPTED,
                verb == Verb.MAKE_CALL ? Optional.of(Ids.callRef()) : Optional.empty(),
                callId,
                Optional.of("r-1"),
                Optional.empty(),
                "dana",
                "127.0.0.1",
                Instant.now(),
                Optional.empty(),
                Optional.empty());
    }

    static VendorException lost() {
        return new VendorException(Code.PLATFORM_TIMEOUT, "no answer", Effect.DOUBTFUL, Map.of(), null);
    }

    /** Lets time pass for the desk, again and again until the command is settled: the platform may still be being asked. */
    void overdue(CommandRecord command, Duration by) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (stored(command).status() == Status.ACCEPTED && System.nanoTime() < until) {
            desk.sweep(Instant.now().plus(by));
        }
    }

    CommandRecord stored(CommandRecord command) {
        return commands.find(AgentKey.DEFAULT_TENANT, command.id()).orElseThrow();
    }

    CommandRecord settled(CommandRecord command) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (stored(command).status() == Status.ACCEPTED && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        return stored(command);
    }

    StoredEvent untilEvent(Predicate<StoredEvent> wanted) throws InterruptedException {
        StoredEvent event = next(events);
        while (!wanted.test(event)) {
            event = next(events);
        }
        return event;
    }

    static String body(StoredEvent event) {
        return event.forms().get("Fake");
    }

    static void next(BlockingQueue<String> queue, String wanted) throws InterruptedException {
        while (!next(queue).equals(wanted)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T element = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(element).as("something should have come").isNotNull();
        return element;
    }
}

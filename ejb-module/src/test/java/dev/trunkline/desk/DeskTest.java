package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CallRecord;
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
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.owner.Owner;
import dev.trunkline.port.StreamState;
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
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final AgentKey DANA = new AgentKey(AgentKey.DEFAULT_TENANT, "dana");
    private static final String NUMBER = "3125550142";
    private static final long PATIENCE_SECONDS = 20;

    private final TestDatabase database = TestDatabase.inMemory();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<StoredEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<AgentTold> told = new LinkedBlockingQueue<>();
    private final CommandStore commands = new CommandStore(database.jdbi());
    private final Calls calls = new Calls(database.jdbi());
    private final SignInStore signIns = new SignInStore(database.jdbi(), new Sealing(Optional.empty()));
    private final EventLog log =
            new EventLog(database.jdbi(), new Owner(database.jdbi()), change -> events.add(change.event()), threads);
    private FakePlatform platform = new FakePlatform();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = newDesk();
    }

    private Desk newDesk() {
        Surroundings around = new Surroundings(
                log,
                commands,
                calls,
                signIns,
                told::add,
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

    @Test
    void loginShouldSignInOnlyWhenTheConnectionStands() throws InterruptedException {
        CommandRecord login = login();

        assertThat(next(platform.asked)).isEqualTo("open");
        platform.current(AgentState.LOGGED_OUT);
        assertThat(next(platform.asked)).isEqualTo("login");
        platform.tells(listener -> listener.agent(FakePlatform.agent(AgentState.NOT_READY)));

        assertThat(untilEvent(event -> body(event).contains("NOT_READY"))).isNotNull();
        assertThat(settled(login).status()).isEqualTo(Status.DONE);
        assertThat(signIns.all()).singleElement().satisfies(kept -> assertThat(kept.attached())
                .isFalse());
    }

    @Test
    void loginShouldJoinTheSessionThatIsThere() throws InterruptedException {
        CommandRecord login = login();
        platform.current(AgentState.READY);

        assertThat(settled(login).status()).isEqualTo(Status.DONE);
        assertThat(desk.signIn().map(SignIn::attached)).contains(true);
        assertThat(platform.asked).doesNotContain("login");
    }

    @Test
    void refusedLoginShouldLeaveNothingBehind() throws InterruptedException {
        CommandRecord login = login();
        platform.link = StreamState.REFUSED;
        platform.tells(listener -> listener.link(
                StreamState.REFUSED, Optional.of(new VendorException(Code.AUTH_EXPIRED, "wrong password"))));

        assertThat(settled(login).problem().orElseThrow().code()).isEqualTo(Code.AUTH_EXPIRED);
        assertThat(desk.signIn()).isEmpty();
        assertThat(desk.expired()).isFalse();
        assertThat(signIns.all()).isEmpty();
    }

    @Test
    void dialShouldBeDoneWhenItsCallIsTold() throws InterruptedException {
        ready();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.DIALING, dial.id(), NUMBER)));

        StoredEvent first = untilEvent(event -> body(event).contains("DIALING"));
        assertThat(first.gateway())
                .contains("\"commandId\":\"" + dial.id() + "\"")
                .contains("\"callRef\":\"" + dial.callRef().orElseThrow() + "\"")
                .contains("\"callSeq\":1");
        assertThat(settled(dial).callId()).contains("77");
    }

    @Test
    void lostAnswerShouldBeSettledByWhatThePlatformHas() throws InterruptedException {
        ready();
        platform.answer = lost();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        platform.current(AgentState.TALKING, FakePlatform.call("77", LifeCycle.CONNECTED, "", "+1" + NUMBER));

        assertThat(settled(dial).status()).isEqualTo(Status.DONE);
    }

    @Test
    void lostAnswerWithoutACallShouldEndAsUnknownAndTheCallBeItsOwnWhenItTurnsUp() throws InterruptedException {
        ready();
        platform.answer = lost();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        overdue(dial, Duration.ofSeconds(26));

        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.OUTCOME_UNKNOWN);
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.DIALING, "", NUMBER)));
        untilEvent(event -> body(event).contains("DIALING"));
        assertThat(stored(dial).status()).isEqualTo(Status.DONE);
        assertThat(calls.find(DANA, dial.callRef().orElseThrow()).flatMap(CallRecord::callId))
                .contains("77");
    }

    @Test
    void unknownDialShouldStillFindItsCallAfterARestart() throws InterruptedException {
        ready();
        platform.answer = lost();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        overdue(dial, Duration.ofSeconds(26));
        assertThat(settled(dial).status()).isEqualTo(Status.FAILED);

        desk = newDesk();
        desk.reattach(signIn());
        platform.current(AgentState.TALKING, FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER));
        untilEvent(event -> body(event).contains("CONNECTED"));
        assertThat(stored(dial).status()).isEqualTo(Status.DONE);
    }

    @Test
    void acceptedDialWithoutEffectShouldEndAsNotEffective() throws InterruptedException {
        ready();
        CommandRecord dial = dial();
        next(platform.asked, "dial");
        desk.errands().later(() -> platform.asked.add("answered"));
        next(platform.asked, "answered");
        overdue(dial, Duration.ofSeconds(26));

        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.NOT_EFFECTIVE);
    }

    @Test
    void refusalOfThePlatformShouldKeepTheCommandsRow() throws InterruptedException {
        ready();
        platform.answer = new VendorException(Code.INVALID_NUMBER, "no such number");
        CommandRecord dial = dial();

        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.INVALID_NUMBER);
        StoredEvent told = untilEvent(event -> body(event).contains("MAKE_CALL_FAILED"));
        assertThat(told.gateway()).contains("\"code\":\"INVALID_NUMBER\"");
    }

    @Test
    void callThatThePlatformNoLongerHasShouldEnd() throws InterruptedException {
        ready();
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));
        platform.current(AgentState.NOT_READY);

        StoredEvent end = untilEvent(event -> body(event).contains("ENDED"));
        assertThat(end.gateway()).contains("\"origin\":\"RESYNC\"").contains("UNKNOWN_GAP");
        assertThat(desk.calls()).isEmpty();
    }

    @Test
    void deskShouldKnowItsCallsAfterARestart() throws InterruptedException {
        ready();
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));
        untilEvent(event -> body(event).contains("CONNECTED"));

        assertThat(newDesk().openCalls()).containsExactly("77");
    }

    @Test
    void commandThatWasNeverSentShouldNotBeDoneAfterARestart() {
        CommandRecord dial = store(Verb.MAKE_CALL, Map.of("toAddress", NUMBER));
        newDesk().takeUp(dial);

        assertThat(settled(dial).problem().orElseThrow().code()).isEqualTo(Code.NOT_EFFECTIVE);
        assertThat(platform.asked).isEmpty();
    }

    @Test
    void commandThatWasSentShouldOnlyBeLookedForAfterARestart() throws InterruptedException {
        CommandRecord dial = store(Verb.MAKE_CALL, Map.of("toAddress", NUMBER));
        commands.sent(dial);
        desk = newDesk();
        desk.takeUp(stored(dial));
        desk.reattach(signIn());
        platform.current(AgentState.TALKING, FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER));

        assertThat(settled(dial).status()).isEqualTo(Status.DONE);
        assertThat(platform.asked).doesNotContain("dial");
    }

    @Test
    void outcomeGivenDuringTheCallShouldBeSetWhenWrapUpBegins() throws InterruptedException {
        ready();
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));
        untilEvent(event -> body(event).contains("CONNECTED"));
        CommandRecord wrapUp = take(Verb.WRAP_UP, Map.of("wrapup", "2"), Optional.of("77"));
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.WRAP_UP, "", NUMBER)));
        next(platform.asked, "wrapUp");
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.ENDED, "", NUMBER)));

        assertThat(settled(wrapUp).status()).isEqualTo(Status.DONE);
    }

    @Test
    void lostLinkShouldBeToldOnceAndItsReturnToo() throws InterruptedException {
        ready();
        VendorException why = new VendorException(Code.LINK_DOWN, "cut");
        platform.tells(listener -> listener.link(StreamState.WAITING, Optional.of(why)));
        platform.tells(listener -> listener.link(StreamState.WAITING, Optional.of(why)));
        platform.current(AgentState.READY);
        untilEvent(event -> body(event).contains("LINK_RESTORED"));

        assertThat(log.page(DANA, 0, 100).stream().filter(event -> body(event).contains("LINK_DOWN")))
                .hasSize(1);
    }

    private void ready() throws InterruptedException {
        CommandRecord login = login();
        platform.current(AgentState.READY);
        settled(login);
    }

    private CommandRecord login() {
        CommandRecord login = store(Verb.LOGIN, Map.of());
        desk.takeLogin(login, signIn(), true);
        return login;
    }

    private static SignIn signIn() {
        AgentSession session = new AgentSession(DANA, "fake", "dana", "7040", "", new Credential("not-a-real-one"));
        return new SignIn(session, "Fake", false, CredentialSource.GIVEN);
    }

    private CommandRecord dial() {
        return take(Verb.MAKE_CALL, Map.of("toAddress", NUMBER), Optional.empty());
    }

    private CommandRecord take(Verb verb, Map<String, Object> data, Optional<String> callId) {
        CommandRecord command = record(verb, data, callId);
        insert(command);
        desk.take(command);
        return command;
    }

    private CommandRecord store(Verb verb, Map<String, Object> data) {
        CommandRecord command = record(verb, data, Optional.empty());
        insert(command);
        return command;
    }

    private void insert(CommandRecord command) {
        commands.insert(
                command,
                Optional.empty(),
                command.verb() == Verb.MAKE_CALL ? Optional.of(Records.announced(command)) : Optional.empty());
    }

    private static CommandRecord record(Verb verb, Map<String, Object> data, Optional<String> callId) {
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

    private static VendorException lost() {
        return new VendorException(Code.PLATFORM_TIMEOUT, "no answer", Effect.DOUBTFUL, Map.of(), null);
    }

    /** Lets time pass for the desk, again and again until the command is settled: the platform may still be being asked. */
    private void overdue(CommandRecord command, Duration by) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (stored(command).status() == Status.ACCEPTED && System.nanoTime() < until) {
            desk.sweep(Instant.now().plus(by));
        }
    }

    private CommandRecord stored(CommandRecord command) {
        return commands.find(AgentKey.DEFAULT_TENANT, command.id()).orElseThrow();
    }

    private CommandRecord settled(CommandRecord command) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (stored(command).status() == Status.ACCEPTED && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return stored(command);
    }

    private StoredEvent untilEvent(Predicate<StoredEvent> wanted) throws InterruptedException {
        StoredEvent event = next(events);
        while (!wanted.test(event)) {
            event = next(events);
        }
        return event;
    }

    private static String body(StoredEvent event) {
        return event.forms().get("Fake");
    }

    private static void next(BlockingQueue<String> queue, String wanted) throws InterruptedException {
        while (!next(queue).equals(wanted)) {
            Thread.onSpinWait();
        }
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T element = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(element).as("something should have come").isNotNull();
        return element;
    }
}

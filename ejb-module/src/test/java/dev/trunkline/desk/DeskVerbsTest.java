package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.event.AgentTold;
import dev.trunkline.event.StoredEvent;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.VendorException;
import dev.trunkline.store.OnEachDatabase;
import dev.trunkline.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DeskVerbsTest extends DeskBench {
    private static final String COLLEAGUE = "7041";

    DeskVerbsTest(TestDatabase.Kind kind) {
        super(kind);
    }

    @Test
    void consultShouldBeDoneByItsOwnCallThatNamesTheFirst() throws InterruptedException {
        talking();
        CommandRecord consult = take(Verb.CONSULT, Map.of("toAddress", COLLEAGUE), Optional.of("77"));
        next(platform.asked, "consult");
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.HELD, consult.id(), NUMBER)));
        StoredEvent held = untilEvent(event -> body(event).contains("HELD"));
        assertThat(held.gateway()).doesNotContain(consult.id());
        platform.tells(listener -> listener.call(FakePlatform.call("78", LifeCycle.DIALING, "", COLLEAGUE)));

        StoredEvent first = untilEvent(event -> body(event).contains("DIALING"));
        assertThat(first.gateway())
                .contains("\"commandId\":\"" + consult.id() + "\"")
                .contains("\"parentCallId\":\"77\"");
        assertThat(settled(consult).status()).isEqualTo(Status.DONE);
        assertThat(stored(consult).callId()).contains("77");
    }

    @Test
    void droppedConsultShouldBeDoneWhenTheAgentIsBackWithTheCustomer() throws InterruptedException {
        talking();
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.HELD, "", NUMBER)));
        platform.tells(listener -> listener.call(FakePlatform.call("78", LifeCycle.CONSULTING, "", COLLEAGUE)));
        untilEvent(event -> body(event).contains("CONSULTING"));
        CommandRecord back = take(Verb.DROP_CONSULT, Map.of(CommandRecord.OTHER_CALL, "77"), Optional.of("78"));
        next(platform.asked, "dropConsult");
        platform.tells(listener -> listener.call(FakePlatform.call("78", LifeCycle.ENDED, "", COLLEAGUE)));
        untilEvent(event -> body(event).contains("ENDED"));
        assertThat(stored(back).status()).isEqualTo(Status.ACCEPTED);
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));

        assertThat(settled(back).status()).isEqualTo(Status.DONE);
    }

    @Test
    void whatIsAskedOfACallThatEndsShouldFailAtOnce() throws InterruptedException {
        talking();
        CommandRecord hold = take(Verb.HOLD, Map.of(), Optional.of("77"));
        next(platform.asked, "hold");
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.ENDED, "", NUMBER)));

        assertThat(settled(hold).problem().orElseThrow().code()).isEqualTo(Code.NOT_EFFECTIVE);
    }

    @Test
    void digitsShouldBeDoneWhenNothingWasSaidAgainstThem() throws InterruptedException {
        talking();
        CommandRecord digits = take(Verb.SEND_DTMF, Map.of("digits", "12#"), Optional.of("77"));
        next(platform.asked, "sendDtmf");
        desk.sweep(Instant.now());
        assertThat(stored(digits).status()).isEqualTo(Status.ACCEPTED);
        overdue(digits, Duration.ofSeconds(3));

        assertThat(stored(digits).status()).isEqualTo(Status.DONE);
    }

    @Test
    void refusalThatComesTooLateShouldStillBeToldWithItsCommand() throws InterruptedException {
        talking();
        CommandRecord digits = take(Verb.SEND_DTMF, Map.of("digits", "12#"), Optional.of("77"));
        next(platform.asked, "sendDtmf");
        overdue(digits, Duration.ofSeconds(3));
        platform.tells(
                listener -> listener.failed(digits.id(), new VendorException(Code.INVALID_DATA, "no such digits")));

        StoredEvent told = untilEvent(event -> body(event).contains("SEND_DTMF_FAILED"));
        assertThat(told.gateway()).contains(digits.id()).contains("\"requestId\":\"r-1\"");
        assertThat(stored(digits).status()).isEqualTo(Status.DONE);
    }

    @Test
    void variablesShouldBeDoneWhenTheCallCarriesThemAndNotBefore() throws InterruptedException {
        talking();
        CommandRecord update =
                take(Verb.UPDATE_CALL_DATA, Map.of("variables", Map.of("callVariable1", "A-204")), Optional.of("77"));
        next(platform.asked, "updateCallData");
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.HELD, "", NUMBER)));
        untilEvent(event -> body(event).contains("HELD"));
        assertThat(stored(update).status()).isEqualTo(Status.ACCEPTED);
        platform.tells(listener ->
                listener.call(FakePlatform.call("77", LifeCycle.HELD, "", NUMBER, Map.of("callVariable1", "A-204"))));

        assertThat(settled(update).status()).isEqualTo(Status.DONE);
    }

    @Test
    void stateThatStandsAlreadyShouldBeToldToTheAskerAlone() throws InterruptedException {
        ready();
        while (!next(told).forms().get("Fake").contains("SetWrapupCode")) {
            LockSupport.parkNanos(1_000_000);
        }
        BlockingQueue<AgentTold> asker = new LinkedBlockingQueue<>();
        CommandRecord again = record(Verb.SET_READY, Map.of(), Optional.empty());
        insert(again);
        desk.take(again, Optional.of(asker::add));

        assertThat(next(asker).forms().get("Fake")).contains("READY");
        assertThat(settled(again).status()).isEqualTo(Status.DONE);
        assertThat(told).isEmpty();
    }

    @Test
    void stateSyncShouldGoOnWhenTheLinkStands() throws InterruptedException {
        login();
        BlockingQueue<AgentTold> asker = new LinkedBlockingQueue<>();
        assertThat(desk.sync(Optional.of(asker::add)).get(0).forms().get("Fake"))
                .contains("Loading");
        platform.current(AgentState.READY, FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER));

        assertThat(next(asker).forms().get("Fake")).contains("Loaded");
        assertThat(next(asker).forms().get("Fake")).contains("READY");
        assertThat(next(asker).gateway())
                .contains("\"callRef\":")
                .contains("\"lifeCycle\":\"CONNECTED\"")
                .contains("\"origin\":\"RESYNC\"")
                .doesNotContain("\"seq\"");
    }

    @Test
    void forcedLogoutInMidCallShouldReadWhatBecameOfTheCallFirst() throws InterruptedException {
        talking();
        platform.asked.clear();
        platform.tells(listener -> listener.agent(FakePlatform.agent(AgentState.LOGGED_OUT)));
        next(platform.asked, "reread");
        assertThat(desk.signIn()).isPresent();
        platform.current(AgentState.LOGGED_OUT);

        untilEvent(event -> body(event).contains("ENDED"));
        assertThat(desk.signIn()).isEmpty();
    }

    private void talking() throws InterruptedException {
        ready();
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));
        untilEvent(event -> body(event).contains("CONNECTED"));
    }
}

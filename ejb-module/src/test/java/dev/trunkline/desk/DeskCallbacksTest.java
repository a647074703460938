package dev.trunkline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.CommandRecord.Status;
import dev.trunkline.callback.CallbackRecord;
import dev.trunkline.callback.Callbacks;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.VendorException;
import dev.trunkline.store.OnEachDatabase;
import dev.trunkline.store.TestDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was arranged with a customer is kept when the platform has taken it, and no sooner. */
@OnEachDatabase
class DeskCallbacksTest extends DeskBench {
    private static final Map<String, Object> TOMORROW = Map.of(
            "callbackTime", "2036-03-05T09:30:00",
            "timeZone", "America/Chicago",
            "callbackNumber", "+13125550199",
            "comment", "asked for the morning");

    private final Callbacks callbacks = new Callbacks(database.jdbi());

    DeskCallbacksTest(TestDatabase.Kind kind) {
        super(kind);
    }

    @BeforeEach
    void talking() throws InterruptedException {
        ready();
        platform.tells(listener -> listener.call(FakePlatform.call("77", LifeCycle.CONNECTED, "", NUMBER)));
        untilEvent(event -> body(event).contains("CONNECTED"));
    }

    @Test
    void callbackShouldBeKeptWhenThePlatformShowsIt() throws InterruptedException {
        CommandRecord schedule = onCall(Verb.SCHEDULE, TOMORROW, "schedule");
        assertThat(list(false)).isEmpty();
        shown(schedule);

        CallbackRecord kept = list(false).get(0);
        assertThat(kept.at()).isEqualTo(Instant.parse("2036-03-05T15:30:00Z"));
        assertThat(kept.timeZone()).contains("America/Chicago");
        assertThat(kept.number()).contains("+13125550199");
        assertThat(kept.comment()).contains("asked for the morning");
        assertThat(kept.until()).isEmpty();
        assertThat(kept.callId()).isEqualTo("77");
        assertThat(kept.to()).isEqualTo(NUMBER);
        assertThat(kept.commandId()).isEqualTo(schedule.id());
        assertThat(callbacks.find(DANA, "fake", kept.id())).contains(kept);
        assertThat(callbacks.find(DANA, "another", kept.id())).isEmpty();
        assertThat(callbacks.list(new AgentKey(AgentKey.DEFAULT_TENANT, "bob"), false, Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void secondScheduleShouldChangeTheCallbackOfItsCall() throws InterruptedException {
        shown(onCall(Verb.SCHEDULE, TOMORROW, "schedule"));
        String id = list(false).get(0).id();
        Map<String, Object> later = new HashMap<>(TOMORROW);
        later.put("callbackTime", "2036-03-06T09:30:00Z");
        shown(onCall(Verb.SCHEDULE, later, "schedule"));

        assertThat(list(false)).hasSize(1);
        assertThat(list(false).get(0).at()).isEqualTo(Instant.parse("2036-03-06T09:30:00Z"));
        assertThat(list(false).get(0).id()).isEqualTo(id);
    }

    @Test
    void cancelledCallbackShouldBeListedAmongThoseThatAreOver() throws InterruptedException {
        shown(onCall(Verb.SCHEDULE, TOMORROW, "schedule"));
        shown(onCall(Verb.CANCEL_SCHEDULE, Map.of(), "cancelSchedule"));

        assertThat(list(false)).isEmpty();
        assertThat(list(true)).hasSize(1);
        assertThat(list(true).get(0).cancelled()).isTrue();
    }

    @Test
    void refusedCallbackShouldNotBeKept() throws InterruptedException {
        platform.answer = new VendorException(Code.PLATFORM_REJECTED, "Finesse answered 400");
        CommandRecord schedule = onCall(Verb.SCHEDULE, TOMORROW, "schedule");

        assertThat(settled(schedule).status()).isEqualTo(Status.FAILED);
        assertThat(list(false)).isEmpty();
    }

    @Test
    void pagesShouldGoOnWhereTheLastOneEnded() throws InterruptedException {
        for (String id : List.of("78", "79")) {
            platform.tells(listener -> listener.call(FakePlatform.call(id, LifeCycle.HELD, "", NUMBER)));
            untilEvent(event -> body(event).contains("HELD"));
        }
        for (String id : List.of("77", "78", "79")) {
            shown(schedule(id, "2036-03-0" + id.substring(1) + "T09:30Z"));
        }
        List<CallbackRecord> first = callbacks.list(DANA, false, Optional.empty(), 2);
        List<CallbackRecord> second =
                callbacks.list(DANA, false, Optional.of(first.get(1).id()), 2);

        assertThat(first).extracting(CallbackRecord::callId).containsExactly("77", "78");
        assertThat(second).extracting(CallbackRecord::callId).containsExactly("79");
    }

    private CommandRecord schedule(String callId, String time) throws InterruptedException {
        CommandRecord schedule = take(callId, Verb.SCHEDULE, Map.of("callbackTime", time));
        next(platform.asked, "schedule");
        return schedule;
    }

    private CommandRecord onCall(Verb verb, Map<String, Object> data, String asked) throws InterruptedException {
        CommandRecord command = take("77", verb, data);
        next(platform.asked, asked);
        return command;
    }

    /** With the call's own reference, as the way in gives it. */
    private CommandRecord take(String callId, Verb verb, Map<String, Object> data) {
        String callRef = desk.calls().stream()
                .filter(call -> call.callId().equals(Optional.of(callId)))
                .findFirst()
                .orElseThrow()
                .callRef();
        CommandRecord bare = record(verb, data, Optional.of(callId));
        CommandRecord command = new CommandRecord(
                bare.key(),
                bare.id(),
                bare.vendor(),
                bare.channel(),
                verb,
                data,
                bare.status(),
                Optional.of(callRef),
                bare.callId(),
                bare.requestId(),
                bare.source(),
                bare.principal(),
                bare.address(),
                bare.createdAt(),
                Optional.empty(),
                Optional.empty());
        insert(command);
        desk.take(command, Optional.empty());
        return command;
    }

    /** The platform tells the call once more, and that it was this command's doing. */
    private void shown(CommandRecord command) {
        String id = command.callId().orElseThrow();
        LifeCycle cycle = id.equals("77") ? LifeCycle.CONNECTED : LifeCycle.HELD;
        platform.tells(listener -> listener.call(FakePlatform.call(id, cycle, command.id(), NUMBER)));
        assertThat(settled(command).status()).isEqualTo(Status.DONE);
    }

    private List<CallbackRecord> list(boolean over) {
        return callbacks.list(DANA, over, Optional.empty(), 10);
    }
}

package dev.trunkline.vendor.five9;

import static dev.trunkline.vendor.five9.CallFixture.CALL;
import static dev.trunkline.vendor.five9.CallFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Verb;
import dev.trunkline.port.JsonParts;
import dev.trunkline.vendor.five9.Five9Call.Me;
import dev.trunkline.vendor.five9.Five9Notes.Third;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A third party is a call of its own to the platform and part of the agent's to clients (sheet 4, contract 3.1 rule 10). */
class Five9PartiesTest {
    private static final String LEG = "C86EBE50B9744D6D946531842B278846";
    private static final String COLLEAGUE = "1002";

    private final Five9Seat seat = new Five9Seat();
    private final Five9Calls calls = new Five9Calls(seat, Duration.ofSeconds(25), System::nanoTime);

    @BeforeEach
    void talking() {
        calls.of(new Me("agent1@acme.example", "1001", false));
        seat.pending().begin(new Five9Pending.Dialled("m-1", "6085559000", Map.of()));
        calls.pushed(told("TALKING", ""));
    }

    private void consults(boolean transfer) {
        seat.note(CALL, notes -> notes.with(Optional.of(Third.asked("m-2", COLLEAGUE, transfer, false))));
    }

    private static Five9Said leg(String state, String reason, String more) {
        String text = "{\"id\":\"" + LEG + "\",\"state\":\"" + state + "\",\"callType\":\"AGENT\"" + more + "}";
        return new Five9Said(Five9Json.call(JsonParts.object(text)), "", reason, false);
    }

    private Five9Call main() {
        return calls.refreshed(calls.find(CALL).orElseThrow());
    }

    private Optional<LifeCycle> life() {
        return Five9EventMapper.lifeCycle(main());
    }

    private Set<Verb> open() {
        return Five9Actions.open(main());
    }

    @Test
    void thirdPartyShouldBeNewsOfTheCustomersCall() {
        consults(true);
        calls.pushed(told("ON_HOLD", ""));
        assertThat(life()).contains(LifeCycle.CONSULTING);
        assertThat(open())
                .contains(Verb.DROP_CONSULT)
                .doesNotContain(Verb.TRANSFER, Verb.CONSULT, Verb.RETRIEVE, Verb.DIRECT_TRANSFER);
        Five9Call news =
                calls.pushed(leg("RINGING_ON_OTHER_SIDE", "UPDATED", "")).orElseThrow();
        assertThat(news.id()).isEqualTo(CALL);
        assertThat(open()).doesNotContain(Verb.TRANSFER);
        calls.pushed(leg("TALKING", "UPDATED", ""));
        assertThat(open()).contains(Verb.TRANSFER, Verb.CONFERENCE, Verb.DROP_CONSULT);
        assertThat(calls.open()).extracting(Five9Call::id).containsExactly(CALL);
        assertThat(Five9EventMapper.toSnapshots(main(), "", false).get(0).parties())
                .containsExactlyInAnyOrder("1001", "6085559000", COLLEAGUE);
    }

    @Test
    void thirdPartyWhoGoesShouldLeaveTheCustomer() {
        consults(true);
        calls.pushed(told("ON_HOLD", ""));
        calls.pushed(leg("TALKING", "UPDATED", ""));
        calls.pushed(leg("FINISHED", "UPDATED", ""));
        assertThat(life()).contains(LifeCycle.HELD);
        calls.pushed(leg("TALKING", "UPDATED", ""));
        assertThat(life()).as("he comes back no more").contains(LifeCycle.HELD);
    }

    @Test
    void joiningShouldBeAConferenceWhenThePlatformShowsIt() {
        consults(false);
        calls.pushed(told("ON_HOLD", ""));
        calls.pushed(leg("RINGING_ON_OTHER_SIDE", "UPDATED", ""));
        seat.note(CALL, notes -> notes.with(notes.third().map(third -> third.toJoin(true))));
        assertThat(life()).as("he has not answered").contains(LifeCycle.CONSULTING);
        calls.pushed(leg("TALKING", "UPDATED", ""));
        calls.pushed(told("TALKING", ""));
        assertThat(life()).contains(LifeCycle.CONFERENCED);
        assertThat(open()).contains(Verb.DROP_PARTICIPANT).doesNotContain(Verb.TRANSFER, Verb.CONSULT);
        calls.pushed(leg("FINISHED", "UPDATED", ""));
        assertThat(life()).contains(LifeCycle.CONNECTED);
        assertThat(open()).contains(Verb.CONSULT);
    }

    @Test
    void participantOfTheAgentsOwnDesktopShouldBeKnownByItsMark() {
        calls.pushed(leg(
                "TALKING", "CONFERENCE_PARTICIPANT_ADDED", ",\"addressType\":\"EXTERNAL\",\"number\":\"6085551111\""));
        assertThat(life()).contains(LifeCycle.CONFERENCED);
        assertThat(Five9EventMapper.toSnapshots(main(), "", false).get(0).parties())
                .contains("6085551111");
    }

    @Test
    void callFromOutsideShouldBeNobodysThirdParty() {
        consults(true);
        String text = "{\"id\":\"" + LEG + "\",\"state\":\"OFFERED\",\"callType\":\"INBOUND\"}";
        calls.pushed(new Five9Said(Five9Json.call(JsonParts.object(text)), "", "", false));
        assertThat(calls.open()).hasSize(2);
        assertThat(seat.notes(CALL).third().orElseThrow().leg()).isEmpty();
    }

    @Test
    void colleagueWhoCallsOrAnotherNumberShouldNotBeTheThirdParty() {
        consults(true);
        calls.pushed(leg("OFFERED", "UPDATED", ""));
        assertThat(calls.open()).as("it is offered to the agent").hasSize(2);
        String text = "{\"id\":\"A\",\"state\":\"OFFERED\",\"callType\":\"MANUAL\",\"number\":\"6085551111\"}";
        calls.pushed(new Five9Said(Five9Json.call(JsonParts.object(text)), "", "", false));
        assertThat(calls.open()).hasSize(3);
    }

    @Test
    void thirdPartyThatIsNeverToldOfShouldNotStandInTheWay() {
        consults(true);
        calls.pushed(told("ON_HOLD", ""));
        calls.readingBegins();
        calls.read(CallFixture.minimal("ON_HOLD"));
        calls.missing(List.of(CALL), false);
        assertThat(open()).contains(Verb.TRANSFER);
        calls.pushed(told("TALKING", ""));
        assertThat(life()).as("the customer is back").contains(LifeCycle.CONNECTED);
    }

    @Test
    void thirdPartyThatIsMissingInTwoReadingsShouldBeGone() {
        consults(true);
        calls.pushed(told("ON_HOLD", ""));
        calls.pushed(leg("TALKING", "UPDATED", ""));
        calls.readingBegins();
        assertThat(calls.missing(List.of(CALL), false)).isTrue();
        assertThat(life()).contains(LifeCycle.CONSULTING);
        calls.readingBegins();
        calls.missing(List.of(CALL), false);
        assertThat(life()).contains(LifeCycle.HELD);
    }

    @Test
    void thirdPartyShouldBeKnownAfterARestart() {
        consults(true);
        calls.pushed(told("ON_HOLD", ""));
        calls.pushed(leg("TALKING", "UPDATED", ""));
        Five9Seat otherSeat = new Five9Seat();
        Five9Calls others = new Five9Calls(otherSeat, Duration.ofSeconds(25), System::nanoTime);
        others.recall(Five9Memory.read(Five9Memory.write(main())));
        assertThat(others.pushed(leg("WRAP_UP", "UPDATED", "")).map(Five9Call::id))
                .contains(CALL);
        assertThat(otherSeat.notes(CALL).third()).isEmpty();
    }
}

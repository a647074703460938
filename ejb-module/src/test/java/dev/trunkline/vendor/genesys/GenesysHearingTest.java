package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentState;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.port.Told;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.Definition;
import dev.trunkline.vendor.genesys.wire.Presence;
import dev.trunkline.vendor.genesys.wire.Routing;
import dev.trunkline.vendor.genesys.wire.Station;
import dev.trunkline.vendor.genesys.wire.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GenesysHearingTest {
    private static final String EARLY = "2026-03-04T10:11:12.000Z";
    private static final String LATE = "2026-03-04T10:11:13.000Z";

    private final Told told = new Told();
    private int rereads;
    private int deaf;
    private final GenesysHearing hearing =
            new GenesysHearing(CallFixture.AGENT, told, new GenesysSeat("gwRequestId"), new GenesysHearing.Follow() {
                @Override
                public void reread() {
                    rereads++;
                }

                @Override
                public void deaf() {
                    deaf++;
                }

                @Override
                public void readCauses(String conversation) {}
            });

    @BeforeEach
    void begin() {
        hearing.begin(List.of(
                new Definition("d-away", "Away", "Away", false), new Definition("d-off", "Offline", "Offline", false)));
        read("Away", "d-away", EARLY);
    }

    private void read(String presence, String definition, String time) {
        hearing.readingBegins();
        finish(presence, definition, time);
    }

    private void finish(String presence, String definition, String time) {
        finish(presence, definition, time, List.of());
    }

    private void finish(String presence, String definition, String time, List<Conversation> calls) {
        User user = new User(
                CallFixture.TEST_AGENT.id(),
                "Test Agent",
                "t@example.com",
                new Presence(definition, presence, time),
                new Routing("OFF_QUEUE", ""),
                new Station("s-1", "1001"));
        hearing.current(new GenesysReading(user, calls, List.of(), Set.of()));
    }

    private void push(String presence, String definition, String time) {
        hearing.hear(GenesysFrame.of(
                """
                {"topicName":"v2.users.%s.presence","version":"2","eventBody":{"modifiedDate":"%s",
                "presenceDefinition":{"id":"%s","systemPresence":"%s"}}}"""
                        .formatted(CallFixture.TEST_AGENT.id(), time, definition, presence)));
    }

    private static Conversation change(int number) {
        return CallFixture.legs(
                "a agent connected me talked", "c customer connected talked attribute=change:" + number);
    }

    private void push(Conversation call) {
        hearing.hear(GenesysFrame.of(frame(call)));
    }

    private static String frame(Conversation call) {
        return "{\"topicName\":\"v2.users.%s.conversations.calls\",\"eventBody\":%s}"
                .formatted(CallFixture.TEST_AGENT.id(), GenesysLegs.write(call));
    }

    private void read(Conversation call) {
        hearing.readingBegins();
        finish("Away", "d-away", EARLY, List.of(call));
    }

    private List<String> changes() {
        return told.spoken().stream()
                .map(call -> call.variables().getOrDefault("change", ""))
                .toList();
    }

    private Optional<LifeCycle> lastLifeCycle() {
        List<CallSnapshot> all = told.spoken();
        return all.get(all.size() - 1).lifeCycle();
    }

    @Test
    void dataThatIsReadBeforeItsPushesShouldNotBeTakenBackByThem() {
        push(change(1));
        read(change(4));
        push(change(2));
        push(change(3));
        push(change(4));
        assertThat(changes()).containsExactly("1", "1", "2", "3", "4");
    }

    @Test
    void dataOfWhichNoPushComesShouldBeToldByTheNextReading() {
        push(change(1));
        read(change(4));
        read(change(4));
        assertThat(changes()).containsExactly("1", "1", "4");
    }

    @Test
    void stateThatIsReadBeforeItsPushShouldBeToldAtOnceWithWhatBelongsToIt() {
        push(change(1));
        read(CallFixture.legs("a agent disconnected me talked work", "c customer disconnected talked"));
        assertThat(lastLifeCycle()).contains(LifeCycle.WRAP_UP);
        push(change(1));
        assertThat(lastLifeCycle()).contains(LifeCycle.WRAP_UP);
    }

    @Test
    void changeOfBeforeTheConnectionShouldBeToldByASecondReadingThatComesAtOnce() {
        push(change(1));
        hearing.begin(List.of());
        int before = rereads;
        read(change(4));
        assertThat(rereads).isEqualTo(before + 1);
        read(change(4));
        read(change(4));
        assertThat(changes()).containsExactly("1", "1", "4", "4");
        assertThat(rereads).isEqualTo(before + 1);
        assertThat(deaf).isZero();
    }

    @Test
    void callThatIsFirstReadShouldBeToldAsFarAsItsPushesWere() {
        hearing.begin(List.of());
        hearing.readingBegins();
        hearing.willHear(List.of(frame(change(2)), frame(change(3))));
        finish("Away", "d-away", EARLY, List.of(change(3)));
        push(change(2));
        push(change(3));
        assertThat(changes()).containsExactly("2", "2", "3");
    }

    @Test
    void whatWasPushedWhileTheFirstReadingLastedShouldNotBeTakenBack() {
        push(change(1));
        hearing.begin(List.of());
        hearing.readingBegins();
        hearing.willHear(List.of(frame(change(2)), "garbage", frame(change(3))));
        finish("Away", "d-away", EARLY, List.of(change(3)));
        push(change(2));
        push(change(3));
        assertThat(changes()).containsExactly("1", "2", "2", "3");
    }

    @Test
    void readingShouldNotTakeBackWhatWasPushedMeanwhile() {
        hearing.readingBegins();
        push("OFFLINE", "d-off", LATE);
        finish("Away", "d-away", EARLY);
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.LOGGED_OUT);
    }

    @Test
    void readingThatBeganAfterwardsShouldStandWhateverItsClockSays() {
        push("OFFLINE", "d-off", LATE);
        read("Away", "d-away", EARLY);
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.NOT_READY);
    }

    @Test
    void presenceThatComesLateShouldNotBeTakenForNewsButLookedUp() {
        push("OFFLINE", "d-off", LATE);
        int before = rereads;
        push("AWAY", "d-away", EARLY);
        assertThat(told.lastAgent().state()).isEqualTo(AgentState.LOGGED_OUT);
        assertThat(rereads).isEqualTo(before + 1);
    }
}

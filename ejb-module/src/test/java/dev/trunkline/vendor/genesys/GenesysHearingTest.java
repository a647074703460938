package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentState;
import dev.trunkline.port.Told;
import dev.trunkline.vendor.genesys.wire.Definition;
import dev.trunkline.vendor.genesys.wire.Presence;
import dev.trunkline.vendor.genesys.wire.Routing;
import dev.trunkline.vendor.genesys.wire.Station;
import dev.trunkline.vendor.genesys.wire.User;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GenesysHearingTest {
    private static final String EARLY = "2026-03-04T10:11:12.000Z";
    private static final String LATE = "2026-03-04T10:11:13.000Z";

    private final Told told = new Told();
    private int rereads;
    private final GenesysHearing hearing =
            new GenesysHearing(CallFixture.AGENT, told, new GenesysSeat("gwRequestId"), new GenesysHearing.Follow() {
                @Override
                public void reread() {
                    rereads++;
                }

                @Override
                public void deaf() {}

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
        User user = new User(
                CallFixture.TEST_AGENT.id(),
                "Test Agent",
                "t@example.com",
                new Presence(definition, presence, time),
                new Routing("OFF_QUEUE", ""),
                new Station("s-1", "1001"));
        hearing.current(new GenesysReading(user, List.of(), List.of(), Set.of()));
    }

    private void push(String presence, String definition, String time) {
        hearing.hear(GenesysFrame.of(
                """
                {"topicName":"v2.users.%s.presence","version":"2","eventBody":{"modifiedDate":"%s",
                "presenceDefinition":{"id":"%s","systemPresence":"%s"}}}"""
                        .formatted(CallFixture.TEST_AGENT.id(), time, definition, presence)));
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

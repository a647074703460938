package dev.trunkline.vendor.gws;

import static dev.trunkline.vendor.gws.CallFixture.AGENT;
import static dev.trunkline.vendor.gws.CallFixture.CALL;
import static dev.trunkline.vendor.gws.CallFixture.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.CallSnapshot;
import dev.trunkline.model.Order;
import dev.trunkline.model.Reason;
import dev.trunkline.port.Told;
import dev.trunkline.vendor.gws.wire.Device;
import dev.trunkline.vendor.gws.wire.User;
import dev.trunkline.vendor.gws.wire.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose an error is that names no request (sheet 5.4). */
class GwsHearingTest {
    /** As in the samples. */
    private static final String DEVICE = "631608b3-ceb1-472b-ba05-2ae39555b0d1";

    private final Told told = new Told();
    private final GwsSeat seat = new GwsSeat();
    private final GwsSettings settings = GwsSettingsTest.settings(Map.of());
    private final GwsClient client = new GwsClient(settings);
    private final GwsHearing hearing = hearing();
    private int deaf;
    private int rereads;

    private GwsHearing hearing() {
        return new GwsHearing(AGENT, told, seat, client, new GwsHearing.Follow() {
            @Override
            public void reread() {
                rereads++;
            }

            @Override
            public void deaf() {
                deaf++;
            }

            @Override
            public void window(String call) {}
        });
    }

    @BeforeEach
    void begin() {
        hearing.begin();
        hearing.readingBegins();
        Device device = new Device(DEVICE, "Active", "15000", List.of(), new UserState("", "", "Ready", "", ""));
        User user = new User("u-1", "alice", "", "", Optional.empty(), Optional.empty(), Optional.empty());
        hearing.current(new GwsReading(new GwsAgent(user, List.of(device), device, ""), List.of()));
    }

    private void hear(CallFixture.Told call) {
        hearing.hear(call.event().data());
    }

    private void error(String members) {
        hearing.hear("{\"messageType\":\"ErrorMessage\"" + members + "}");
    }

    private void asked(String command, String operation) {
        seat.pending()
                .during(
                        GwsRequest.onCall(
                                command, seat.call(CALL).orElseThrow().device(), GwsRequest.effect(operation)),
                        () -> {},
                        (late, failure) -> {});
    }

    @Test
    void errorOfAnotherDeviceShouldFailNothingOfOurs() {
        hear(told("Established"));
        asked("m-1", "Hold");
        error(",\"devicePath\":\"/devices/another\"");
        error(",\"deviceUri\":\"http://gws.example.net:8090/api/v2/devices/another\"");
        assertThat(told.failedCommands).isEmpty();
        error(",\"devicePath\":\"/devices/" + DEVICE + "\"");
        assertThat(told.failedCommands).containsExactly("m-1");
    }

    @Test
    void errorAfterTheEffectShouldBeAnotherDesktops() {
        hear(told("Established"));
        asked("m-1", "Hold");
        hear(told("Held"));
        error(",\"devicePath\":\"/devices/" + DEVICE + "\"");
        assertThat(told.failedCommands).isEmpty();
    }

    @Test
    void effectThatIsReadShouldCountAsWell() {
        hear(told("Established"));
        asked("m-1", "Hold");
        read(told("Held"));
        error("");
        assertThat(told.failedCommands).isEmpty();
    }

    private void read(CallFixture.Told call, String... kept) {
        hearing.readingBegins();
        hearing.willHear(List.of(kept));
        hearing.current(new GwsReading(seat.agent().orElseThrow(), List.of(call.event())));
        List.of(kept).forEach(hearing::hear);
    }

    /** As told or read. */
    private List<String> states() {
        return told.spoken().stream().map(CallSnapshot::platformState).toList();
    }

    /** Else what is pushed, and has waited for its turn there, would seem to take it back. */
    @Test
    void readingThatIsAheadOfThePushesShouldNotBeToldBeforeThem() {
        hear(told("Established"));
        read(told("Held"));
        assertThat(states()).containsExactly("Established", "Established");
        hear(told("Established").can("Hangup"));
        hear(told("Held"));
        read(told("Held"));
        assertThat(states()).containsExactly("Established", "Established", "Established", "Held", "Held");
        assertThat(deaf).isZero();
    }

    @Test
    void whatIsReadTwiceAndNotPushedShouldBeTold() {
        hear(told("Established"));
        read(told("Held"));
        read(told("Held"));
        assertThat(states()).containsExactly("Established", "Established", "Held");
        assertThat(deaf).isOne();
    }

    /** The server keeps what a session was not told while its polls failed. */
    @Test
    void pushesThatWaitedForTheFirstReadingShouldBeToldInItsPlace() {
        hear(told("Established"));
        hearing.begin();
        read(
                told("Held").can("Retrieve", "Hangup"),
                told("Established").can("Hangup").event().data(),
                told("Held").can("Hangup").event().data());
        assertThat(states()).containsExactly("Established", "Established", "Established", "Held");
    }

    @Test
    void changeOfBeforeTheConnectionShouldBeToldByASecondReadingThatComesAtOnce() {
        hear(told("Established"));
        hearing.begin();
        read(told("Held"));
        assertThat(states()).containsExactly("Established", "Established");
        assertThat(rereads).isOne();
        read(told("Held"));
        read(told("Held"));
        assertThat(states()).containsExactly("Established", "Established", "Held", "Held");
        assertThat(rereads).isOne();
        assertThat(deaf).isZero();
    }

    /** The platform took it, said later that it could not do it, and the customer hung up by himself. */
    @Test
    void callWhoseHandingOverFailedLateShouldNotEndAsTransferred() {
        hear(told("Established"));
        transferred();
        error(",\"devicePath\":\"/devices/" + DEVICE + "\"");
        hear(told("Released"));
        assertThat(told.lastCall().guess()).isEmpty();
    }

    @Test
    void callThatWasHandedOverShouldEndAsTransferred() {
        hear(told("Established"));
        transferred();
        hear(told("Released"));
        assertThat(told.lastCall().guess()).contains(Reason.TRANSFERRED);
    }

    private void transferred() {
        GwsClient taking = new GwsClient(settings) {
            @Override
            public void operate(AgentSession agent, String call, String body) {}
        };
        Order order = new Order("m-1", CALL, "", Map.of("toAddress", "15003"));
        new GwsTalk(taking, AGENT, seat, order).directTransfer();
    }

    /** Else a change would be as many warnings as there are agents. */
    @Test
    void changeOfAServiceShouldBeOneWarningForAllAgents() {
        List<Level> levels = new ArrayList<>();
        Logger log = Logger.getLogger(GwsHearing.class.getName());
        Filter before = log.getFilter();
        Level wanted = log.getLevel();
        log.setLevel(Level.FINE);
        log.setFilter(line -> {
            levels.add(line.getLevel());
            return false;
        });
        try {
            hearing.hear(service("Inactive", 1));
            hearing().hear(service("Inactive", 2));
            hearing.hear(service("Active", 3));
        } finally {
            log.setFilter(before);
            log.setLevel(wanted);
        }
        assertThat(levels).containsExactly(Level.WARNING, Level.FINE, Level.WARNING);
    }

    private static String service(String state, int time) {
        return """
                {"messageType":"ServiceStateChangeMessage","services":[{"id":"s-1","type":"Voice","state":"%s"}],
                "metrics":{"eventProcessing":{"serverGenerationTimestamp":%d}}}"""
                .formatted(state, time);
    }
}

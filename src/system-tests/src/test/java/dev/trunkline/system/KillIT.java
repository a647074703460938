package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} in a burst and in mid-call: nothing that a client saw is missing, nothing is dialled twice, calls end right. */
@Tag("alone")
@Execution(ExecutionMode.CONCURRENT)
class KillIT {
    private static final Logger LOG = Logger.getLogger(KillIT.class.getName());
    private static final List<String> AGENTS = List.of("alice", "bob", "carol", "dave", "erin");
    private static final int PER_SECOND = 1_000;
    /** Until then the gateway warms up; the rate is taken of what comes after it. */
    private static final int WARM = 4_000;

    private static final int ENOUGH = 6_000;

    private record Seat(String name, Person.Line line, String number, JsonNode ack) {}

    @ParameterizedTest
    @ValueSource(strings = {GatewayDatabase.EMBEDDED, GatewayDatabase.POSTGRESQL})
    void killedGatewayShouldHaveLostNothing(String name) {
        try (GatewayDatabase database = GatewayDatabase.named(name, Site.root());
                Site site = Site.of("kill-" + name, database.settings())) {
            List<Seat> seats = IntStream.range(0, AGENTS.size())
                    .mapToObj(index -> seat(site, AGENTS.get(index), "31255503" + (10 + index)))
                    .toList();
            seats.forEach(seat -> seat.line.frames().awaitLifeCycle("CONNECTED"));
            burstAndKill(site, seats);
            site.start();

            seats.forEach(seat -> nothingIsMissing(site, seat));
            seats.forEach(seat -> hangUpAndSeeTheEnd(site, seat));
            seats.forEach(seat -> repeatedKeyIsReplayed(site, seat));
            assertThat(site.books()).as("calls that the platform created").hasSize(AGENTS.size());
        }
    }

    private static Seat seat(Site site, String name, String number) {
        Person person = site.person(name).ready();
        Person.Line line = person.listen("?profile=extended");
        JsonNode ack = person.ask("MakeCall", "\"" + number + "\"", "Idempotency-Key", "kill-test-" + name);
        return new Seat(name, line, number, ack);
    }

    private static int seen(List<Seat> seats) {
        return seats.stream().mapToInt(seat -> seat.line.frames().all().size()).sum();
    }

    private static void burstAndKill(Site site, List<Seat> seats) {
        int before = seen(seats);
        site.fault("{\"kind\":\"change-burst\",\"perSecond\":" + PER_SECOND + ",\"seconds\":30}");
        Await.until("a burst of changes", () -> seen(seats) - before >= WARM);
        long begun = System.nanoTime();
        int from = seen(seats);
        Await.until("more of it", () -> seen(seats) - before >= ENOUGH);
        double seconds = (System.nanoTime() - begun) / 1e9;
        int during = seen(seats) - from;
        site.kill();
        seats.forEach(seat -> seat.line.frames().closeCode());
        LOG.info(() -> String.format(
                "killed in a burst of %.0f stored and delivered changes a second, after %d of them",
                during / seconds, seen(seats) - before));
    }

    private static void nothingIsMissing(Site site, Seat seat) {
        List<JsonNode> log = seatAgain(site, seat).log();
        Map<Long, JsonNode> stored = new HashMap<>();
        log.forEach(event -> stored.put(event.path("seq").asLong(), event));
        assertThat(log.stream().map(event -> event.path("seq").asLong()).toList())
                .as("numbers of the stream")
                .isEqualTo(LongStream.rangeClosed(1, log.size()).boxed().toList());
        for (JsonNode frame : seat.line.frames().all()) {
            long seq = frame.at("/gateway/seq").asLong();
            if (seq > 0) {
                assertThat(stored).containsKey(seq);
                assertThat(stored.get(seq).path("message")).isEqualTo(frame);
            }
        }
    }

    private static Person seatAgain(Site site, Seat seat) {
        return site.person(seat.name);
    }

    private static void hangUpAndSeeTheEnd(Site site, Seat seat) {
        Person person = seatAgain(site, seat);
        String callRef = seat.ack.path("callRef").asText();
        Await.until(
                "the sign-in is taken up again",
                () -> person.read("agents/me").at("/platforms/0/link").asText().equals("UP"));
        site.farEnd(person.read("calls/" + callRef).path("callId").asText(), "hangup");
        Await.until(
                "the call has ended",
                () -> !person.read("calls/" + callRef).path("endedAt").isNull());
        List<String> cycles = person.callEvents(callRef).stream()
                .map(event -> Frames.lifeCycle(event.path("message")))
                .toList();
        assertThat(cycles).endsWith("ENDED").containsOnlyOnce("ENDED").contains("WRAP_UP");
    }

    private static void repeatedKeyIsReplayed(Site site, Seat seat) {
        JsonNode again = seatAgain(site, seat)
                .ask("MakeCall", "\"" + seat.number + "\"", "Idempotency-Key", "kill-test-" + seat.name);
        assertThat(again.path("status").asText()).isEqualTo("replayed");
        assertThat(again.path("commandId")).isEqualTo(seat.ack.path("commandId"));
        assertThat(again.path("callRef")).isEqualTo(seat.ack.path("callRef"));
    }
}

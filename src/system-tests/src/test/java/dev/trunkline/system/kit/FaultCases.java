package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Contract;
import dev.trunkline.system.kit.Fault.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong on the way: afterwards no call is wrong, none was dialled twice, and the agent was told. */
@Covers(Covers.Group.FAULTS)
public interface FaultCases extends Kit {
    /** Counted from the return of the link (design 5). */
    Duration CALM = Duration.ofSeconds(5);

    Set<String> LOST = Set.of("LINK_DOWN", "AUTH_EXPIRED");

    default Stream<Fault> faults() {
        return Stream.concat(Fault.ALL.stream().map(platform()::shown), platform().furtherFaults().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    default void faultInMidDialShouldLeaveNoCallWrong(Fault fault) {
        Seat agent = agent();
        String key = "kit-dial-" + fault;
        boolean meanwhile = fault.scope().atOnce();
        if (!meanwhile) {
            control().fault(fault.json(agent.name()));
        }
        JsonNode ack = agent.ask("MakeCall", FarEnd.ANSWERS.number(), "Idempotency-Key", key);
        if (meanwhile) {
            strike(agent, fault);
        }
        agent.settled(ack);
        comeBack(agent, fault);

        noCallIsWrong(agent);
        JsonNode command = agent.settled(ack);
        assertThat(agent.ask("MakeCall", FarEnd.ANSWERS.number(), "Idempotency-Key", key)
                        .path("status")
                        .asText())
                .isEqualTo("replayed");
        boolean done = command.path("status").asText().equals("done");
        assertThat(control().callsTo(agent.name(), FarEnd.ANSWERS.number()))
                .as(() -> "calls of " + command)
                .hasSizeBetween(done ? 1 : 0, done || cameAndWent(fault, command) ? 1 : 0);
    }

    /** Where the platform ends calls while nobody can hear of them. */
    private static boolean cameAndWent(Fault fault, JsonNode command) {
        return fault.scope() == Scope.CALLS
                && command.at("/problem/code").asText().equals("OUTCOME_UNKNOWN");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    default void faultInMidCallShouldLeaveNoCallWrong(Fault fault) {
        Seat agent = agent();
        Call call = agent.talking();
        strike(agent, fault);
        if (fault.scope() == Scope.REQUESTS || fault.scope() == Scope.SIGN_IN) {
            holdOrHearOfTheLoss(agent, call, fault);
            comeBack(agent, fault);
            noCallIsWrong(agent);
        }
        boolean goesOn = fault.scope() != Scope.CALLS;
        if (goesOn) {
            customerHangsUp(call.callId());
        }
        comeBack(agent, fault);

        noCallIsWrong(agent);
        assertThat(call.lifeCycle()).isEqualTo(goesOn && platform().wrapsUp() ? "WRAP_UP" : "ENDED");
        call.finish();
        assertThat(call.lifeCycles()).containsOnlyOnce("ENDED").endsWith("ENDED");
    }

    /** That the sign-in is lost may be known before it is asked for. */
    private static void holdOrHearOfTheLoss(Seat agent, Call call, Fault fault) {
        HttpResponse<String> answer = agent.post("Hold", Map.of("callId", call.callId()));
        JsonNode said = Contract.json(answer.body());
        if (fault.scope() == Scope.SIGN_IN && answer.statusCode() == 409) {
            assertThat(said.path("code").asText()).isEqualTo("AUTH_EXPIRED");
        } else {
            assertThat(answer.statusCode()).as("Hold: %s", said).isEqualTo(202);
            agent.settled(said.path("message"));
        }
    }

    /** And the platform has taken the agent out of the talk, which may be a moment later. */
    private void customerHangsUp(String callId) {
        control().farEnd(callId, "hangup");
        Await.until(
                "the platform's end of the talk " + callId,
                () -> control().books(call -> call.path("callId").asText().equals(callId)).stream()
                        .map(call -> call.path("state").asText())
                        .noneMatch(state -> platform().shows(state, "CONNECTED")
                                || platform().shows(state, "HELD")));
    }

    /** A stream that is only refused is still there until it is cut. */
    private void strike(Seat agent, Fault fault) {
        control().fault(fault.json(agent.name()));
        if (fault.kind().equals("refuse-stream")) {
            control().fault(Fault.ALL.get(0).json(agent.name()));
        }
    }

    /** Waits until the link stands again, and signs in where the sign-in was lost. */
    private static void comeBack(Seat agent, Fault fault) {
        if (fault.scope() == Scope.LINK || fault.scope() == Scope.CALLS) {
            agent.watch().awaitCode("LINK_DOWN");
            agent.watch().awaitCode("LINK_RESTORED");
        }
        if (fault.scope() == Scope.SIGN_IN) {
            agent.watch().awaitCode("AUTH_EXPIRED");
            agent.login();
        }
        if (fault.scope() == Scope.SIGN_OUT) {
            agent.watch()
                    .await(
                            "the loss of the sign-in, not what a command says of it",
                            frame -> frame.at("/gateway/code").asText().equals("AUTH_EXPIRED")
                                    && frame.at("/gateway/commandId").asText("").isEmpty());
            agent.login();
        }
        if (fault.scope() == Scope.SESSION) {
            agent.watch()
                    .await(
                            "the loss",
                            frame -> LOST.contains(frame.at("/gateway/code").asText()));
            agent.login();
        }
        agent.awaitLink();
    }

    /** What the gateway shows is what the platform's books say. */
    private void noCallIsWrong(Seat agent) {
        boolean right = Await.comesWithin(CALM, () -> wrong(agent).isEmpty());
        assertThat(right).as(() -> "after calm: " + wrong(agent)).isTrue();
    }

    private String wrong(Seat agent) {
        Map<String, String> booked = new HashMap<>();
        control()
                .books(call -> call.path("agent").asText().equals(agent.name())
                        && !call.path("ended").asBoolean())
                .forEach(call -> booked.put(
                        call.path("callId").asText(), call.path("state").asText()));
        List<JsonNode> shown = agent.calls().stream()
                .filter(call -> platform().booksWork()
                        || !call.path("lifeCycle").asText().equals("WRAP_UP"))
                .toList();
        boolean same = shown.size() == booked.size()
                && shown.stream().allMatch(call -> platform()
                        .shows(
                                booked.getOrDefault(call.path("callId").asText(), ""),
                                call.path("lifeCycle").asText()));
        return same ? "" : "shown " + shown + ", booked " + booked;
    }
}

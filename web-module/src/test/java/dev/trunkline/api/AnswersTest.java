package dev.trunkline.api;

import static dev.trunkline.api.ContractSchema.assertFits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.call.CallRecord;
import dev.trunkline.call.CommandRecord;
import dev.trunkline.callback.CallbackRecord;
import dev.trunkline.command.Accepted;
import dev.trunkline.event.Json;
import dev.trunkline.model.AgentKey;
import dev.trunkline.model.Code;
import dev.trunkline.model.LifeCycle;
import dev.trunkline.model.Reason;
import dev.trunkline.model.Refusal;
import dev.trunkline.model.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersTest {
    private static final AgentKey DANA = new AgentKey("default", "dana.field");
    private static final Instant TIME = Instant.parse("2026-03-04T15:03:01.902Z");
    private static final Refusal REJECTED = Refusal.of(Code.PLATFORM_REJECTED, "Five9 refused the call")
            .of(Verb.MAKE_CALL)
            .on("Five9")
            .answering(Optional.of("r-1002"))
            .saidBy(Map.of("httpStatus", 435, "code", "1001"));

    @Test
    void acknowledgementShouldBeThatOfTheContract() {
        String ack = Ack.of(new Accepted(
                "Finesse",
                Verb.MAKE_CALL,
                false,
                "m-55119",
                Optional.of("r-1001"),
                Optional.of("c-7f3a19"),
                Optional.empty(),
                List.of()));

        assertFits("ack", ack);
        assertThat(ack)
                .isEqualTo("{\"channel\":\"Finesse\",\"topic\":\"Ack\",\"subtopic\":\"MakeCall\",\"message\":"
                        + "{\"status\":\"accepted\",\"commandId\":\"m-55119\",\"requestId\":\"r-1001\",\"callRef\":\"c-7f3a19\","
                        + "\"callId\":null,\"warnings\":[]}}");
    }

    @Test
    void acknowledgementWithoutRequestIdShouldNotSayOne() {
        String ack = Ack.of(new Accepted(
                "Cisco",
                Verb.LOGIN,
                true,
                "m-1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("NUMERIC_DATA")));

        assertFits("ack", ack);
        assertThat(ack).contains("replayed", "\"callRef\":null").doesNotContain("requestId");
    }

    @ParameterizedTest
    @EnumSource(value = Code.class, mode = EnumSource.Mode.EXCLUDE, names = "LINK_RESTORED")
    void problemOfEachCodeShouldBeThatOfTheContract(Code code) {
        Problem problem = Problem.of(Refusal.of(code, "why"), "/trunkline/api/v1/messages");

        assertFits("error#/$defs/problem", problem.json());
        assertThat(problem.status()).isEqualTo(code.status());
    }

    @Test
    void problemShouldCarryWhatIsKnownOfTheRequest() {
        String problem = Problem.of(REJECTED, "/trunkline/api/v1/messages").json();

        assertFits("error#/$defs/problem", problem);
        assertThat(problem).contains("\"requestId\":\"r-1002\"", "\"verb\":\"MakeCall\"", "MAKE_CALL_FAILED", "435");
    }

    @Test
    void failedCommandShouldSayWhy() {
        CommandRecord command = new CommandRecord(
                DANA,
                "m-55120",
                "five9",
                "Five9",
                Verb.MAKE_CALL,
                Map.of(),
                CommandRecord.Status.FAILED,
                Optional.of("c-7f3a20"),
                Optional.empty(),
                Optional.of("r-1002"),
                Optional.empty(),
                "dana.field",
                "192.0.2.7",
                TIME,
                Optional.of(TIME),
                Optional.of(REJECTED));
        String view = Json.text(CommandView.of(command, "/trunkline/api/v1/commands/m-55120"));

        assertFits("rest-command", view);
        assertThat(view).contains("\"status\":\"failed\"", "\"callId\":null", "\"commandId\":\"m-55120\"");
    }

    @Test
    void callShouldListItsVerbsInTheOrderOfTheContract() {
        CallRecord call = new CallRecord(
                DANA,
                "genesys",
                "Genesys",
                "c-7f3a19",
                Optional.empty(),
                "+13125550142",
                Optional.of(LifeCycle.CONNECTED),
                Reason.NONE,
                "",
                TIME,
                Optional.empty(),
                Set.of(Verb.DROP, Verb.HOLD, Verb.CONSULT),
                3,
                true,
                false,
                "",
                "",
                "",
                Map.of(),
                "");
        String view = Json.text(CallView.of(call));

        assertFits("rest-call", view);
        assertThat(view).contains("[\"Consult\",\"Hold\",\"Drop\"]", "\"callId\":null", "\"endedAt\":null");
    }

    @Test
    void callbackShouldBeThatOfItsSchemaWhateverIsKnownOfIt() {
        for (Optional<String> known : List.of(Optional.<String>empty(), Optional.of("known"))) {
            CallbackRecord callback = new CallbackRecord(
                    DANA,
                    "b-55123",
                    "finesse",
                    "Cisco",
                    "c-7f3a21",
                    "16790031",
                    "",
                    known,
                    TIME,
                    known.map(word -> TIME),
                    known,
                    known,
                    known,
                    known,
                    known.isPresent(),
                    "m-55123",
                    TIME,
                    TIME);
            String view = Json.text(CallbackView.of(callback));

            assertFits("rest-callback", view);
            assertThat(view).contains(known.isPresent() ? "\"cancelled\"" : "\"timeZone\":null");
        }
    }
}

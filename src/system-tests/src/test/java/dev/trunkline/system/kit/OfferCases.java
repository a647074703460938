package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Contract;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a dialer offers: one word about each record, shown by an event, and callbacks that are kept. */
public interface OfferCases extends Kit {
    default Stream<String> modes() {
        return platform().dialerModes().stream();
    }

    private Call offered(Seat agent) {
        return offered(agent, FarEnd.ANSWERS.number());
    }

    private Call offered(Seat agent, String number) {
        return brought(agent, number, platform().dialerModes().get(0))
                .until("PREVIEW")
                .until("an offer", "Accept");
    }

    private Call brought(Seat agent, String number, String mode) {
        List<String> before = agent.calls().stream()
                .map(call -> call.path("callRef").asText())
                .toList();
        control().offer(agent.name(), number, mode);
        return agent.newCall(before);
    }

    private static Call customersCall(Call offer) {
        Call call = offer.seat().newCall(List.of(offer.callRef())).until("CONNECTED");
        assertThat(call.last().at("/gateway/parentCallId").asText()).isEqualTo(offer.callId());
        return call;
    }

    /** By way of an offered record, where the platform has them for us. */
    private Call talkingToACustomer() {
        if (!platform().verbs().contains("Accept")) {
            return agent().talking();
        }
        Call offer = offered(agent());
        offer.does("Accept");
        return customersCall(offer);
    }

    @Test
    @Works("Accept")
    default void acceptedRecordShouldBecomeTheCustomersCall() {
        Call offer = offered(agent());
        assertThat(offer.read().path("to").asText()).isEqualTo(FarEnd.ANSWERS.number());
        assertThat(offer.lifeCycles()).containsExactly("PREVIEW");
        offer.does("Accept");
        Call customer = customersCall(offer);

        offer.ended();
        assertThat(offer.lifeCycles()).containsExactly("PREVIEW", "ENDED");
        assertThat(offer.reason()).isEqualTo("NONE");
        assertThat(control().callsTo(offer.seat().name(), FarEnd.ANSWERS.number()))
                .hasSize(1);
        customer.finish();
    }

    /** What is offered first and what is delivered at once, each to its end; who listens checks both forms of it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("modes")
    @Works({"Answer", "Accept"})
    default void recordOfEachModeShouldBeToldToItsEnd(String mode) {
        Call first = brought(agent(), FarEnd.ANSWERS.number(), mode);
        Await.until(
                "something to take",
                () -> first.allowed().contains("Accept") || first.allowed().contains("Answer"));
        boolean offer = first.allowed().contains("Accept");
        first.does(offer ? "Accept" : "Answer");
        Call customer = offer ? customersCall(first) : first.until("CONNECTED");
        customer.does("Drop");
        customer.finish();

        first.ended();
        assertThat(first.lifeCycles())
                .startsWith(offer ? "PREVIEW" : platform().offered())
                .endsWith("ENDED");
        Stream.of(first, customer).flatMap(call -> call.told().stream()).forEach(told -> {
            assertThat(told.at("/gateway/campaign/name").asText()).isNotEmpty();
            JsonNode type = told.findPath("OutBoundType");
            assertThat(type.isMissingNode() || platform().outBoundTypes(mode).contains(type.asText()))
                    .as("%s of a record in mode %s", type, mode)
                    .isTrue();
        });
    }

    @Test
    @Works({"Answer", "Accept"})
    default void answerToARecordShouldAcceptIt() {
        Call offer = offered(agent());
        offer.does("Answer");

        customersCall(offer).finish();
    }

    @Test
    @Works({"MakeCall", "Accept"})
    default void dialWithoutANumberShouldAcceptTheRecordOnceHoweverOftenItIsSaid() {
        Seat agent = agent();
        assertThat(agent.refusal("MakeCall", Seat.NO_DATA)).isEqualTo("422 INVALID_DATA");
        Call offer = offered(agent);
        JsonNode first = accepted(agent.post("MakeCall", Seat.NO_DATA, "Idempotency-Key", "offer-once-1"));
        agent.done(first.path("message"));
        Call customer = customersCall(offer);
        customer.finish();
        JsonNode again = accepted(agent.post("MakeCall", Seat.NO_DATA, "Idempotency-Key", "offer-once-1"));

        assertThat(again.at("/message/status").asText()).isEqualTo("replayed");
        assertThat(again.at("/message/commandId")).isEqualTo(first.at("/message/commandId"));
    }

    private static JsonNode accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode ack = Contract.json(answer.body());
        assertThat(ack.path("subtopic").asText()).isEqualTo("Accept");
        return ack;
    }

    @Test
    @Works({"Reject", "Accept"})
    default void rejectedRecordShouldEndByTheAgentsWord() {
        leftBy("Reject");
    }

    @Test
    @Works("Close")
    default void closedRecordShouldEndByTheAgentsWord() {
        leftBy("Close");
    }

    @Test
    @Works("Skip")
    default void skippedRecordShouldEndByTheAgentsWord() {
        leftBy("Skip");
    }

    private void leftBy(String verb) {
        Call offer = offered(agent());
        offer.does(verb);

        assertThat(offer.ended().reason()).isEqualTo("CANCELLED_BY_AGENT");
        assertThat(control().callsTo(offer.seat().name(), FarEnd.ANSWERS.number()))
                .isEmpty();
    }

    @Test
    @Works({"Accept", "Close"})
    default void secondWordAboutARecordShouldBeRefused() {
        Call offer = offered(agent());
        Map<String, Object> named = Map.of("callId", offer.callId());
        JsonNode accept = offer.seat().ask("Accept", named);

        // Not open any more, and a moment later not even there.
        assertThat(offer.seat().refusal("Accept", named)).isIn("409 INVALID_STATE", "404 CALL_NOT_FOUND");
        assertThat(offer.seat().refusal("Close", named)).isIn("409 INVALID_STATE", "404 CALL_NOT_FOUND");
        offer.seat().done(accept);
        customersCall(offer).finish();
        assertThat(control().callsTo(offer.seat().name(), FarEnd.ANSWERS.number()))
                .hasSize(1);
    }

    @Test
    @Works("Accept")
    default void recordThatIsWithdrawnShouldFailTheAcceptAndLeaveNothing() {
        Call offer = offered(agent());
        control()
                .fault("{\"kind\":\"withdraw-offer\",\"agent\":\""
                        + offer.seat().name() + "\"}");
        JsonNode accept = offer.seat().ask("Accept", Map.of("callId", offer.callId()));

        assertThat(offer.seat().failure(accept))
                .isIn("CALL_NOT_FOUND", "INVALID_STATE", "PLATFORM_REJECTED", "NOT_EFFECTIVE");
        offer.ended();
        assertThat(control().callsTo(offer.seat().name(), FarEnd.ANSWERS.number()))
                .isEmpty();
        assertThat(offer.seat().calls()).isEmpty();
    }

    @Test
    @Works({"Accept", "Reject"})
    default void recordWithoutANumberShouldFailTheAcceptAndStayToBeLeft() {
        Call offer = offered(agent(), "");
        JsonNode accept = offer.seat().ask("Accept", Map.of("callId", offer.callId()));

        assertThat(offer.seat().failure(accept)).isIn("INVALID_NUMBER", "INVALID_DATA", "PLATFORM_REJECTED");
        assertThat(offer.lifeCycle()).isEqualTo("PREVIEW");
        offer.does("Reject");
        assertThat(offer.ended().reason()).isEqualTo("CANCELLED_BY_AGENT");
    }

    /** An Accept has somebody called: it is as dangerous as a dial. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"SLOW_DIAL_ANSWER", "LOST_DIAL_ANSWER"})
    @Works("Accept")
    default void acceptWhoseAnswerIsLateOrLostShouldBeOneCall(FarEnd end) {
        Call offer = offered(agent(), end.number());
        JsonNode accept = offer.seat().ask("Accept", Map.of("callId", offer.callId()));
        Call customer = customersCall(offer);

        offer.seat().done(accept);
        offer.ended();
        customer.finish();
        assertThat(control().callsTo(offer.seat().name(), end.number())).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"SERVER_ERROR", "RATE_LIMITED"})
    @Works({"Accept", "Close"})
    default void acceptThatIsRefusedShouldLeaveTheOfferOpen(FarEnd end) {
        Call offer = offered(agent(), end.number());
        JsonNode accept = offer.seat().ask("Accept", Map.of("callId", offer.callId()));

        assertThat(offer.seat().failure(accept))
                .isEqualTo(platform().outcome(end).reason());
        assertThat(offer.until("PREVIEW").allowed()).contains("Accept");
        offer.does("Close");
        offer.ended();
        assertThat(control().callsTo(offer.seat().name(), end.number())).isEmpty();
    }

    @Test
    @Works("Accept")
    default void streamThatIsCutBetweenOfferAndCallShouldLeaveNothingWrong() {
        Call offer = offered(agent(), FarEnd.STREAM_CUT.number());
        Seat agent = offer.seat();
        JsonNode accept = agent.ask("Accept", Map.of("callId", offer.callId()));
        agent.watch().awaitCode("LINK_DOWN");
        agent.watch().awaitCode("LINK_RESTORED");
        Call customer = customersCall(offer);

        agent.done(accept);
        offer.ended();
        customer.finish();
        assertThat(control().callsTo(agent.name(), FarEnd.STREAM_CUT.number())).hasSize(1);
    }

    @Test
    @Works({"Schedule", "CancelSchedule"})
    default void callbackShouldBeKeptChangedAndCancelled() {
        Call call = talkingToACustomer();
        LocalDateTime time = platform().callbackDay().atTime(9, 30);
        schedule(call, Map.of("callbackTime", written(time), "timeZone", "America/Chicago"));
        JsonNode kept = callbacks(call, "").get(0);
        assertThat(kept.path("callbackTime").asText())
                .isEqualTo(utc(time.atZone(ZoneId.of("America/Chicago")).toInstant()));
        assertThat(kept.path("callRef").asText()).isEqualTo(call.callRef());
        LocalDateTime next = time.plusDays(1);
        schedule(call, Map.of("callbackTime", written(next) + "Z", "callbackNumber", "3125550199"));

        JsonNode changed = callbacks(call, "").get(0);
        assertThat(changed.path("callbackTime").asText()).isEqualTo(utc(next.toInstant(ZoneOffset.UTC)));
        assertThat(changed.path("callbackNumber").asText()).isEqualTo("3125550199");
        assertThat(changed.path("callbackId")).isEqualTo(kept.path("callbackId"));
        call.seat()
                .does(
                        "CancelSchedule",
                        Map.of("callbackId", kept.path("callbackId").asText()));
        assertThat(callbacks(call, "")).isEmpty();
        assertThat(callbacks(call, "?ended=true").get(0).path("status").asText())
                .isEqualTo("cancelled");
        call.finish();
    }

    @Test
    @Works("Schedule")
    default void callbackShouldSurviveAKilledGateway() {
        Call call = talkingToACustomer();
        schedule(call, Map.of("callbackTime", written(platform().callbackDay().atTime(9, 30)) + "+02:00"));
        List<JsonNode> before = callbacks(call, "");
        stage().kill();
        stage().start();

        assertThat(callbacks(new Call(stage().seat(call.seat().name()), call.callRef()), ""))
                .isEqualTo(before);
    }

    private static String written(LocalDateTime time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    private static String utc(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    private static void schedule(Call call, Map<String, ?> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("callId", call.callId());
        call.seat().does("Schedule", all);
    }

    /** Those of this call. */
    private static List<JsonNode> callbacks(Call call, String query) {
        JsonNode all = call.seat().person().read("callbacks" + query);
        Contract.check(all, "rest-callback#/$defs/list");
        List<JsonNode> ofThis = new ArrayList<>();
        all.forEach(one -> {
            if (one.path("callRef").asText().equals(call.callRef())) {
                ofThis.add(one);
            }
        });
        return ofThis;
    }

    @Test
    @Works("Schedule")
    default void timeThatIsNoMomentToComeShouldBeRefusedWithoutAskingThePlatform() {
        Call call = talkingToACustomer();
        long before = control().asked();
        for (Map<String, String> data : List.of(
                Map.of("callbackTime", "2020-03-05T09:30:00Z"),
                Map.of("callbackTime", "2036-03-05T09:30:00"),
                Map.of("callbackTime", "2036-03-30T02:30:00", "timeZone", "Europe/Berlin"),
                Map.of("callbackTime", "2036-03-05T09:30:00", "timeZone", "Mars/Olympus"))) {
            assertThat(call.refusal("Schedule", data)).as(data.toString()).isEqualTo("422 INVALID_DATA");
        }
        assertThat(call.refusal("CancelSchedule", Map.of("callbackId", "b-none")))
                .isEqualTo("422 INVALID_DATA");
        assertThat(control().asked()).isEqualTo(before);
        assertThat(callbacks(call, "")).isEmpty();
        call.finish();
    }
}

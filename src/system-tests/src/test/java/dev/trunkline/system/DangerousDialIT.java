package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A dial is dangerous: whatever becomes of its answer, there are never two calls, and it is settled or said to be unknown. */
@Order(4)
class DangerousDialIT {
    private static Site site;

    @BeforeAll
    static void open() {
        site = Site.of("dial", Map.of());
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void slowAnswerShouldBeOneCall() {
        Person alice = site.person("alice").ready();
        JsonNode dial = alice.ask("MakeCall", "\"3125550106\"", "Idempotency-Key", "dangerous-0106");
        JsonNode repeated = alice.ask("MakeCall", "\"3125550106\"", "Idempotency-Key", "dangerous-0106");

        assertThat(repeated.path("status").asText()).isEqualTo("replayed");
        alice.done(dial);
        assertThat(site.callsTo("3125550106")).isEqualTo(1);
        end(alice, dial);
    }

    @Test
    void errorWithoutACallShouldFailAndKeepRowAndKey() {
        Person bob = site.person("bob").ready();
        JsonNode dial = bob.ask("MakeCall", "\"3125550107\"", "Idempotency-Key", "dangerous-0107");
        JsonNode failed = bob.settled(dial.path("commandId").asText());

        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.at("/problem/code").asText()).isEqualTo("PLATFORM_REJECTED");
        assertThat(failed.at("/problem/platform/httpStatus").asInt()).isEqualTo(500);
        assertThat(site.callsTo("3125550107")).isZero();
        JsonNode repeated = bob.ask("MakeCall", "\"3125550107\"", "Idempotency-Key", "dangerous-0107");
        assertThat(repeated.path("status").asText()).isEqualTo("replayed");
        assertThat(site.callsTo("3125550107")).isZero();
        JsonNode call = bob.read("calls/" + dial.path("callRef").asText());
        Contract.check(call, "rest-call");
        assertThat(call.path("callId").isNull()).isTrue();
        assertThat(call.path("endedAt").isNull()).isFalse();
    }

    @Test
    void tooManyRequestsShouldSayWhenToComeBack() {
        Person carol = site.person("carol").ready();
        JsonNode dial = carol.ask("MakeCall", "\"3125550108\"");
        JsonNode failed = carol.settled(dial.path("commandId").asText());

        assertThat(failed.at("/problem/code").asText()).isEqualTo("RATE_LIMITED");
        assertThat(failed.at("/problem/retryAfterMs").asInt()).isEqualTo(2_000);
        assertThat(site.callsTo("3125550108")).isZero();
    }

    @Test
    void answerThatComesAfterTheTimeOutShouldNotMakeASecondCall() {
        Person carol = site.person("carol").ready();
        site.fault("{\"kind\":\"slow\",\"seconds\":13,\"count\":1,\"agent\":\"carol\"}");
        JsonNode dial = carol.ask("MakeCall", "\"3125550147\"", "Idempotency-Key", "dangerous-slow");
        JsonNode settled = carol.settled(dial.path("commandId").asText());

        assertThat(settled.path("status").asText().equals("done")
                        || settled.at("/problem/code").asText().equals("OUTCOME_UNKNOWN"))
                .as(settled.toString())
                .isTrue();
        Await.until(
                "the call that turned up is known",
                () -> site.callsTo("3125550147") == 1
                        && !carol.read("calls/" + dial.path("callRef").asText())
                                .path("callId")
                                .isNull());
        carol.ask("MakeCall", "\"3125550147\"", "Idempotency-Key", "dangerous-slow");
        end(carol, dial);
        assertThat(carol.command(dial.path("commandId").asText()).path("status").asText())
                .isEqualTo("done");
        assertThat(site.callsTo("3125550147")).isEqualTo(1);
    }

    @Test
    void lostAnswerShouldBeSettledByLooking() {
        Person dave = site.person("dave").ready();
        JsonNode dial = dave.ask("MakeCall", "\"3125550111\"", "Idempotency-Key", "dangerous-0111");

        dave.done(dial);
        dave.ask("MakeCall", "\"3125550111\"", "Idempotency-Key", "dangerous-0111");
        assertThat(site.callsTo("3125550111")).isEqualTo(1);
        end(dave, dial);
    }

    @Test
    void acceptedDialOfWhichNothingComesShouldBeSaidToHaveHadNoEffect() {
        Person erin = site.person("erin").ready();
        site.fault("{\"kind\":\"swallow\",\"count\":1,\"agent\":\"erin\"}");
        JsonNode dial = erin.ask("MakeCall", "\"3125550142\"");

        JsonNode failed = erin.settled(dial.path("commandId").asText());
        assertThat(failed.at("/problem/code").asText()).isEqualTo("NOT_EFFECTIVE");
        assertThat(site.callsTo("3125550142")).isZero();
    }

    @Test
    void killBetweenStoreAndAnswerShouldBeOneCallAndSettled() {
        try (Site own = Site.of("dialkill", Map.of())) {
            Person alice = own.person("alice").ready();
            JsonNode dial = alice.ask("MakeCall", "\"3125550106\"", "Idempotency-Key", "dangerous-kill");
            Await.until("the platform has the call", () -> own.callsTo("3125550106") == 1);
            own.kill();
            own.start();

            Person again = own.person("alice");
            again.done(dial);
            JsonNode repeated = again.ask("MakeCall", "\"3125550106\"", "Idempotency-Key", "dangerous-kill");
            assertThat(repeated.path("status").asText()).isEqualTo("replayed");
            assertThat(repeated.path("callId").isNull()).isFalse();
            assertThat(own.callsTo("3125550106")).isEqualTo(1);
            end(again, dial);
        }
    }

    @Test
    void killBeforeThePlatformIsReachedShouldBeSettledWithoutACall() {
        try (Site own = Site.of("dialcut", Map.of())) {
            Person alice = own.person("alice").ready();
            own.fault("{\"kind\":\"error\",\"status\":500,\"count\":1,\"agent\":\"alice\"}");
            JsonNode dial = alice.ask("MakeCall", "\"3125550142\"", "Idempotency-Key", "dangerous-cut");
            own.kill();
            own.start();

            Person again = own.person("alice");
            JsonNode settled = again.settled(dial.path("commandId").asText());
            assertThat(settled.at("/problem/code").asText())
                    .isIn("OUTCOME_UNKNOWN", "NOT_EFFECTIVE", "PLATFORM_REJECTED");
            JsonNode repeated = again.ask("MakeCall", "\"3125550142\"", "Idempotency-Key", "dangerous-cut");
            assertThat(repeated.path("status").asText()).isEqualTo("replayed");
            assertThat(own.callsTo("3125550142")).isZero();
        }
    }

    /** Hangs up and sees the call to its end. */
    private static void end(Person person, JsonNode dial) {
        String callRef = dial.path("callRef").asText();
        Await.until(
                "the call can be dropped",
                () -> person.read("calls/" + callRef).path("allowed").toString().contains("Drop"));
        person.ask("Drop", "");
        Await.until(
                "the call has ended",
                () -> !person.read("calls/" + callRef).path("endedAt").isNull());
    }
}

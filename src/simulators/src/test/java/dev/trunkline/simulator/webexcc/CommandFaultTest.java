package dev.trunkline.simulator.webexcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that go wrong on purpose (design 1, sheet 9.1). */
class CommandFaultTest extends AtWork {
    @ParameterizedTest
    @CsvSource({
        "'',500",
        "'\"status\":503',503",
        "'\"status\":502',502",
        "'\"status\":400,\"text\":\"Nothing doing\"',400"
    })
    void errorsShouldHaveNoEffect(String more, int status) throws Exception {
        alice.ownFault("error", more);

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(status);
        assertThat(simulators.books()).isEmpty();
        assertThat(alice.arrived()).isEmpty();
        alice.talk();
    }

    @Test
    void textOfAnErrorShouldBeInItsBody() throws Exception {
        alice.ownFault("error", "\"status\":400,\"text\":\"Nothing doing\"");

        assertThat(alice.dial(Quick.NUMBER).body()).contains("Nothing doing");
    }

    @Test
    void errorsShouldBeAsManyAsAreCounted() throws Exception {
        alice.ownFault("error", "\"status\":503,\"count\":2");

        assertThat(alice.reload().status()).isEqualTo(503);
        assertThat(alice.reload().status()).isEqualTo(503);
        assertThat(alice.reload().status()).isEqualTo(202);
    }

    @Test
    void errorsOfOneShouldNotBeAnothers() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            bob.ownFault("error");

            assertThat(alice.reload().status()).isEqualTo(202);
            assertThat(bob.reload().status()).isEqualTo(500);
        }
    }

    @Test
    void errorAfterwardsShouldHaveItsEffect() throws Exception {
        alice.ownFault("error-after", "\"status\":503");

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(503);
        alice.talking();
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void errorAfterwardsShouldHoldTheCallToo() throws Exception {
        JsonNode call = alice.talk();
        alice.ownFault("error-after");

        assertThat(alice.media(call, "hold").status()).isEqualTo(500);
        alice.listener().event("AgentContactHeld");
    }

    @Test
    void forbiddenShouldHaveNoEffect() throws Exception {
        alice.ownFault("forbidden");

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(403);
        assertThat(simulators.books()).isEmpty();
        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(201);
    }

    @Test
    void rateLimitShouldSayWhenToComeBack() throws Exception {
        alice.ownFault("rate-limit", "\"seconds\":7");
        Rest.Reply reply = alice.dial(Quick.NUMBER);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.header("Retry-After")).isEqualTo("7");
        assertThat(simulators.books()).isEmpty();
    }

    @Test
    void lostAnswerShouldHaveItsEffect() {
        alice.ownFault("lose-answer");

        assertThatThrownBy(() -> alice.dial(Quick.NUMBER)).isInstanceOf(IOException.class);
        alice.talking();
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void slowShouldHoldTheAnswerBack() throws Exception {
        alice.ownFault("slow", "\"seconds\":120");
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::dialled);
        Await.until("it has arrived", this::counted);

        try (Worker bob = Worker.listening(simulators, "bob")) {
            assertThat(bob.reload().status()).isEqualTo(202);
        }
        assertThat(answer).isNotDone();
    }

    private boolean counted() {
        return alice.control()
                        .get("/platforms/webexcc/requests")
                        .json()
                        .path("dial")
                        .asInt()
                == 1;
    }

    private int dialled() {
        try {
            return alice.dial(Quick.NUMBER).status();
        } catch (IOException e) {
            return -1;
        }
    }

    @Test
    void answerShouldComeAfterTheEventsWhereItIsLate() throws Exception {
        alice.ownFault("late-answer");
        Rest.Reply reply = alice.dial(Quick.NUMBER);

        assertThat(reply.status()).isEqualTo(201);
        List<JsonNode> told = alice.listener().arrived();
        assertThat(Listener.contacts(told)).startsWith("AgentContactReserved", "AgentOfferContact");
        assertThat(told.get(0).at("/data/interactionId").asText()).isEqualTo(reply.text("/data/id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "swallow"})
    void dialShouldBeAcceptedAndNothingTold(String kind) throws Exception {
        alice.ownFault(kind);

        assertThat(alice.dial(Quick.NUMBER).status()).isEqualTo(201);
        assertThat(alice.arrived()).isEmpty();
    }

    @Test
    void swallowedDialShouldMakeNoCall() throws Exception {
        alice.ownFault("swallow");
        alice.dial(Quick.NUMBER);

        assertThat(simulators.books()).isEmpty();
        assertThat(alice.reloaded().path("interactionIds")).isEmpty();
        alice.talk();
    }

    @Test
    void silentCommandShouldHaveItsEffectUntold() throws Exception {
        JsonNode call = alice.talk();
        alice.ownFault("silent");
        assertThat(alice.media(call, "hold").status()).isEqualTo(202);
        assertThat(alice.arrived()).isEmpty();
        alice.reload();

        assertThat(alice.listener()
                        .event("AgentContact")
                        .at("/interaction/media/" + Worker.id(call) + "/isHold")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void swallowedCommandShouldHaveNoEffect() throws Exception {
        JsonNode call = alice.talk();
        alice.ownFault("swallow");
        assertThat(alice.media(call, "hold").status()).isEqualTo(202);
        alice.reload();

        assertThat(alice.listener()
                        .event("AgentContact")
                        .at("/interaction/media/" + Worker.id(call) + "/isHold")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void tokenShouldEndInTheMiddleOfACall() throws Exception {
        JsonNode call = alice.talk();
        alice.ownFault("expire-auth");

        assertThat(alice.media(call, "hold").status()).isEqualTo(401);
        assertThat(alice.listener().closedAs()).isEmpty();
        Rest again = Rest.of(simulators, "alice");
        assertThat(again.post("/v1/tasks/" + Worker.id(call) + "/end", "{}").status())
                .isEqualTo(202);
        alice.listener().event("AgentWrapup");
    }

    @Test
    void expiredSignInShouldHitOneAgent() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            bob.ownFault("expire-auth");

            assertThat(bob.reload().status()).isEqualTo(401);
            assertThat(alice.reload().status()).isEqualTo(202);
        }
    }

    @Test
    void faultShouldWaitForItsAgent() throws Exception {
        alice.ownFault("error", "\"status\":503,\"count\":1");
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            bob.talk();
        }

        assertThat(alice.reload().status()).isEqualTo(503);
    }
}

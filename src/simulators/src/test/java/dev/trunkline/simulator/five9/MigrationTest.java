package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Await;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The domain goes to another data centre while agents work (sheet 5.6, 9.3). */
class MigrationTest extends AtWork {
    private static final String MOVED = "Domain Migrated, please use MetadataAPI to reload client.";

    private String old;
    private String oldFarm;

    private void migrate(String kind) {
        old = alice.rest().host();
        oldFarm = alice.rest().farm();
        alice.fault("{\"kind\":\"" + kind + "\",\"seconds\":0.2}");
    }

    /** Goes where the domain is now, and to work there. */
    private void follow() throws IOException {
        Await.until("the other data centre is ready", this::moved);
        alice.listen();
        alice.becomeWorking();
        alice.ready();
    }

    private boolean moved() {
        try {
            return alice.rest().moveOn(alice.rest().loginHost()).ok()
                    && !alice.rest().host().equals(old)
                    && alice.rest().agent("login_state").ok();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void migrationShouldBeToldInItsOrder() {
        migrate("migrate");
        JsonNode started = alice.socket().event("70");
        JsonNode moved = alice.socket().event("1002");
        JsonNode completed = alice.socket().event("73");

        assertThat(started.at("/context/eventReason").asText()).isEqualTo("STARTED");
        assertThat(moved.at("/context/eventReason").asText()).isEqualTo(MOVED);
        assertThat(completed.at("/context/eventReason").asText()).isEqualTo("COMPLETED");
        assertThat(completed.path("payLoad").asText()).isEqualTo("IDLE_MAINTENANCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "move"})
    void newPlaceShouldBeInTheEvent(String kind) {
        migrate(kind);
        JsonNode metadata = alice.socket().event("1002").path("payLoad");

        assertThat(metadata.path("freedomUrl").asText()).isNotEmpty();
        assertThat(Rest.hostOf(metadata)).isNotEqualTo(old);
    }

    @Test
    void forcedMoveShouldBeToldByNothingElse() throws Exception {
        migrate("move");
        List<JsonNode> seen =
                alice.socket().until(frame -> Socket.eventId(frame).equals("1002"));

        assertThat(seen).extracting(Socket::eventId).doesNotContain("70", "73");
        follow();
        alice.talk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "move"})
    void oldPlaceShouldSendAway(String kind) throws Exception {
        migrate(kind);
        alice.socket().event("1002");
        Rest.Reply reply = alice.rest().agent("login_state");

        assertThat(reply.error()).isEqualTo("435 5001");
        assertThat(reply.detail().at("/context/farmId").asText()).isNotEmpty().isNotEqualTo(oldFarm);
    }

    @Test
    void dialAtTheOldPlaceShouldCreateNothing() throws Exception {
        alice.campaign();
        migrate("migrate");
        alice.socket().event("1002");

        assertThat(alice.dial(Quick.NUMBER).error()).isEqualTo("435 5001");
        assertThat(simulators.books()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "move"})
    void metadataShouldNameTheNewPlace(String kind) throws Exception {
        migrate(kind);
        String told = Rest.hostOf(alice.socket().event("1002").path("payLoad"));
        Await.until("the other data centre is ready", this::moved);

        assertThat(alice.rest().host()).isEqualTo(told).isNotEqualTo(old);
        assertThat(alice.rest().farm()).isNotEqualTo(oldFarm);
    }

    @Test
    void newPlaceShouldNeedAStationOrANewBeginning() throws Exception {
        migrate("migrate");
        alice.socket().event("73");
        Await.until("the other data centre is ready", this::moved);

        assertThat(alice.rest().loginState()).isIn("RELOGIN", "SELECT_STATION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "move"})
    void workShouldGoOnAtTheNewPlace(String kind) throws Exception {
        migrate(kind);
        alice.socket().event("1002");
        follow();
        JsonNode call = alice.talk();
        alice.dispose(call, alice.finalDisposition());

        alice.until("31");
        assertThat(simulators.books()).hasSize(1);
    }

    @Test
    void oldSocketShouldPongAndTellNothing() throws Exception {
        Socket before = alice.socket();
        migrate("migrate");
        before.event("73");
        follow();
        alice.talk();
        before.say("ping");

        assertThat(before.until(frame -> Socket.eventId(frame).equals("1202"))).hasSize(1);
        before.close();
    }

    @Test
    void callShouldNotBeWorkedOnAtTheNewPlace() throws Exception {
        JsonNode call = alice.talk();
        migrate("migrate");
        alice.socket().event("1002");
        follow();

        assertThat(alice.read(call).isMissingNode()).isTrue();
        assertThat(simulators.books().get(0).ended()).isTrue();
    }

    @Test
    void laterLogInShouldGoToTheNewPlace() throws Exception {
        migrate("migrate");
        alice.socket().event("73");
        Rest second = new Rest(simulators);
        second.logIn("bob");

        assertThat(second.host()).isNotEqualTo(old);
        assertThat(second.agent("login_state").status()).isEqualTo(200);
    }

    @Test
    void domainShouldMoveBackToo() throws Exception {
        String first = alice.rest().host();
        migrate("migrate");
        alice.socket().event("73");
        follow();
        migrate("migrate");
        alice.socket().event("73");
        follow();

        assertThat(alice.rest().host()).isEqualTo(first);
        alice.talk();
    }

    @Test
    void everybodyOfTheDomainShouldMove() throws Exception {
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            migrate("migrate");

            bob.socket().event("1002");
            assertThat(bob.rest().agent("login_state").error()).isEqualTo("435 5001");
        }
    }
}

package dev.trunkline.system.kit.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.kit.Call;
import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Kit;
import dev.trunkline.system.kit.Seat;
import org.junit.jupiter.api.Test;

/** The tenant's data centre changes under a session, and a socket that answers pings says nothing any more (sheet 5.6). */
interface MigrationCases extends Kit {
    private void fault(Seat agent, String kind) {
        control().fault("{\"kind\":\"" + kind + "\",\"seconds\":1,\"agent\":\"" + agent.name() + "\"}");
    }

    private void awaitServer(Seat agent, String other) {
        Await.until(
                () -> "another data centre than " + other + ": " + control().server(agent.name()),
                () -> !control().server(agent.name()).isEmpty()
                        && !control().server(agent.name()).equals(other));
    }

    @Test
    default void migrationShouldBeFollowedToTheOtherDataCentre() {
        Seat agent = agent();
        String before = control().server(agent.name());
        fault(agent, "migrate");

        agent.watch().awaitCode("LINK_DOWN");
        agent.watch().awaitCode("LINK_RESTORED");
        awaitServer(agent, before);
        Call call = agent.ready().talking();
        call.finish();
        assertThat(control().callsTo(agent.name(), FarEnd.ANSWERS.number())).hasSize(1);
        assertThat(agent.watch()
                        .frames(frame -> frame.at("/gateway/code").asText().equals("AUTH_EXPIRED")))
                .as("nobody has to sign in again")
                .isEmpty();
    }

    @Test
    default void moveWithoutAnyWarningShouldBeFollowed() {
        Seat agent = agent();
        String before = control().server(agent.name());
        fault(agent, "move");

        agent.watch().awaitCode("LINK_RESTORED");
        awaitServer(agent, before);
        agent.ready().talking().finish();
    }

    @Test
    default void socketThatOnlyAnswersPingsShouldBeFoundOut() {
        Call call = agent().talking();
        control()
                .fault("{\"kind\":\"silent-socket\",\"seconds\":30,\"agent\":\""
                        + call.seat().name() + "\"}");
        call.farEnd("hangup");

        call.until("WRAP_UP");
        JsonNode last = call.last();
        assertThat(last.at("/gateway/origin").asText()).isEqualTo("RESYNC");
        call.finish();
    }
}

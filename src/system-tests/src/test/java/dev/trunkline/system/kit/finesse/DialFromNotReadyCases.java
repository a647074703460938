package dev.trunkline.system.kit.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trunkline.system.kit.Call;
import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Kit;
import dev.trunkline.system.kit.Seat;
import org.junit.jupiter.api.Test;

/** Where Finesse itself dials from Not Ready only, the rule towards the client stays Ready (contract 2.5). */
interface DialFromNotReadyCases extends Kit {
    @Test
    default void readyShouldBeBackAfterTheCall() {
        Seat agent = agent();
        Call call = agent.dial(FarEnd.BUSY).ended();

        assertThat(call.reason()).isEqualTo("BUSY");
        agent.awaitState("Ready");
    }

    @Test
    default void readyShouldBeBackWhereTheDialFailed() {
        Seat agent = agent();
        agent.failure(agent.ask("MakeCall", FarEnd.RATE_LIMITED.number()));

        agent.awaitState("Ready");
    }

    @Test
    default void wrapUpShouldDecideTheStateAfterTheCall() {
        assumeTrue(platform().wrapsUp());
        Call call = agent().talking();
        call.finish();

        call.seat().awaitState("Not_Ready");
    }
}

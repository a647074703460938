package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResetTest {
    @Test
    void resetShouldEndCallsTellSoAndClearTheBooks() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            Control control = new Control(simulators);
            alice.talk(Quick.NUMBER);
            alice.until("put TALKING");
            control.post("/reset", "");
            List<String> told = Desk.summaries(alice.until("put NOT_READY"));

            assertThat(told).contains("DELETE DROPPED [DROPPED, DROPPED]");
            assertThat(control.get("/calls").json().isEmpty()).isTrue();
            assertThat(control.get("/platforms/finesse/sessions")
                            .json()
                            .get(0)
                            .get("agent")
                            .asText())
                    .isEqualTo("alice");
            assertThat(alice.dial(Quick.NUMBER).statusCode()).isEqualTo(202);
            assertThat(control.get("/platforms/finesse/requests")
                            .json()
                            .get("dial")
                            .asInt())
                    .isEqualTo(1);
        }
    }
}

package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.Simulators;
import org.junit.jupiter.api.Test;

/** With an XMPP server that is not ours; whether it works is asked of a real one by the system tests. */
class ComponentSettingsTest {
    /** A port at which nobody answers: the link is tried again and again. */
    private static final Options OPTIONS = Quick.options()
            .with("finesse.xmppServer", "127.0.0.1:1")
            .with("finesse.componentSecret", "between-us")
            .with("finesse.xmppSecurePort", 5223);

    @Test
    void systemInfoShouldNameThePortOfTheOtherServer() throws Exception {
        try (Simulators simulators = Simulators.start(OPTIONS)) {
            assertThat(new Rest(simulators, "alice", "secret")
                            .get("/finesse/api/SystemInfo")
                            .body())
                    .contains("<xmppSecurePort>5223</xmppSecurePort>");
        }
    }

    @Test
    void faultOfTheOtherServerShouldBeRefused() {
        try (Simulators simulators = Simulators.start(OPTIONS)) {
            assertThatThrownBy(() -> simulators.finesse().inject(Fault.of("conflict")))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("not the simulator's own");
        }
    }

    @Test
    void serverWithoutSecretShouldBeRefused() {
        assertThatThrownBy(() -> Simulators.start(Quick.options().with("finesse.xmppServer", "127.0.0.1:1")))
                .hasMessageContaining("componentSecret");
    }
}

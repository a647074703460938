package dev.trunkline.simulator.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.simulator.Options;
import dev.trunkline.simulator.Simulators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agent says of the answer to a manual call (sheet 4.3). */
class ReclassifyTest {
    private static final Options OFFERED = Quick.options().with("finesse.reclassifyManual", true);

    @Test
    void manualCallShouldNotOfferItByDefault() throws Exception {
        try (Simulators simulators = Quick.start();
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.until("put TALKING");
            alice.act(id, "RECLASSIFY", as("VOICE"));

            assertThat(alice.next().summary()).isEqualTo("PUT error Generic Error");
            assertThat(alice.dialogs()).doesNotContain("RECLASSIFY");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOICE", "FAX", "ANS_MACHINE", "INVALID", "BUSY", "DO_NOT_CALL"})
    void eachValueShouldBeEchoed(String value) throws Exception {
        try (Simulators simulators = Simulators.start(OFFERED);
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);
            alice.until("put TALKING");
            assertThat(alice.act(id, "RECLASSIFY", as(value)).statusCode()).isEqualTo(202);

            Update echo = alice.next();
            assertThat(echo.actions()).contains("RECLASSIFY");
            assertThat(echo.media("outboundClassification")).isEqualTo(value);
            assertThat(echo.variable("BAResponse")).isEqualTo(value);
            assertThat(echo.requestId()).isNotEmpty();
        }
    }

    @Test
    void itShouldBeRepeatableAndPossibleInWrapUp() throws Exception {
        try (Simulators simulators = Simulators.start(OFFERED.with("finesse.wrapUp", "60s"));
                Desk alice = Desk.alice(simulators)) {
            alice.dial(Quick.NUMBER);
            assertThat(alice.untilOne("PUT ALERTING [INITIATED, ALERTING]").actions())
                    .doesNotContain("RECLASSIFY");
            String id = alice.untilOne("PUT ACTIVE [ACTIVE, ACTIVE]").dialogId();
            alice.until("put TALKING");
            alice.act(id, "RECLASSIFY", as("VOICE"));
            alice.until("PUT ACTIVE [ACTIVE, ACTIVE]");
            alice.act(id, "DROP", "");
            alice.until("put WORK");
            alice.act(id, "RECLASSIFY", as("ANS_MACHINE"));

            assertThat(alice.next().variable("BAResponse")).isEqualTo("ANS_MACHINE");
        }
    }

    @Test
    void anyOtherValueShouldBeInvalid() throws Exception {
        try (Simulators simulators = Simulators.start(OFFERED);
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);

            assertThat(Rest.errorType(alice.act(id, "RECLASSIFY", as("voice")))).isEqualTo("400 Invalid Input");
            assertThat(Rest.errorType(alice.act(id, "RECLASSIFY", as("MACHINE"))))
                    .isEqualTo("400 Invalid Input");
            assertThat(Rest.errorType(alice.act(id, "RECLASSIFY", ""))).isEqualTo("400 Parameter Missing");
        }
    }

    @Test
    void contactCentreExpressShouldNotHaveIt() throws Exception {
        try (Simulators simulators = Simulators.start(Quick.options().with("finesse.deployment", "uccx"));
                Desk alice = Desk.alice(simulators)) {
            String id = alice.talk(Quick.NUMBER);

            assertThat(Rest.errorType(alice.act(id, "RECLASSIFY", as("VOICE")))).isEqualTo("501 Not Implemented");
        }
    }

    private static String as(String value) {
        return "<actionParams><ActionParam><name>outboundClassification</name><value>" + value
                + "</value></ActionParam></actionParams>";
    }
}

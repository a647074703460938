package dev.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlPlaneTest {
    private Simulators simulators;
    private Control control;

    @BeforeEach
    void start() {
        simulators = Simulators.start(Options.onAnyPorts());
        control = new Control(simulators);
    }

    @AfterEach
    void close() {
        simulators.close();
    }

    @Test
    void booksShouldBeEmptyAtTheBeginning() {
        assertThat(control.get("/calls").json().isEmpty()).isTrue();
        assertThat(control.get("/platforms/finesse/sessions").json().isEmpty()).isTrue();
        assertThat(control.get("/platforms/finesse/requests").json().isEmpty()).isTrue();
    }

    @Test
    void platformsShouldSayWhereTheyAre() {
        assertThat(control.get("/platforms")
                        .json()
                        .get(0)
                        .get("addresses")
                        .get("rest")
                        .asText())
                .isEqualTo(simulators.finesse().restUrl());
        assertThat(control.get("/").json().has("GET /calls")).isTrue();
    }

    @Test
    void finesseShouldBeInstalledAsAgreed() {
        JsonNode finesse = control.get("/platforms/finesse").json();
        JsonNode rules = finesse.get("rules");
        JsonNode timing = finesse.get("timing");

        assertThat(rules.get("deployment").asText()).isEqualTo("UCCE");
        assertThat(rules.get("release").asText()).startsWith("12.6");
        assertThat(rules.get("dialFromReady").asBoolean()).isTrue();
        assertThat(rules.get("wrapUpOnOutgoing").asText()).isEqualTo("REQUIRED");
        assertThat(rules.get("notReadyReasonRequired").asBoolean()).isFalse();
        assertThat(timing.get("wrapUp").asText()).isEqualTo("PT1M");
        assertThat(timing.get("busyClear").asText()).isEqualTo("PT2S");
        assertThat(timing.get("ring").asText()).isEqualTo("PT1S");
        assertThat(timing.get("noAnswer").asText()).isEqualTo("PT8S");
        assertThat(timing.get("slowAnswer").asText()).isEqualTo("PT5S");
        assertThat(timing.get("streamCut").asText()).isEqualTo("PT3S");
    }

    @Test
    void offersShouldNotBeThereYet() {
        Control.Reply reply = control.post(
                "/platforms/finesse/offers", "{\"agent\":\"alice\",\"number\":\"1\",\"mode\":\"preview\"}");

        assertThat(reply.status()).isEqualTo(501);
        assertThat(reply.json().get("detail").asText()).contains("finesse");
    }

    @Test
    void mistakesShouldBeExplained() {
        assertThat(control.get("/platforms/nowhere").status()).isEqualTo(404);
        assertThat(control.get("/nothing").status()).isEqualTo(404);
        assertThat(control.post("/platforms/finesse/faults", "{").status()).isEqualTo(400);
        assertThat(control.post("/platforms/finesse/faults", "null").status()).isEqualTo(400);
        assertThat(control.post("/platforms/finesse/faults", "{}")
                        .json()
                        .get("detail")
                        .asText())
                .contains("kind");
        assertThat(control.post("/platforms/finesse/faults", "{\"kind\":\"slow\",\"agent\":\"nobody\"}")
                        .status())
                .isEqualTo(400);
        assertThat(control.post("/platforms/finesse/faults", "{\"kind\":\"slow\",\"second\":1}")
                        .status())
                .isEqualTo(400);
        assertThat(control.post("/platforms/finesse/calls/1/far-end", "{\"action\":\"hangup\"}")
                        .status())
                .isEqualTo(404);
        assertThat(control.post("/platforms/finesse/calls/1/far-end", "{\"action\":\"sing\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void resetShouldBePossibleAtAnyTime() {
        assertThat(control.post("/reset", "").status()).isEqualTo(202);
    }
}

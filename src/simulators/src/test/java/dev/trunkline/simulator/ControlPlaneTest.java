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

        assertThat(rules.get("deployment").asText()).isEqualTo("ucce");
        assertThat(rules.get("release").asText()).startsWith("12.6");
        assertThat(rules.get("dialFromReady").asBoolean()).isTrue();
        assertThat(rules.get("wrapUpOnOutgoing").asText()).isEqualTo("required");
        assertThat(rules.get("notReadyReasonRequired").asBoolean()).isFalse();
        assertThat(timing.get("wrapUp").asText()).isEqualTo("PT1M");
        assertThat(timing.get("busyClear").asText()).isEqualTo("PT2S");
        assertThat(timing.get("ring").asText()).isEqualTo("PT1S");
        assertThat(timing.get("noAnswer").asText()).isEqualTo("PT8S");
        assertThat(timing.get("slowAnswer").asText()).isEqualTo("PT5S");
        assertThat(timing.get("streamCut").asText()).isEqualTo("PT3S");
        assertThat(rules.get("campaign").get("reservationState").asText()).isEqualTo("alerting");
    }

    @Test
    void offersAndCallbacksShouldHaveBooks() {
        assertThat(control.get("/platforms/finesse/offers").json().isEmpty()).isTrue();
        assertThat(control.get("/platforms/finesse/callbacks").json().isEmpty()).isTrue();
        assertThat(control.get("/").json().has("GET /platforms/{platform}/callbacks"))
                .isTrue();
    }

    @Test
    void wrongOffersShouldBeExplained() {
        assertThat(offer("{\"agent\":\"nobody\",\"number\":\"1\",\"mode\":\"preview\"}")
                        .status())
                .isEqualTo(400);
        assertThat(offer("{\"agent\":\"alice\",\"number\":\"1\",\"mode\":\"power\"}")
                        .json()
                        .get("detail")
                        .asText())
                .contains("power", "directpreview");
        assertThat(offer("{\"agent\":\"alice\",\"mode\":\"progressive\"}").status())
                .isEqualTo(400);
        assertThat(offer("{\"agent\":\"alice\",\"number\":\"1\",\"mode\":\"preview\",\"personal\":true}")
                        .status())
                .isEqualTo(400);
        assertThat(offer("{\"agent\":\"alice\",\"number\":\"1\",\"mode\":\"preview\",\"timeZone\":\"CET\"}")
                        .status())
                .isEqualTo(400);
        assertThat(offer("{\"agent\":\"alice\",\"number\":\"1\",\"mode\":\"preview\"}")
                        .json()
                        .get("detail")
                        .asText())
                .contains("LOGOUT", "READY");
        assertThat(control.post("/platforms/finesse/offers/1/withdraw", "").status())
                .isEqualTo(404);
        assertThat(control.post("/platforms/finesse/offers/1", "").status()).isEqualTo(404);
    }

    private Control.Reply offer(String body) {
        return control.post("/platforms/finesse/offers", body);
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

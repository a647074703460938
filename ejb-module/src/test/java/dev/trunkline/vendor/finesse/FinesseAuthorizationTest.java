package dev.trunkline.vendor.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentSession;
import dev.trunkline.vendor.finesse.FinesseSettings.AuthMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinesseAuthorizationTest {
    @ParameterizedTest
    @CsvSource({
        "AUTO, NON_SSO, secret, Basic",
        "AUTO, NON_SSO, a.b.c, Basic",
        "AUTO, SSO, opaque, Bearer",
        "AUTO, HYBRID, secret, Basic",
        "AUTO, HYBRID, eyJ0.eyJz.s_-g, Bearer",
        "AUTO, HYBRID, my.pass.word!, Basic",
        "AUTO, '', secret, Basic",
        "AUTO, '', eyJ0.eyJz.s_-g, Bearer",
        "BASIC, SSO, a.b.c, Basic",
        "BEARER, NON_SSO, secret, Bearer"
    })
    void systemAndFormOfTheSecretShouldDecide(AuthMode configured, String system, String secret, String scheme) {
        AgentSession agent = FinesseSite.agent("30214", "5101", secret);
        assertThat(FinesseAuthorization.of(agent, configured, system)).startsWith(scheme + " ");
    }
}

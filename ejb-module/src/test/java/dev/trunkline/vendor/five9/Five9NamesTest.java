package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.Code;
import dev.trunkline.vendor.five9.wire.Campaign;
import dev.trunkline.vendor.five9.wire.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Five9NamesTest {
    private final Five9Names names = new Five9Names();

    @BeforeEach
    void learn() {
        names.variables(List.of(
                new Variable("219", "Call", "ANI"),
                new Variable("641", "Customer", "account"),
                new Variable("642", "Agent", "account"),
                new Variable("700", "Customer", "password")));
    }

    @ParameterizedTest
    @CsvSource({"Call.ANI, 219", "call.ani, 219", "ANI, 219", "219, 219", "Customer.account, 641"})
    void variableShouldBeFoundByWhateverNamesItAlone(String name, String id) {
        assertThat(names.ids(Map.of(name, "1"))).isEqualTo(Map.of(id, "1"));
    }

    @ParameterizedTest
    @CsvSource({"account", "No.such"})
    void nameOfNoneOrOfSeveralShouldBeRefused(String name) {
        assertThat(Five9Site.refusal(() -> names.ids(Map.of(name, "1"))).code()).isEqualTo(Code.INVALID_DATA);
    }

    @Test
    void unknownNamesShouldBeWorthAnotherLook() {
        assertThat(names.know(Set.of("ANI", "account"))).isTrue();
        assertThat(names.know(Set.of("ANI", "No.such"))).isFalse();
    }

    @Test
    void idsShouldBeToldByNameAndSecretsNotAtAll() {
        assertThat(names.named(Map.of("219", "6085559000", "900", "x", "700", "s3cret")))
                .isEqualTo(Map.of("Call.ANI", "6085559000", "900", "x"));
    }

    @Test
    void campaignThatWasStoppedShouldKeepItsId() {
        names.campaign(new Campaign("483", "Outbound Sales"));
        names.forgetCampaigns();
        assertThat(names.campaign("483")).isEmpty();
        assertThat(names.campaignNamed("outbound sales")).contains("483");
    }
}

package dev.trunkline.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract 8.2. */
class ChannelNamesTest {
    private final ChannelNames names = ChannelNames.shipped();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Finesse, finesse ciscofinesse Cisco-Finesse",
        "Cisco, cisco CISCO",
        "Genesys, genesys genesyscloud genesyscloudcx purecloud Genesys_Cloud",
        "GWS, gws genesysws genesyswebservices genesysengage engage pureengage htcc G.W.S",
        "Webexcc, webexcc wxcc webexcontactcenter",
        "Five9, five9 FIVE9"
    })
    void everySpellingShouldMeanItsChannel(String channel, String spellings) {
        assertThat(Arrays.stream(spellings.split(" ")).map(names::canonical)).containsOnly(Optional.of(channel));
    }

    @ParameterizedTest
    @CsvSource({"amazon, true", "Amazon Connect, true", "avaya, false", "five9, false", "-, false"})
    void wordWithoutConnectorShouldBeKnownAsSuch(String word, boolean known) {
        assertThat(names.withoutConnector(word)).isEqualTo(known);
    }

    @Test
    void vendorShouldBringItsOwnNames() {
        ChannelNames more = names.with(Map.of("avaya", "Avaya", "amazon", "Amazon", "five9", "Five9"));
        assertThat(more.canonical("Avaya")).contains("Avaya");
        assertThat(more.canonical("amazon")).contains("Amazon");
        assertThat(more.withoutConnector("amazon")).isFalse();
        assertThat(more).hasToString("Finesse, Cisco, Genesys, GWS, Webexcc, Five9, Amazon, Avaya");
    }

    @Test
    void oneWordShouldNotMeanTwoChannels() {
        assertThatThrownBy(() -> names.with(Map.of("gws", "Other"))).hasMessageContaining("means both GWS and Other");
    }

    @Test
    void operatorShouldMapAChannelToAnother() {
        Map<String, String> settings = Map.of("trunkline.channel.alias.genesys", "gws");
        ChannelNames mapped = names.aliased(key -> Optional.ofNullable(settings.get(key)));
        assertThat(mapped.canonical("purecloud")).contains("GWS");
        assertThat(mapped.canonical("five9")).contains("Five9");
    }

    @Test
    void aliasesShouldNotBeFollowedFurther() {
        Map<String, String> settings =
                Map.of("trunkline.channel.alias.genesys", "GWS", "trunkline.channel.alias.gws", "Genesys");
        ChannelNames mapped = names.aliased(key -> Optional.ofNullable(settings.get(key)));
        assertThat(mapped.canonical("Genesys")).contains("GWS");
        assertThat(mapped.canonical("GWS")).contains("Genesys");
    }

    @Test
    void aliasForNothingShouldFailWhereItIsSet() {
        assertThatThrownBy(() -> names.aliased(key -> Optional.of("Avaya")))
                .hasMessageStartingWith("trunkline.channel.alias.")
                .hasMessageContaining("'Avaya'");
    }
}

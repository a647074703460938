package dev.trunkline.vendor.genesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trunkline.port.JsonParts;
import dev.trunkline.port.oauth.Tokens;
import dev.trunkline.vendor.genesys.wire.Channel;
import dev.trunkline.vendor.genesys.wire.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenesysJsonTest {
    @Test
    void channelAndTokensOfTheSheetShouldBeReadAndKeptOutOfTexts() {
        Channel channel = GenesysJson.channel(CallFixture.text("example-channel.json"));
        assertThat(channel.id()).isEqualTo("streaming-3-4f9k2m7q8r1t5v6w0x2y3z4a5b");
        assertThat(channel.connectUri()).startsWith("wss://streaming.");
        assertThat(channel.toString()).doesNotContain("4f9k2m7q8r1t5v6w0x2y3z4a5b");
        Tokens tokens = Tokens.of(CallFixture.text("example-tokens.json"));
        assertThat(tokens.access()).isEqualTo("s3cr3t-opaque-token");
        assertThat(tokens.expiresIn()).isEqualTo(86399);
        assertThat(tokens.toString()).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "<html>", "\"text\"", "{\"id\":1"})
    void whatIsNoObjectShouldBeRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonParts.object(text));
    }

    @Test
    void membersOfAnotherKindShouldReadAsEmpty() {
        var odd = GenesysJson.conversation(
                "{\"id\":\"c\",\"participants\":[7,null,{\"id\":\"p\",\"state\":{},\"user\":\"x\",\"calls\":\"y\",\"held\":3,"
                        + "\"attributes\":{\"n\":5,\"o\":null}}]}");
        assertThat(odd.legs()).hasSize(1);
        assertThat(odd.legs().get(0).call().state()).isEmpty();
        assertThat(odd.legs().get(0).attributes()).containsEntry("n", "5").containsEntry("o", "");
    }

    @Test
    void conversationWithoutIdShouldBeRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GenesysJson.conversation("{\"participants\":[]}"));
    }

    @Test
    void userShouldHaveTheStationThatIsInEffect() {
        User user = GenesysJson.user(
                "{\"id\":\"u\",\"name\":\"N\",\"email\":\"n@example.com\",\"station\":{\"associatedStation\":"
                        + "{\"id\":\"s1\",\"name\":\"1001\"},\"effectiveStation\":{\"id\":\"s2\",\"name\":\"1002\"}},"
                        + "\"presence\":{\"presenceDefinition\":{\"id\":\"d\",\"systemPresence\":\"Busy\"}}}");
        assertThat(user.station().name()).isEqualTo("1002");
        assertThat(user.username()).isEqualTo("n@example.com");
        assertThat(user.presence().definitionId()).isEqualTo("d");
        assertThat(GenesysJson.user("{\"id\":\"u\"}").station().id()).isEmpty();
    }

    @Test
    void wrapUpCodesShouldBeReadAsArrayAndAsPage() {
        assertThat(GenesysJson.wrapUpCodes("[{\"id\":\"1\",\"name\":\"One\"}]")).hasSize(1);
        assertThat(GenesysJson.wrapUpCodes("{\"entities\":[{\"id\":\"1\",\"name\":\"One\"}]}"))
                .hasSize(1);
    }

    @Test
    void framesShouldBeToldApartWithoutCase() {
        assertThat(GenesysFrame.of("{\"topicName\":\"channel.metadata\",\"eventBody\":{\"message\":\"pong\"}}")
                        .sign())
                .isTrue();
        assertThat(GenesysFrame.of("{\"topicName\":\"v2.system.socket_closing\"}")
                        .closing())
                .isTrue();
        assertThat(GenesysFrame.of(
                                "{\"topicName\":\"v2.system.x\",\"eventBody\":{\"systemTopicType\":\"token_revoked\"}}")
                        .doubtful())
                .isTrue();
        GenesysFrame call = GenesysFrame.of(
                CallFixture.text("example-event-dialing.json").replace("conversations.calls", "Conversations.Calls"));
        assertThat(call.about("conversations.calls")).isTrue();
        assertThat(call.about("presence")).isFalse();
    }
}

package dev.trunkline.vendor.gws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trunkline.port.JsonParts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.cometd.common.JSONContext;
import org.junit.jupiter.api.Test;

class GwsJsonContextTest {
    private final GwsJsonContext context = new GwsJsonContext();

    @Test
    void whatThePlatformTellsShouldStayAsItCame() throws ParseException {
        String sample = CallFixture.text("003-notification-1");
        List<Message.Mutable> messages = context.parse("[" + sample
                + ",{\"id\":\"3\",\"channel\":\"/meta/connect\",\"successful\":true,"
                + "\"advice\":{\"interval\":0,\"timeout\":30000,\"reconnect\":\"retry\"}}]");
        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).getChannel()).isEqualTo("/v2/me/calls");
        assertThat(JsonParts.object((String) messages.get(0).getData())).isEqualTo(CallFixture.sample(1));
        assertThat(messages.get(1).isSuccessful()).isTrue();
        assertThat(messages.get(1).getAdvice())
                .isEqualTo(Map.of("interval", 0L, "timeout", 30_000L, "reconnect", "retry"));
    }

    @Test
    void answerThatComesInPartsShouldBeReadWhole() {
        byte[] answer =
                "[{\"channel\":\"/v2/me/calls\",\"data\":{\"userName\":\"Zoë\"}}]".getBytes(StandardCharsets.UTF_8);
        JSONContext.AsyncParser parser = context.newAsyncParser();
        for (byte part : answer) {
            parser.parse(ByteBuffer.wrap(new byte[] {part}));
        }
        List<Message.Mutable> messages = parser.complete();
        assertThat(messages.get(0).getData()).isEqualTo("{\"userName\":\"Zoë\"}");
    }

    @Test
    void garbageShouldBeRefusedAsTheLibraryExpectsIt() {
        assertThatExceptionOfType(ParseException.class).isThrownBy(() -> context.parse("<html>"));
    }
}

package dev.trunkline.vendor.gws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.port.JsonParts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GwsBodyTest {
    @Test
    void dialShouldBeTheSamplesRequest() {
        assertThat(JsonParts.object(GwsBody.towards("Dial", "15002", Map.of(), Map.of("outboundCallerId", ""))))
                .isEqualTo(JsonParts.object(CallFixture.text("003-request-1")));
        assertThat(GwsBody.towards("Dial", "15002", Map.of("CustomerSegment", "Gold"), Map.of()))
                .isEqualTo(JsonParts.object(CallFixture.text("003-request-2")).toString());
    }

    @Test
    void samplesAnswersShouldBeSuccess() {
        assertThat(GwsJson.answer(CallFixture.text("003-response-1")).statusCode())
                .isZero();
        assertThat(GwsJson.answer(CallFixture.text("003-response-2")).statusCode())
                .isZero();
        assertThat(GwsJson.answer("<html>Missing or invalid Csrf token</html>").statusCode())
                .isNegative();
        assertThat(GwsJson.answer("{}").statusCode()).isNegative();
    }

    @Test
    void beginningShouldNameOnlyWhatIsKnown() {
        assertThat(GwsBody.start("", "", "/devices/d1"))
                .isEqualTo("{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"voice\"],"
                        + "\"devicePath\":\"/devices/d1\"}");
    }
}

package dev.trunkline.vendor.five9;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.DialFailure;
import dev.trunkline.vendor.five9.wire.Frame;
import dev.trunkline.vendor.five9.wire.Login;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheet's samples, and what may be missing or odd in them. */
class Five9JsonTest {
    @Test
    void logInShouldNameTheActiveDataCentre() {
        assertThat(Five9Json.login(CallFixture.text("login")))
                .isEqualTo(new Login(
                        "6b1f0d52-0c55-11ef-9a41-3f5d2c7a9e10",
                        "3570001",
                        "131700",
                        "149",
                        "app-scl.five9.com",
                        "443"));
    }

    @Test
    void metadataOfAnEventShouldBeReadWithoutWhatIsAroundIt() {
        String inner = CallFixture.text("login")
                .replaceFirst("(?s)^.*\"metadata\":", "")
                .replaceFirst("\\}\\s*$", "");
        assertThat(Five9Json.login(inner).host()).isEqualTo("app-scl.five9.com");
    }

    @Test
    void firstDataCentreShouldDoWhereNoneIsActive() {
        String none = CallFixture.text("login").replace("true", "false");
        assertThat(Five9Json.login(none).host()).isEqualTo("app-atl.five9.com");
    }

    @Test
    void frameShouldBeReadWithItsCall() {
        Frame frame = CallFixture.frame();
        assertThat(frame.eventId()).isEqualTo("4");
        assertThat(frame.eventReason()).isEqualTo("CONNECTED");
        assertThat(frame.timeStamp()).isEqualTo(1_747_600_011_904L);
        CallInfo call = Five9Json.call(frame.payLoad().asJsonObject());
        assertThat(call.state()).isEqualTo("TALKING");
        assertThat(call.variables()).containsEntry("641", "A-17");
        assertThat(call.ani()).isEqualTo("6085550100");
    }

    /** Any of it but the event's number may be null (sheet 5.3). */
    @ParameterizedTest
    @ValueSource(strings = {"null", "\"pong\"", "[]", "7"})
    void frameShouldBeReadWhateverItsPayLoadIs(String payLoad) {
        Frame frame = Five9Json.frame("{\"context\":{\"eventId\":\"1202\",\"eventReason\":null,\"userName\":null,"
                + "\"timeStamp\":null,\"messageId\":null},\"payLoad\":" + payLoad + "}");
        assertThat(frame.eventId()).isEqualTo("1202");
        assertThat(frame.timeStamp()).isZero();
        assertThat(frame.payLoad().toString()).isEqualTo(payLoad);
    }

    @Test
    void stateShouldBeReadWithAndWithoutItsQuotes() {
        assertThat(Five9Json.word(" \"SELECT_STATION\"\n")).isEqualTo("SELECT_STATION");
        assertThat(Five9Json.word("WORKING")).isEqualTo("WORKING");
    }

    @Test
    void failureOfADialShouldBeReadAsFarAsItGoes() {
        assertThat(Five9Json.dialFailure(JsonValue.NULL)).isEqualTo(new DialFailure("", "", "", ""));
        JsonValue all = Five9Json.frame("{\"context\":{\"eventId\":\"65\"},\"payLoad\":"
                        + "{\"campaignId\":\"3\",\"cause\":\"BUSY\",\"errorCode\":17,\"number\":\"6085559000\"}}")
                .payLoad();
        assertThat(Five9Json.dialFailure(all)).isEqualTo(new DialFailure("3", "BUSY", "17", "6085559000"));
    }

    /** In whatever form there are none. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]"})
    void listThatIsEmptyShouldBeRead(String body) {
        assertThat(Five9Json.calls(body)).isEmpty();
        assertThat(Five9Json.notices(body)).isEmpty();
        assertThat(Five9Json.reasons(body)).isEmpty();
        assertThat(Five9Json.variables(body)).isEmpty();
    }
}

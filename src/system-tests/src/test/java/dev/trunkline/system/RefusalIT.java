package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every no has one form, whoever says it, and leaves nothing behind. */
@OnSharedSite
class RefusalIT {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "400|INVALID_JSON|{",
                "400|INVALID_REQUEST|[]",
                "400|UNKNOWN_CHANNEL|{\"channel\":\"Avaya\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"data\":\"1\"}",
                "501|NOT_SUPPORTED|{\"channel\":\"Amazon\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"data\":\"1\"}",
                "400|UNKNOWN_TOPIC|{\"channel\":\"Finesse\",\"topic\":\"Sales\",\"subtopic\":\"MakeCall\",\"data\":\"1\"}",
                "400|UNKNOWN_SUBTOPIC|{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"Fly\"}",
                "422|INVALID_DATA|{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\"}",
                "422|INVALID_NUMBER|{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"data\":\"CALL-ME\"}",
                "501|NOT_SUPPORTED|{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"Mute\"}",
                "404|CALL_NOT_FOUND|{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"Hold\"}",
            })
    void refusalShouldBeAProblemOnRestAndAnErrorOnTheWebSocket(int status, String code, String message) {
        Person erin = SharedSite.person("erin").ready();
        assertThat(Refused.of(erin.post(message), status)).isEqualTo(code);
        try (Person.Line line = erin.listen("")) {
            line.say(message);
            JsonNode error = line.frames().awaitSubtopic("ApiError");
            Contract.checkFrame(error);
            assertThat(error.at("/data/errorMessage").asText()).startsWith(code);
            assertThat(error.has("gateway")).isFalse();
        }
    }

    @Test
    void agentWhoIsNotReadyOrBusyShouldNotDial() {
        Person erin = SharedSite.person("erin").ready();
        erin.done(erin.ask("SetNotReady", ""));
        String dial = Person.message("MakeCall", "\"3125550171\"");
        assertThat(Refused.of(erin.post(dial, "Idempotency-Key", "refused-1"), 409))
                .isEqualTo("AGENT_NOT_READY");
        erin.done(erin.ask("SetReady", ""));
        Placed call = Placed.by(erin, "3125550171", "Idempotency-Key", "refused-1");
        assertThat(Refused.of(erin.post(dial), 409)).isEqualTo("AGENT_BUSY");
        call.until("CONNECTED");
        assertThat(Refused.of(erin.post(Person.message("Retrieve", "")), 409)).isEqualTo("INVALID_STATE");
        call.end();
        assertThat(SharedSite.site().callsTo("3125550171")).isEqualTo(1);
    }

    @Test
    void refusalsOfTheContainerShouldHaveTheSameForm() {
        Person erin = SharedSite.person("erin");
        assertThat(Refused.of(erin.get("messages"), 405)).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(Refused.of(erin.postAs("text/plain", "{}"), 415)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(Refused.of(erin.postTooMuch("{\"a\":\"" + "x".repeat(70_000) + "\"}"), 413))
                .isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(Refused.of(erin.withToken("nonsense").get("agents/me"), 401)).isEqualTo("AUTH_REQUIRED");
        assertThat(erin.withToken("nonsense")
                        .get("agents/me")
                        .headers()
                        .firstValue("WWW-Authenticate")
                        .orElse(""))
                .startsWith("Bearer");
    }
}

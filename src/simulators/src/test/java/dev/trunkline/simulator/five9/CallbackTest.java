package dev.trunkline.simulator.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are to be made later (sheet 4.2). */
class CallbackTest extends AtWork {
    private static final long DUE = 4_102_444_800_000L;

    private String body(String number, long due) throws IOException {
        return "{\"number\":\"" + number + "\",\"campaignId\":\"" + alice.campaign() + "\",\"dueDate\":" + due
                + ",\"comments\":\"asked for it\"}";
    }

    private JsonNode scheduled() throws IOException {
        assertThat(alice.rest().post("callbacks", body(Quick.NUMBER, DUE)).ok()).isTrue();
        return alice.frame("53").path("payLoad");
    }

    private static String path(JsonNode callback) {
        return "callbacks/" + callback.path("id").asText();
    }

    private JsonNode book() {
        return alice.control().get("/platforms/five9/callbacks").json();
    }

    @Test
    void callbackShouldBeToldListedAndBooked() throws Exception {
        JsonNode callback = scheduled();
        JsonNode listed = alice.rest().agent("callbacks").json();

        assertThat(callback.path("id").asText()).isNotEmpty();
        assertThat(callback.path("number").asText()).isEqualTo(Quick.NUMBER);
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.path(0).path("id")).isEqualTo(callback.path("id"));
        assertThat(listed.path(0).path("dueDate").asLong()).isEqualTo(DUE);
        assertThat(book().at("/0/number").asText()).isEqualTo(Quick.NUMBER);
        assertThat(book().at("/0/state").asText()).isEqualTo("SCHEDULED");
        assertThat(book().at("/0/agent").asText()).isEqualTo("alice");
    }

    @Test
    void callbackShouldBeChanged() throws Exception {
        JsonNode callback = scheduled();
        assertThat(alice.rest()
                        .put(path(callback), body(Quick.AREA + "0143", DUE + 1))
                        .ok())
                .isTrue();
        alice.until("54");

        JsonNode now = alice.rest().agent("callbacks").json().path(0);
        assertThat(now.path("id")).isEqualTo(callback.path("id"));
        assertThat(now.path("number").asText()).isEqualTo(Quick.AREA + "0143");
        assertThat(now.path("dueDate").asLong()).isEqualTo(DUE + 1);
    }

    @Test
    void callbackShouldBeTakenBack() throws Exception {
        JsonNode callback = scheduled();
        assertThat(alice.rest().agent("DELETE", path(callback), "").ok()).isTrue();
        alice.until("55");

        assertThat(alice.rest().agent("callbacks").json().size()).isZero();
        assertThat(book().at("/0/state").asText()).isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dismiss", "snooze"})
    void reminderShouldBePutAway(String what) throws Exception {
        JsonNode callback = scheduled();

        assertThat(alice.rest().put(path(callback) + "/" + what, "").ok()).isTrue();
    }

    @Test
    void callbackShouldBeMadeNow() throws Exception {
        JsonNode callback = scheduled();
        assertThat(alice.rest().post(path(callback) + "/make_call", "").ok()).isTrue();

        assertThat(alice.call("TALKING").path("campaignId").asText()).isEqualTo(alice.campaign());
        assertThat(simulators.books().get(0).number()).isEqualTo(Quick.NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"PUT,''", "DELETE,''", "PUT,/dismiss", "PUT,/snooze", "POST,/make_call"})
    void callbackThatIsNoneShouldNotBeFound(String method, String what) throws Exception {
        String body = method.equals("PUT") && what.isEmpty() ? body(Quick.NUMBER, DUE) : "";

        assertThat(alice.rest().agent(method, "callbacks/999" + what, body).status())
                .isIn(404, 435);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "{\"dueDate\":4102444800000}", "{\"number\":\"3125550142\",\"dueDate\":\"soon\"}"})
    void wrongCallbackShouldBeRefused(String body) throws Exception {
        assertThat(alice.rest().post("callbacks", body).status()).isIn(400, 435);
        assertThat(alice.rest().agent("callbacks").json().size()).isZero();
    }

    @Test
    void callbacksOfOthersShouldNotBeSeen() throws Exception {
        scheduled();
        try (Worker bob = Worker.atWork(simulators, "bob")) {
            assertThat(bob.rest().agent("callbacks").json().size()).isZero();
        }
    }
}

package dev.trunkline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A dial that was accepted, and what becomes of its call. @param ack the acknowledgement's message */
record Placed(Person person, JsonNode ack) {
    static Placed by(Person person, String number, String... headers) {
        return new Placed(person, person.ask("MakeCall", "\"" + number + "\"", headers));
    }

    String callRef() {
        return ack.path("callRef").asText();
    }

    String commandId() {
        return ack.path("commandId").asText();
    }

    JsonNode call() {
        JsonNode call = person.read("calls/" + callRef());
        Contract.check(call, "rest-call");
        return call;
    }

    Placed until(String lifeCycle) {
        Await.until(
                callRef() + " is " + lifeCycle,
                () -> call().path("lifeCycle").asText().equals(lifeCycle));
        return this;
    }

    Placed ended() {
        Await.until(callRef() + " has ended", () -> !call().path("endedAt").isNull());
        return this;
    }

    /** A verb on this call; waits until the platform has done it. */
    Placed then(String verb) {
        person.done(person.ask(verb, "{\"callId\":\"" + callId() + "\"}"));
        return this;
    }

    /** Hangs up and waits until the call has ended, wrap-up and all. */
    Placed end() {
        Await.until("Drop is allowed", () -> call().path("allowed").toString().contains("\"Drop\""));
        return then("Drop").ended();
    }

    String callId() {
        Await.until("the call id is known", () -> !call().path("callId").isNull());
        return call().path("callId").asText();
    }

    /** Its messages as the log has them. @param query for example {@code profile=exact&channel=Cisco} */
    List<JsonNode> log(String query) {
        JsonNode page = person.read("calls/" + callRef() + "/events?limit=500&" + query);
        Contract.check(page, "rest-events-page");
        return page.findValues("message").isEmpty() ? List.of() : messages(page);
    }

    private static List<JsonNode> messages(JsonNode page) {
        List<JsonNode> messages = new ArrayList<>();
        page.path("events").forEach(event -> messages.add(event.path("message")));
        return messages;
    }
}

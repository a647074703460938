package dev.trunkline.simulator.gws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** An agent at work: signed in by cookie, listening, his session begun. What he is told, in short: {@code Outbound Established}. */
final class Worker {
    private final String name;
    private final Control control;
    private final Rest rest;
    private final Stream stream;
    private final JsonNode described;

    Worker(Simulators simulators, String name) throws IOException {
        this.name = name;
        control = new Control(simulators);
        described = control.get("/platforms/gws").json().at("/people/" + name);
        rest = new Rest(simulators);
        rest.signIn(name);
        stream = new Stream(rest).listen();
    }

    static Worker signedIn(Simulators simulators, String name) throws IOException {
        return new Worker(simulators, name);
    }

    static Worker atWork(Simulators simulators, String name) throws IOException {
        Worker worker = new Worker(simulators, name);
        worker.begin();
        worker.until("NotReady");
        return worker;
    }

    Rest rest() {
        return rest;
    }

    Stream stream() {
        return stream;
    }

    String deviceId() {
        return described.path("deviceId").asText();
    }

    String extension() {
        return described.path("extension").asText();
    }

    Rest.Reply begin() throws IOException {
        return rest.post("me", "{\"operationName\":\"StartContactCenterSession\",\"channels\":[\"voice\"]}");
    }

    Rest.Reply state(String operation) throws IOException {
        return rest.post("me/channels/voice", "{\"operationName\":\"" + operation + "\"}");
    }

    Rest.Reply dial(String number) throws IOException {
        return rest.post("me/devices/" + deviceId() + "/calls", dialling(number));
    }

    static String dialling(String number) {
        return "{\"operationName\":\"Dial\",\"destination\":{\"phoneNumber\":\"" + number + "\"}}";
    }

    /** Dials and waits until somebody answers. */
    JsonNode talk(String number) throws IOException {
        dial(number);
        return call("Established");
    }

    JsonNode talk() throws IOException {
        return talk(Quick.NUMBER);
    }

    /** @param more members beside the operation's name, each with a comma before it */
    Rest.Reply operate(JsonNode call, String operation, String more) throws IOException {
        return rest.post("me" + call.path("path").asText(), "{\"operationName\":\"" + operation + "\"" + more + "}");
    }

    Rest.Reply operate(JsonNode call, String operation) throws IOException {
        return operate(call, operation, "");
    }

    static String to(String number) {
        return ",\"destination\":{\"phoneNumber\":\"" + number + "\"}";
    }

    /** The next call that is told in this state. */
    JsonNode call(String state) {
        return call(state, any -> true);
    }

    JsonNode call(String state, Predicate<JsonNode> which) {
        List<JsonNode> seen = stream.until(message -> isCall(message)
                && message.at("/data/call/state").asText().equals(state)
                && which.test(message.path("data")));
        return seen.get(seen.size() - 1).at("/data/call");
    }

    private static boolean isCall(JsonNode message) {
        return message.path("channel").asText().equals("/v2/me/calls");
    }

    /** What came up to and with this, in short. */
    List<String> until(String last) {
        return stream.until(message -> brief(message).equals(last)).stream()
                .map(Worker::brief)
                .toList();
    }

    /** The message with this in short. */
    JsonNode message(String brief) {
        List<JsonNode> seen = stream.until(message -> brief(message).equals(brief));
        return seen.get(seen.size() - 1);
    }

    /** What has come by now. */
    List<String> arrived() {
        fault("{\"kind\":\"error-message\",\"agent\":\"" + name + "\"}");
        List<String> seen = until("ErrorMessage");
        return seen.subList(0, seen.size() - 1);
    }

    void fault(String fault) {
        Control.Reply reply = control.post("/platforms/gws/faults", fault);
        if (reply.status() != 202) {
            throw new AssertionError(reply.toString());
        }
    }

    /** {@code Outbound Held}, {@code Outbound Established (DtmfSent)}, {@code NotReady AfterCallWork}, {@code ErrorMessage} */
    static String brief(JsonNode message) {
        JsonNode data = message.path("data");
        if (isCall(message)) {
            String what = data.path("notificationType").asText();
            String brief = data.at("/call/callType").asText() + " "
                    + data.at("/call/state").asText();
            return what.equals("StatusChange") ? brief : brief + " (" + what + ")";
        }
        if (data.path("messageType").asText().equals("DeviceStateChangeMessage")) {
            JsonNode device = data.at("/devices/0");
            JsonNode state = device.path("userState");
            return device.path("deviceState").asText().equals("Inactive")
                    ? "Inactive"
                    : (state.path("state").asText() + " "
                                    + state.path("workMode").asText())
                            .strip();
        }
        return data.path("messageType").asText();
    }
}

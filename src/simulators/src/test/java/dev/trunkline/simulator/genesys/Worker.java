package dev.trunkline.simulator.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An agent at work: signed in, listening to his calls. */
final class Worker implements AutoCloseable {
    private final Simulators simulators;
    private final String agent;
    private final JsonNode described;
    private final Rest rest;
    private final String channel;
    private final String connectUri;
    private Listener listener;

    Worker(Simulators simulators, String agent) throws IOException {
        this.simulators = simulators;
        this.agent = agent;
        Control control = new Control(simulators);
        described = control.get("/platforms/genesys").json();
        rest = new Rest(
                simulators,
                control.post("/platforms/genesys/tokens", "{\"agent\":\"" + agent + "\"}")
                        .json()
                        .path("token")
                        .asText());
        Rest.Reply made = rest.post("notifications/channels", "");
        channel = made.text("/id");
        connectUri = made.text("/connectUri");
        subscribe("conversations.calls");
        listener = new Listener(simulators, connectUri);
    }

    static Worker alice(Simulators simulators) throws IOException {
        return new Worker(simulators, "alice");
    }

    static Worker bob(Simulators simulators) throws IOException {
        return new Worker(simulators, "bob");
    }

    Rest rest() {
        return rest;
    }

    Listener listener() {
        return listener;
    }

    String connectUri() {
        return connectUri;
    }

    /** Another socket at the same channel. */
    Listener reconnect() {
        listener = new Listener(simulators, connectUri);
        return listener;
    }

    String channel() {
        return channel;
    }

    String userId() {
        return described.at("/people/" + agent + "/userId").asText();
    }

    String described(String pointer) {
        return described.at(pointer).asText();
    }

    String topic(String end) {
        return "v2.users." + userId() + "." + end;
    }

    /** These topics and no other. */
    Rest.Reply subscribe(String... ends) throws IOException {
        List<String> topics = new ArrayList<>();
        for (String end : ends) {
            topics.add("{\"id\":\"" + topic(end) + "\"}");
        }
        return rest.put("notifications/channels/" + channel + "/subscriptions", "[" + String.join(",", topics) + "]");
    }

    /** On behalf of the queue. */
    Rest.Reply dial(String number) throws IOException {
        return rest.post(
                "conversations/calls",
                "{\"phoneNumber\":\"" + number + "\",\"callFromQueueId\":\"" + described("/queueId") + "\"}");
    }

    Rest.Reply dialPersonally(String number) throws IOException {
        return rest.post("conversations/calls", "{\"phoneNumber\":\"" + number + "\"}");
    }

    /** What came up to and with the snapshot of this summary. */
    List<String> until(String summary) {
        return summaries(one -> one.summary().equals(summary)).stream()
                .map(Snapshot::summary)
                .toList();
    }

    Snapshot untilOne(String summary) {
        List<Snapshot> seen = summaries(one -> one.summary().equals(summary));
        return seen.get(seen.size() - 1);
    }

    List<Snapshot> summaries(Predicate<Snapshot> last) {
        return listener.until(frame -> isCall(frame) && last.test(Snapshot.of(frame))).stream()
                .filter(Worker::isCall)
                .map(Snapshot::of)
                .toList();
    }

    private static boolean isCall(JsonNode frame) {
        return frame.path("topicName").asText().endsWith(".conversations.calls");
    }

    List<String> arrived() {
        return listener.arrived().stream()
                .filter(Worker::isCall)
                .map(frame -> Snapshot.of(frame).summary())
                .toList();
    }

    /** Dials and waits until the customer has answered. */
    Snapshot talk() throws IOException {
        dial(Quick.NUMBER);
        return untilOne("agent connected, customer connected");
    }

    /** Changes the participant of this index. */
    Rest.Reply change(Snapshot call, int party, String change) throws IOException {
        return rest.patch(path(call, party), change);
    }

    String path(Snapshot call, int party) {
        return "conversations/calls/" + call.id() + "/participants/"
                + call.party(party).path("id").asText();
    }

    String anyPath(Snapshot call, int party) {
        return path(call, party).replace("conversations/calls/", "conversations/");
    }

    /** Its id in the nested form. */
    String communication(Snapshot call, int party) throws IOException {
        return rest.get("conversations/" + call.id()).text("/participants/" + party + "/calls/0/id");
    }

    @Override
    public void close() {
        listener.close();
    }
}

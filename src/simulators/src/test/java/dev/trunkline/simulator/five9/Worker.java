package dev.trunkline.simulator.five9;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** An agent at work: logged in, at his station, listening, ready. What he is told, in short: {@code 4 TALKING}. */
final class Worker implements AutoCloseable {
    private static final Set<String> OF_CALLS = Set.of("3", "30", "4", "5", "31");
    private static final Set<String> TWICE = Set.of("30", "31");
    private static final String ADDED = "CONFERENCE_PARTICIPANT_ADDED";
    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final int MOST_STEPS = 6;

    private final String name;
    private final Control control;
    private final Rest rest;
    private Socket socket;
    private String campaign = "";

    private Worker(Simulators simulators, String name) throws IOException {
        this.name = name;
        control = new Control(simulators);
        rest = new Rest(simulators);
        Rest.Reply reply = rest.logIn(name);
        if (!reply.ok()) {
            throw new AssertionError(reply.toString());
        }
        listen();
    }

    /** Listens, has no station yet. */
    static Worker loggedIn(Simulators simulators, String name) throws IOException {
        return new Worker(simulators, name);
    }

    static Worker atWork(Simulators simulators, String name) throws IOException {
        Worker worker = new Worker(simulators, name);
        worker.becomeWorking();
        if (!worker.rest
                .agent("presence")
                .json()
                .at("/currentState/readyChannels")
                .toString()
                .contains("CALL")) {
            worker.ready();
            worker.socket.until(frame -> Socket.eventId(frame).equals("12")
                    && frame.at("/payLoad/currentState/readyChannels")
                            .toString()
                            .contains("CALL"));
        }
        worker.arrived();
        return worker;
    }

    /** Another socket, on which the platform has said that it is there. */
    void listen() {
        socket = Socket.open(rest, "tests-" + name + "-" + KEYS.incrementAndGet());
        socket.event("1010");
    }

    /** Does what each state of the log-in wants (sheet 2.3). */
    void becomeWorking() throws IOException {
        List<String> states = new ArrayList<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            String state = rest.loginState();
            states.add(state);
            switch (state) {
                case "WORKING" -> {
                    return;
                }
                case "SELECT_STATION" -> startSession();
                case "ACCEPT_NOTICE" -> acceptNotices();
                case "SELECT_SKILLS" -> rest.put("active_skills", skills());
                case "RELOGIN" -> rest.put("session_restart", "");
                default -> throw new AssertionError(states);
            }
        }
        throw new AssertionError("He does not get to work: " + states);
    }

    Rest.Reply startSession() throws IOException {
        return rest.put("session_start?force=true", station());
    }

    String station() throws IOException {
        return "{\"stationId\":\"" + extension() + "\",\"stationType\":\"STATION\"}";
    }

    private void acceptNotices() throws IOException {
        for (JsonNode notice : rest.agent("maintenance_notices").json()) {
            rest.put("maintenance_notices/" + notice.path("id").asText() + "/accept", "");
        }
    }

    private String skills() throws IOException {
        List<String> ids = new ArrayList<>();
        rest.agent("skills")
                .json()
                .forEach(skill -> ids.add("{\"id\":\"" + skill.path("id").asText() + "\"}"));
        return "[" + String.join(",", ids) + "]";
    }

    Rest.Reply ready() throws IOException {
        return presence("[\"CALL\",\"VOICE_MAIL\"]", "0");
    }

    Rest.Reply notReady(String reason) throws IOException {
        return presence("[]", reason);
    }

    private Rest.Reply presence(String channels, String reason) throws IOException {
        return rest.put(
                "presence",
                "{\"currentState\":{\"readyChannels\":" + channels + ",\"notReadyReasonCodeId\":\"" + reason
                        + "\"},\"pendingState\":null,\"currentStateTime\":0,\"pendingStateDelayTime\":0,"
                        + "\"gracefulModeOn\":false}");
    }

    String name() {
        return name;
    }

    Rest rest() {
        return rest;
    }

    Socket socket() {
        return socket;
    }

    Control control() {
        return control;
    }

    JsonNode described() {
        return control.get("/platforms/five9").json();
    }

    String extension() {
        return described().at("/people/" + name + "/extension").asText();
    }

    /** The first campaign that he may use. */
    String campaign() throws IOException {
        if (campaign.isEmpty()) {
            campaign = rest.agent("campaigns_config").text("/campaignIds/0");
        }
        return campaign;
    }

    JsonNode dispositions() throws IOException {
        return rest.org("campaigns/" + campaign() + "/dispositions").json().path("dispositions");
    }

    /** The first disposition in which this stands, its id. */
    String disposition(String word) throws IOException {
        for (JsonNode one : dispositions()) {
            if (one.toString().contains(word)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("No disposition with " + word + " in " + dispositions());
    }

    /** One that closes a call for good. */
    String finalDisposition() throws IOException {
        return disposition("FinalDisp");
    }

    Rest.Reply dial(String number) throws IOException {
        return dialWith(dialling(number, campaign()));
    }

    Rest.Reply dialWith(String body) throws IOException {
        return rest.post("interactions/make_external_call", body);
    }

    static String dialling(String number, String campaignId) {
        return "{\"number\":\"" + number + "\",\"campaignId\":\"" + campaignId
                + "\",\"skipDNCCheck\":false,\"checkMultipleContacts\":false}";
    }

    /** Dials and waits until somebody answers. */
    JsonNode talk(String number) throws IOException {
        Rest.Reply reply = dial(number);
        if (!reply.ok()) {
            throw new AssertionError(reply.toString());
        }
        return talking();
    }

    /** Once he has answered and may be recorded, which is told apart, before or after. */
    JsonNode talking() {
        List<JsonNode> talking = new ArrayList<>();
        Set<String> reasons = new HashSet<>();
        socket.until(frame -> {
            if (brief(frame).equals("4 TALKING")) {
                talking.add(frame.path("payLoad"));
            }
            reasons.add(reason(frame));
            return !talking.isEmpty() && reasons.contains("RECORDING_ALLOWED");
        });
        return talking.get(0);
    }

    static String reason(JsonNode frame) {
        return frame.at("/context/eventReason").asText();
    }

    JsonNode talk() throws IOException {
        return talk(Quick.NUMBER);
    }

    Rest.Reply operate(JsonNode call, String what) throws IOException {
        return operate(call, what, "");
    }

    Rest.Reply operate(JsonNode call, String what, String body) throws IOException {
        return rest.put(path(call) + "/" + what, body);
    }

    Rest.Reply add(JsonNode call, String what, String body) throws IOException {
        return rest.post(path(call) + "/" + what, body);
    }

    static String path(JsonNode call) {
        return "interactions/calls/" + call.path("id").asText();
    }

    Rest.Reply dispose(JsonNode call, String disposition) throws IOException {
        return operate(call, "dispose", "{\"dispositionId\":\"" + disposition + "\"}");
    }

    JsonNode calls() throws IOException {
        return rest.agent("interactions/calls").json();
    }

    /** As it is read now; missing if it is not there. */
    JsonNode read(JsonNode call) throws IOException {
        for (JsonNode one : calls()) {
            if (one.path("id").equals(call.path("id"))) {
                return one;
            }
        }
        return Rest.JSON.missingNode();
    }

    /** The next call that is told in this state. */
    JsonNode call(String state) {
        return call(state, any -> true);
    }

    JsonNode call(String state, Predicate<JsonNode> which) {
        List<JsonNode> seen = socket.until(frame -> Set.of("3", "4").contains(Socket.eventId(frame))
                && frame.at("/payLoad/state").asText().equals(state)
                && which.test(frame.path("payLoad")));
        return seen.get(seen.size() - 1).path("payLoad");
    }

    /** Another call than this. */
    JsonNode other(JsonNode call, String state) {
        return call(state, one -> !one.path("id").equals(call.path("id")));
    }

    /** The frame with this in short. */
    JsonNode frame(String brief) {
        List<JsonNode> seen = socket.until(frame -> brief(frame).equals(brief));
        return seen.get(seen.size() - 1);
    }

    /** What came up to and with this, in short. */
    List<String> until(String last) {
        return socket.until(frame -> brief(frame).equals(last)).stream()
                .map(Worker::brief)
                .toList();
    }

    /** What became of calls up to and with this: no documented duplicate, and nothing twice in a row. */
    List<String> steps(String last) {
        return steps(socket.until(frame -> brief(frame).equals(last)));
    }

    static List<String> steps(List<JsonNode> frames) {
        List<String> steps = new ArrayList<>();
        for (JsonNode frame : frames) {
            String id = Socket.eventId(frame);
            String brief = brief(frame);
            boolean again = !steps.isEmpty() && steps.get(steps.size() - 1).equals(brief);
            if (OF_CALLS.contains(id) && !TWICE.contains(id) && !again) {
                steps.add(brief);
            }
        }
        return steps;
    }

    /** What has come by now. */
    List<String> arrived() {
        return socket.arrived().stream().map(Worker::brief).toList();
    }

    void fault(String fault) {
        Control.Reply reply = control.post("/platforms/five9/faults", fault);
        if (reply.status() != 202) {
            throw new AssertionError(reply.toString());
        }
    }

    /** What the other party of a call does. */
    void farEnd(JsonNode call, String action) {
        Control.Reply reply = control.post(
                "/platforms/five9/calls/" + call.path("id").asText() + "/far-end", "{\"action\":\"" + action + "\"}");
        if (reply.status() != 202) {
            throw new AssertionError(reply.toString());
        }
    }

    /** {@code 3 OFFERED}, {@code 4 TALKING}, {@code 4 CONFERENCE_PARTICIPANT_ADDED}, {@code 5}, {@code 12} */
    static String brief(JsonNode frame) {
        String id = Socket.eventId(frame);
        if (!OF_CALLS.contains(id) || id.equals("5") || id.equals("31")) {
            return id;
        }
        return id + " "
                + (reason(frame).equals(ADDED)
                        ? ADDED
                        : frame.at("/payLoad/state").asText());
    }

    @Override
    public void close() {
        socket.close();
    }
}

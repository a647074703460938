package dev.trunkline.simulator.webexcc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trunkline.simulator.Control;
import dev.trunkline.simulator.Simulators;
import java.io.IOException;
import java.util.List;

/** An agent at work: listening, logged in at his station, available. */
final class Worker implements AutoCloseable {
    private static final String SUBSCRIBE = "/v1/notification/subscribe";

    private final String name;
    private final Control control;
    private final Rest rest;
    private Listener listener;

    private Worker(Simulators simulators, String name) throws IOException {
        this.name = name;
        control = new Control(simulators);
        rest = Rest.of(simulators, name);
        listener = listen(options("Tests"));
    }

    /** Has no station yet. */
    static Worker listening(Simulators simulators, String name) throws IOException {
        return new Worker(simulators, name);
    }

    /** Idle. */
    static Worker loggedIn(Simulators simulators, String name) throws IOException {
        Worker worker = new Worker(simulators, name);
        worker.logIn();
        worker.listener.event("AgentStationLoginSuccess");
        return worker;
    }

    static Worker atWork(Simulators simulators, String name) throws IOException {
        Worker worker = loggedIn(simulators, name);
        worker.become("Available", "0");
        worker.listener.event("AgentStateChangeSuccess");
        return worker;
    }

    /** Subscribes as one of many, without a keepalive that must come. */
    static String options(String clientType) {
        return "{\"isKeepAliveEnabled\":false,\"clientType\":\"" + clientType
                + "\",\"allowMultiLogin\":true,\"force\":true}";
    }

    Rest.Reply subscribe(String options) throws IOException {
        return rest.post(SUBSCRIBE, options);
    }

    /** One socket more, welcomed. */
    Listener listen(String options) throws IOException {
        Rest.Reply reply = subscribe(options);
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
        return Listener.welcomed(reply.text("/webSocketUrl"));
    }

    /** Another socket in the place of the one that he had. */
    Listener reconnect() throws IOException {
        listener = listen(options("Tests"));
        return listener;
    }

    String name() {
        return name;
    }

    Rest rest() {
        return rest;
    }

    Listener listener() {
        return listener;
    }

    Control control() {
        return control;
    }

    Described described() {
        return rest.described();
    }

    String agentId() {
        return described().agentId(name);
    }

    ObjectNode station() {
        ObjectNode station = Rest.JSON.createObjectNode();
        String extension = described().extension(name);
        station.put("dialNumber", extension).put("teamId", described().teamId(name));
        station.put("isExtension", true).put("deviceType", "EXTENSION").put("deviceId", extension);
        station.putArray("roles").add("agent");
        return station;
    }

    Rest.Reply logIn() throws IOException {
        return logIn(station());
    }

    Rest.Reply logIn(JsonNode station) throws IOException {
        return rest.post("/v1/agents/login", station.toString());
    }

    Rest.Reply become(String state, String auxCodeId) throws IOException {
        return rest.put(
                "/v1/agents/session/state", "{\"state\":\"" + state + "\",\"auxCodeId\":\"" + auxCodeId + "\"}");
    }

    Rest.Reply reload() throws IOException {
        return rest.post("/v1/agents/reload", "{}");
    }

    /** What the platform says his session is. */
    JsonNode reloaded() throws IOException {
        reload();
        return listener.event("AgentReloginSuccess");
    }

    String auxCode(String name) {
        return described().idleCode(name);
    }

    ObjectNode dialling(String number) {
        ObjectNode dial = Rest.JSON.createObjectNode();
        dial.put("entryPointId", described().entryPoint()).put("destination", number);
        dial.put("direction", "OUTBOUND").put("origin", described().ani());
        dial.put("mediaType", "telephony").put("outboundType", "OUTDIAL");
        dial.putObject("attributes");
        return dial;
    }

    Rest.Reply dial(String number) throws IOException {
        return dial(dialling(number));
    }

    Rest.Reply dial(JsonNode request) throws IOException {
        return rest.post("/v1/tasks", request.toString());
    }

    /** Dials and waits until the customer has answered and is recorded. */
    JsonNode talk(String number) throws IOException {
        Rest.Reply reply = dial(number);
        if (reply.status() != 201) {
            throw new AssertionError(reply.toString());
        }
        return talking();
    }

    JsonNode talk() throws IOException {
        return talk(Quick.NUMBER);
    }

    /** Once he has answered and is recorded. */
    JsonNode talking() {
        JsonNode assigned = listener.event("AgentContactAssigned");
        listener.event("ContactRecordingStarted");
        return assigned;
    }

    /** Dials a number that rings on, and waits until the contact is offered. */
    JsonNode ringing() throws IOException {
        dial(Quick.RINGING);
        return listener.event("AgentOfferContact");
    }

    static String id(JsonNode contact) {
        return contact.path("interactionId").asText();
    }

    /** @param what for example {@code hold} */
    Rest.Reply operate(JsonNode contact, String what, String body) throws IOException {
        return rest.post("/v1/tasks/" + id(contact) + "/" + what, body);
    }

    Rest.Reply operate(JsonNode contact, String what) throws IOException {
        return operate(contact, what, "{}");
    }

    /** With the {@code mediaResourceId} that this wants. */
    Rest.Reply media(JsonNode contact, String what) throws IOException {
        return operate(
                contact,
                what,
                "{\"mediaResourceId\":\"" + contact.path("mediaResourceId").asText() + "\"}");
    }

    JsonNode held(JsonNode contact) throws IOException {
        media(contact, "hold");
        return listener.event("AgentContactHeld");
    }

    /** Hangs up and waits until wrap-up is due. */
    JsonNode hungUp(JsonNode contact) throws IOException {
        operate(contact, "end");
        return listener.event("AgentWrapup");
    }

    Rest.Reply wrapUp(JsonNode contact) throws IOException {
        return operate(
                contact,
                "wrapup",
                "{\"auxCodeId\":\"" + described().wrapUpCode("Sale") + "\",\"wrapUpReason\":\"Sale\"}");
    }

    JsonNode wrappedUp(JsonNode contact) throws IOException {
        wrapUp(contact);
        return listener.event("AgentWrappedUp");
    }

    static String to(String to, String destinationType) {
        return "{\"to\":\"" + to + "\",\"destinationType\":\"" + destinationType + "\"}";
    }

    /** What has come by now. */
    List<String> arrived() {
        return listener.arrivedTypes();
    }

    void fault(String fault) {
        expectDone(control.post("/platforms/webexcc/faults", fault));
    }

    /** For him alone. @param more for example {@code "seconds":60} */
    void ownFault(String kind, String more) {
        fault("{\"kind\":\"" + kind + "\",\"agent\":\"" + name + "\"" + (more.isEmpty() ? "" : "," + more) + "}");
    }

    void ownFault(String kind) {
        ownFault(kind, "");
    }

    /** What the other party of a call does. */
    void farEnd(JsonNode contact, String action) {
        expectDone(control.post(
                "/platforms/webexcc/calls/" + id(contact) + "/far-end", "{\"action\":\"" + action + "\"}"));
    }

    private static void expectDone(Control.Reply reply) {
        if (reply.status() != 202) {
            throw new AssertionError(reply.toString());
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}

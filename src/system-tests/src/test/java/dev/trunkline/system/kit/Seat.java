package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Contract;
import dev.trunkline.system.Person;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An agent at work: what he asks for, and all that he is told. */
public final class Seat {
    static final Map<String, Object> NO_DATA = Map.of();

    private final Stage stage;
    private final Person person;
    private final String name;
    private final Watch watch;

    Seat(Stage stage, Person person, String name) {
        this(stage, person, name, new Watch(stage.platform(), person));
    }

    private Seat(Stage stage, Person person, String name, Watch watch) {
        this.stage = stage;
        this.person = person;
        this.name = name;
        this.watch = watch;
    }

    /** The same agent at a gateway that was started again. */
    Seat at(Person again) {
        watch.resume(again);
        return new Seat(stage, again, name, watch);
    }

    public String name() {
        return name;
    }

    public Person person() {
        return person;
    }

    public Watch watch() {
        return watch;
    }

    public String phone() {
        return stage.platform().phone(name);
    }

    // ---- what he asks for

    String message(String verb, Object data) {
        return Messages.of(stage.platform(), verb, data);
    }

    public HttpResponse<String> post(String verb, Object data, String... headers) {
        return person.post(message(verb, data), headers);
    }

    /** @return the acknowledgement's message; fails if it is refused */
    public JsonNode ask(String verb, Object data, String... headers) {
        HttpResponse<String> answer = post(verb, data, headers);
        assertThat(answer.statusCode()).as("%s: %s", verb, answer.body()).isEqualTo(202);
        JsonNode ack = Contract.json(answer.body());
        Contract.check(ack, "ack");
        assertThat(ack.path("subtopic").asText()).isEqualTo(verb);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/trunkline/api/v1/commands/"
                        + ack.at("/message/commandId").asText());
        return ack.path("message");
    }

    /** The command, when it is settled. */
    public JsonNode settled(JsonNode ack) {
        return person.settled(ack.path("commandId").asText());
    }

    /** Asks, and waits until the platform has done it. */
    public JsonNode does(String verb, Object data) {
        return done(ask(verb, data));
    }

    public JsonNode does(String verb) {
        return does(verb, NO_DATA);
    }

    public JsonNode done(JsonNode ack) {
        JsonNode command = settled(ack);
        assertThat(command.path("status").asText()).as(command.toString()).isEqualTo("done");
        return command;
    }

    /** The code of a command that fails after it was accepted; all his connections hear of it (contract 5.1). */
    public String failure(JsonNode ack) {
        JsonNode command = settled(ack);
        assertThat(command.path("status").asText()).as(command.toString()).isEqualTo("failed");
        String code = command.at("/problem/code").asText();
        JsonNode told = watch.await(
                "the error of " + ack,
                frame -> frame.at("/gateway/commandId").equals(ack.path("commandId"))
                        && frame.path("subtopic").asText().equals("ApiError"));
        assertThat(told.at("/gateway/code").asText()).isEqualTo(code);
        assertThat(told.at("/data/errorType")).isEqualTo(command.at("/problem/errorType"));
        return code;
    }

    /** A refusal's status and code, for example {@code 409 INVALID_STATE}. */
    public String refusal(String verb, Object data, String... headers) {
        HttpResponse<String> answer = post(verb, data, headers);
        JsonNode problem = Contract.json(answer.body());
        Contract.check(problem, "error#/$defs/problem");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        return answer.statusCode() + " " + problem.path("code").asText();
    }

    /** What a query verb answers. */
    public List<JsonNode> query(String verb) {
        HttpResponse<String> answer = post(verb, NO_DATA);
        assertThat(answer.statusCode()).as("%s: %s", verb, answer.body()).isEqualTo(200);
        List<JsonNode> messages = new ArrayList<>();
        Contract.json(answer.body()).forEach(messages::add);
        messages.forEach(Contract::checkFrame);
        return messages;
    }

    // ---- where he stands

    public JsonNode standing() {
        JsonNode me = person.read("agents/me");
        Contract.check(me, "rest-agent");
        return me.at("/platforms/0");
    }

    public String state() {
        return standing().path("state").asText();
    }

    public void awaitState(String state) {
        Await.until(name + " is " + state, () -> state().equals(state));
    }

    public void awaitLink() {
        Await.until(
                "the link of " + name, () -> standing().path("link").asText().equals("UP"));
    }

    public List<JsonNode> calls() {
        JsonNode calls = person.read("calls");
        Contract.check(calls, "rest-call#/$defs/list");
        List<JsonNode> live = new ArrayList<>();
        calls.forEach(live::add);
        return live;
    }

    /** Signed in, with a link, and ready to dial. */
    public Seat ready() {
        if (!standing().path("signedIn").asBoolean()) {
            login();
        }
        awaitLink();
        if (!state().equals("Ready")) {
            does("SetReady");
            awaitState("Ready");
        }
        return this;
    }

    public Seat login() {
        done(askForLogin());
        return this;
    }

    /** For a gateway that has just been started: what its first sign-in loads may take longer than its patience with the platform. */
    Seat firstLogin() {
        Await.until(
                "the first sign-in",
                () -> settled(askForLogin()).path("status").asText().equals("done"));
        return this;
    }

    private JsonNode askForLogin() {
        return ask("Login", stage.configured(name) ? NO_DATA : platform().credentials(control(), name));
    }

    /** If a case has cost him his sign-in; only then are his calls looked after again (contract 6.1a). */
    void signInAgain() {
        if (refusal("Drop", Map.of("callId", "none")).endsWith("AUTH_EXPIRED")) {
            login();
        }
    }

    // ---- his calls

    public Call dial(String number, String... headers) {
        return new Call(this, ask("MakeCall", number, headers).path("callRef").asText());
    }

    public Call dial(FarEnd end, String... headers) {
        return dial(end.number(), headers);
    }

    /** On the phone with a customer. */
    public Call talking() {
        return dial(FarEnd.ANSWERS).until("CONNECTED");
    }

    /** The call that he did not have before. @param known callRefs that he had */
    public Call newCall(List<String> known) {
        Await.until("a new call of " + name, () -> newRefs(known).findAny().isPresent());
        return new Call(this, newRefs(known).findAny().orElseThrow());
    }

    private Stream<String> newRefs(List<String> known) {
        return calls().stream().map(call -> call.path("callRef").asText()).filter(ref -> !known.contains(ref));
    }

    Control control() {
        return stage.control();
    }

    Platform platform() {
        return stage.platform();
    }
}

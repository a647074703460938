package dev.trunkline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI document and the gateway that serves it say the same. */
@OnSharedSite
class OpenApiIT {
    private static final String BASIC = "Basic " + Base64.getEncoder().encodeToString("bob:bob".getBytes());
    private static final String GET_STATE =
            "{\"channel\":\"Finesse\",\"topic\":\"Agent\",\"subtopic\":\"GetAgentState\"}";

    private static OpenApi api;
    private static String bearer;
    private final Set<String> done = new TreeSet<>();

    @BeforeAll
    static void readAndSignIn() {
        api = OpenApi.of(SharedSite.site().installation().url());
        bearer = "Bearer "
                + Contract.json(ask("postToken", "", "")
                                .header("Authorization", BASIC)
                                .send()
                                .body())
                        .path("access_token")
                        .asText();
    }

    private static Request ask(String operation, String variable, String query) {
        OpenApi.Operation asked = api.operation(operation);
        return Request.of(asked.method(), api.address(asked, variable, query));
    }

    private static Request askSignedIn(String operation, String variable, String query) {
        return ask(operation, variable, query).header("Authorization", bearer);
    }

    private JsonNode works(String operation, int status, Request request) {
        HttpResponse<String> answer = request.send();
        assertThat(answer.statusCode()).as(operation + ": " + answer.body()).isEqualTo(status);
        api.check(api.operation(operation), answer);
        done.add(operation);
        return Contract.json(answer.body());
    }

    private JsonNode reads(String operation, String variable, String query) {
        return works(operation, 200, askSignedIn(operation, variable, query));
    }

    @Test
    void everyOperationShouldAnswerAsDocumented() {
        Person bob = SharedSite.person("bob").ready();
        String dial = Person.message("MakeCall", "\"3125550181\"");
        JsonNode ack = works(
                        "postMessage",
                        202,
                        askSignedIn("postMessage", "", "")
                                .header("Prefer", "wait=10")
                                .header("Idempotency-Key", "documented-dial-1")
                                .json(dial))
                .path("message");
        Placed call = new Placed(bob, ack).until("CONNECTED");

        reads("getCalls", "", "?limit=500");
        reads("getCall", call.callRef(), "");
        call.end();
        reads("getCommand", ack.path("commandId").asText(), "");
        reads("getCalls", "", "?ended=true&after=" + call.callRef() + "&agent=bob");
        reads("getCallbacks", "", "?ended=true&limit=1&agent=bob");
        for (String form : List.of("?profile=exact&channel=Cisco", "?profile=extended&after=0&limit=2")) {
            reads("getEvents", "", form);
            reads("getCallEvents", call.callRef(), form);
        }
        reads("getPlatforms", "", "?agent=bob");
        reads("getAgent", "", "?channel=Cisco");
        works("postTicket", 201, askSignedIn("postTicket", "", ""));
        works("postToken", 200, ask("postToken", "", "").header("Authorization", BASIC));
        for (String question : List.of("getLiveness", "getReadiness", "getStartup")) {
            works(question, 200, ask(question, "", ""));
        }
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(
                        api.operations().stream().map(OpenApi.Operation::id).toList());
    }

    @Test
    void eventStreamShouldBeDocumented() {
        HttpResponse<String> answer = askSignedIn("getEvents", "", "?profile=extended")
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", "0")
                .sendForHead();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        api.check(api.operation("getEvents"), answer);
        HttpResponse<String> refused = askSignedIn("getEvents", "", "?after=abc")
                .header("Accept", "text/event-stream")
                .send();
        assertThat(refused.statusCode()).isEqualTo(400);
        api.check(api.operation("getEvents"), refused);
    }

    @Test
    void questionShouldBeAnsweredAsDocumented() {
        SharedSite.person("bob").ready();
        HttpResponse<String> answer =
                askSignedIn("postMessage", "", "").json(GET_STATE).send();
        assertThat(answer.statusCode()).isEqualTo(200);
        api.check(api.operation("postMessage"), answer);
    }

    @Test
    void whoIsNotSignedInShouldBeRefusedAsDocumented() {
        for (OpenApi.Operation operation : ours()) {
            HttpResponse<String> answer = filled(ask(operation.id(), "x", "")).send();
            refused(operation, answer, 401);
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .anyMatch(
                            challenge -> challenge.startsWith(operation.id().equals("postToken") ? "Basic" : "Bearer"));
        }
    }

    @Test
    void answerInAnotherFormShouldBeRefusedAsDocumented() {
        for (OpenApi.Operation operation : ours()) {
            HttpResponse<String> answer = filled(askSignedIn(operation.id(), "x", ""))
                    .header("Accept", "text/plain")
                    .send();
            refused(operation, answer, 406);
        }
    }

    @Test
    void otherMethodsShouldBeRefusedAndTheDocumentedOnesNamed() {
        for (OpenApi.Operation operation : ours()) {
            HttpResponse<String> answer = Request.of("DELETE", api.address(operation, "x", ""))
                    .header("Authorization", bearer)
                    .send();
            refused(operation, answer, 405);
            assertThat(answer.headers().firstValue("Allow").orElse("").split(", "))
                    .containsExactlyInAnyOrder(operation.method(), "OPTIONS");
        }
    }

    /** With a body where there may be one. */
    private static Request filled(Request request) {
        return request.method().equals("POST") ? request.json(GET_STATE) : request;
    }

    private static List<OpenApi.Operation> ours() {
        List<OpenApi.Operation> ours =
                api.operations().stream().filter(OpenApi.Operation::ours).toList();
        assertThat(ours).hasSizeGreaterThan(8);
        return ours;
    }

    private static void refused(OpenApi.Operation operation, HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(operation + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        api.check(operation, answer);
    }

    @ParameterizedTest(name = "{1} {2}{3}")
    @CsvSource({
        "400, getEvents, x, ?after=-1",
        "400, getCalls, x, ?limit=501",
        "400, getCallbacks, x, ?ended=perhaps",
        "400, getCall, x, ?agent=",
        "400, getCallEvents, x, ?agent=",
        "400, getPlatforms, x, ?agent=a&agent=b",
        "400, getAgent, x, ?channel=Avaya",
        "403, getEvents, x, ?agent=carol",
        "403, getCalls, x, ?agent=carol",
        "403, getCallbacks, x, ?agent=carol",
        "403, getCall, x, ?agent=carol",
        "403, getCallEvents, x, ?agent=carol",
        "403, getPlatforms, x, ?agent=carol",
        "403, getAgent, x, ?agent=carol",
        "404, getCommand, m-none, ''",
        "404, getCall, c-none, ''",
        "404, getCallEvents, c-none, ''",
        "410, getEvents, x, ?after=999999999",
    })
    void badReadingShouldBeRefusedAsDocumented(int status, String operation, String variable, String query) {
        refused(
                api.operation(operation),
                askSignedIn(operation, variable, query).send(),
                status);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "400|{",
                "403|{\"channel\":\"Finesse\",\"topic\":\"Agent\",\"subtopic\":\"SetReady\",\"agent\":\"carol\"}",
                "404|{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"Hold\"}",
                "409|{\"channel\":\"Webexcc\",\"topic\":\"Agent\",\"subtopic\":\"Login\",\"requestId\":\"r-1\"}",
                "422|{\"channel\":\"Finesse\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"data\":\"CALL-ME\"}",
                "501|{\"channel\":\"Amazon\",\"topic\":\"OutboundCall\",\"subtopic\":\"MakeCall\",\"data\":\"1\"}",
            })
    void badMessageShouldBeRefusedAsDocumented(int status, String message) {
        SharedSite.person("bob").ready();
        refused(
                api.operation("postMessage"),
                askSignedIn("postMessage", "", "").json(message).send(),
                status);
    }

    @Test
    void badBodyShouldBeRefusedAsDocumented() {
        OpenApi.Operation post = api.operation("postMessage");
        Request request = askSignedIn("postMessage", "", "");
        refused(post, request.header("Content-Type", "text/plain").send(), 415);
        refused(post, request.json("x".repeat(70_000)).send(), 413);
        refused(post, request.header("Idempotency-Key", "short").json(GET_STATE).send(), 400);
    }
}

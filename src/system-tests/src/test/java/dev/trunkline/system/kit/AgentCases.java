package dev.trunkline.system.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.Await;
import dev.trunkline.system.Contract;
import dev.trunkline.system.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent himself: signing in and out, his states, and what he can ask about them. */
@Covers(Covers.Group.SIGN_IN)
public interface AgentCases extends Kit {
    @Test
    @Works("Login")
    default void loginShouldBeAnsweredOnEveryConnection() {
        Seat agent = agent();
        agent.login();

        JsonNode success = agent.watch().awaitSubtopic("LoginSuccess");
        assertThat(success.at("/message/loginState").asText()).isEqualTo("LoggedIn");
        assertThat(success.at("/message/agentInfo/extension").asText()).isEqualTo(agent.phone());
        agent.watch().awaitSubtopic("SetAgentState");
        agent.watch().awaitSubtopic("SetWrapupCode");
        agent.watch().awaitSubtopic("SetNotReadyReasonCodes");
    }

    @Test
    default void secondLoginShouldKeepTheState() {
        Seat agent = agent();
        agent.login();

        assertThat(agent.state()).isEqualTo("Ready");
        assertThat(agent.standing().path("signedIn").asBoolean()).isTrue();
    }

    @Test
    @Works("Logout")
    default void ownSessionShouldBeEndedByLogout() {
        Seat dave = stage().seat("dave");
        dave.does("Login", Map.of("attach", false));
        if (!dave.state().equals("Not_Ready")) {
            dave.does("SetNotReady");
            dave.awaitState("Not_Ready");
        }
        dave.does("Logout");

        JsonNode out = dave.watch().await("logged out", frame -> state(frame).equals("Logged_Out"));
        assertThat(out.at("/gateway/verb").asText()).isEqualTo("Logout");
        dave.watch().awaitSubtopic("LogoutSuccess");
        assertThat(dave.standing().path("signedIn").asBoolean()).isFalse();
        assertThat(dave.refusal("MakeCall", FarEnd.ANSWERS.number())).isEqualTo("409 NOT_LOGGED_IN");
        assertThat(dave.refusal("SetReady", Seat.NO_DATA)).isEqualTo("409 NOT_LOGGED_IN");
    }

    @Test
    default void readyAgentShouldNotLogOut() {
        assertThat(agent().refusal("Logout", Seat.NO_DATA)).isEqualTo("409 INVALID_STATE");
    }

    @Test
    default void agentOnACallShouldNotLogOut() {
        Call call = agent().talking();
        assertThat(call.seat().refusal("Logout", Seat.NO_DATA)).isEqualTo("409 INVALID_STATE");
        assertThat(call.lifeCycle()).isEqualTo("CONNECTED");
    }

    @Test
    default void typedCredentialsShouldSignIn() {
        Seat erin = stage().seat(Stage.UNCONFIGURED).login();
        erin.awaitLink();
        assertThat(erin.standing().path("signedIn").asBoolean()).isTrue();
        assertThat(erin.standing().path("extension").asText()).isEqualTo(erin.phone());
    }

    @Test
    default void wrongPasswordShouldFailTheLoginAndNothingElse() {
        Seat carol = stage().seat("carol").ready();
        Map<String, Object> data = new HashMap<>(platform().credentials(control(), "dave"));
        data.put("password", "quite-wrong-71");
        Seat dave = stage().seat("dave");
        JsonNode command = dave.settled(dave.ask("Login", data));

        assertThat(command.path("status").asText()).as(command.toString()).isEqualTo("failed");
        assertThat(command.at("/problem/code").asText()).isEqualTo("AUTH_EXPIRED");
        assertThat(command.at("/problem/errorType").asText()).isEqualTo("LOGIN_FAILED");
        assertThat(carol.state()).isEqualTo("Ready");
        control().reset();
        dave.ready();
    }

    @Test
    @Works("SetReady")
    default void readyShouldBeTold() {
        Seat agent = agent();
        agent.does("SetNotReady");
        agent.awaitState("Not_Ready");
        JsonNode ack = agent.ask("SetReady", Seat.NO_DATA);
        agent.done(ack);

        JsonNode event = agent.watch().shown("SetReady", ack);
        assertThat(state(event)).isEqualTo("Ready");
        assertThat(event.at("/message/data/type").asText()).isEqualTo("routable");
        assertThat(event.at("/message/rules/ButtonStates/count").asInt()).isEqualTo(5);
    }

    @Test
    @Works("SetNotReady")
    default void notReadyShouldBeToldWithItsReason() {
        Seat agent = agent();
        JsonNode reason = agent.query("GetNotReadyReasonCodes").get(0).at("/message/data/0");
        JsonNode ack = agent.ask(
                "SetNotReady", Map.of("reasonCodeId", reason.path("label").asText()));
        agent.done(ack);

        JsonNode event = agent.watch().shown("SetNotReady", ack);
        assertThat(state(event)).isEqualTo("Not_Ready");
        assertThat(event.at("/message/event").asText())
                .isEqualTo(reason.path("label").asText());
        assertThat(event.at("/message/data/reasonCode/id").asText())
                .isNotEmpty()
                .isNotEqualTo("null");
        agent.ready();
    }

    @Test
    default void unknownReasonShouldNotChangeTheState() {
        Seat agent = agent();
        HashMap<String, Object> data = new HashMap<>(Map.of("reasonCodeId", "no such reason"));
        JsonNode command = agent.settled(agent.ask("SetNotReady", data));

        assertThat(command.path("status").asText()).isEqualTo("failed");
        assertThat(command.at("/problem/errorType").asText()).isEqualTo("AGENT_STATE_NOT_FOUND");
        assertThat(agent.state()).isEqualTo("Ready");
    }

    @Test
    default void unchangedStateShouldBeToldToTheAskerAloneAndNotNumbered() {
        Seat agent = agent();
        try (Person.Line asker = agent.person().listen("?profile=extended")) {
            asker.say(Messages.with(platform(), "SetReady", Seat.NO_DATA, Map.of("requestId", "r-same")));
            JsonNode told = asker.frames()
                    .await("the unchanged state", frame -> state(frame).equals("Ready"));
            Contract.checkFrame(told);
            assertThat(told.at("/gateway/seq").isMissingNode()).isTrue();
        }
        agent.query("GetAgentState");
        assertThat(agent.watch()
                        .frames(frame -> state(frame).equals("Ready")
                                && frame.at("/gateway/seq").isMissingNode()))
                .isEmpty();
    }

    @Test
    default void readyDuringACallShouldBePassedOnOrRefused() {
        Call call = agent().talking();
        Seat agent = call.seat();
        int status = agent.post("SetReady", Seat.NO_DATA).statusCode();
        assertThat(status).isIn(202, 409);
        call.farEnd("hangup");
        // What was asked for during the call may end the wrap-up.
        Await.until("the talk is over", () -> call.over() || call.lifeCycle().equals("WRAP_UP"));
        agent.post("WrapUp", Map.of("callId", call.callId()));
        call.ended();
    }

    @Test
    default void dialOfAnAgentWhoIsNotReadyShouldBeRefused() {
        Seat agent = agent();
        agent.does("SetNotReady");
        agent.awaitState("Not_Ready");
        assertThat(agent.refusal("MakeCall", FarEnd.ANSWERS.number())).isEqualTo("409 AGENT_NOT_READY");
    }

    default Stream<String> queriesOffered() {
        return Verbs.OF_AGENTS.stream()
                .filter(Verbs.QUERIES::contains)
                .filter(platform().verbs()::contains);
    }

    /** What a query answers first. */
    private static String answerTo(String query) {
        return switch (query) {
            case "GetAgentState" -> "SetAgentState";
            case "GetWrapupReasonCode" -> "SetWrapupCode";
            case "GetNotReadyReasonCodes" -> "SetNotReadyReasonCodes";
            case "GetLogoutReasonCodes" -> "SetLogOutReasonCodes";
            default -> query;
        };
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("queriesOffered")
    @Answers
    default void queryShouldBeAnsweredTheSameOverBothTransports(String query) {
        Seat agent = agent();
        List<JsonNode> messages = agent.query(query);
        try (Person.Line asker =
                agent.person().listen("?channel=" + platform().channels().get(0))) {
            asker.say(agent.message(query, Seat.NO_DATA));
            Await.until(
                    () -> messages + " over WebSocket: " + asker.frames().all(),
                    () -> asker.frames().all().size() >= messages.size());
            asker.frames().all().forEach(Contract::checkFrame);
            assertThat(asker.frames().all()).isEqualTo(messages);
        }
        assertThat(messages.get(0).path("subtopic").asText()).isEqualTo(answerTo(query));
        assertThat(agent.watch()
                        .frames(frame -> frame.path("subtopic").asText().equals(answerTo(query))
                                && frame.at("/gateway/seq").isMissingNode()))
                .as("told to the asker only")
                .isEmpty();
    }

    private static String state(JsonNode frame) {
        return frame.at("/message/data/state").asText();
    }
}

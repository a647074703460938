package dev.trunkline.system.kit.webexcc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.kit.Control;
import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Fault;
import dev.trunkline.system.kit.Outcome;
import dev.trunkline.system.kit.Platform;
import dev.trunkline.system.kit.ReasonWord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Webex Contact Center with agents at extensions: a command is only taken, and what became of it is an event; every call owes a wrap-up. */
class WebexContactCenter implements Platform {
    private static final Map<String, String> PHONES =
            Map.of("alice", "1001", "bob", "1002", "carol", "1003", "dave", "1004", "erin", "1005");
    /** The books have the interaction's state; of being held that says nothing (sheet 6.1). */
    private static final Map<String, Set<String>> BOOKED = Map.of(
            "INITIATED", Set.of("new"),
            "DIALING", Set.of("new"),
            "CONNECTED", Set.of("connected"),
            "HELD", Set.of("connected"),
            "CONSULTING", Set.of("consult", "consulting"),
            "CONFERENCED", Set.of("conference"),
            "FAILED", Set.of("wrapUp"),
            "WRAP_UP", Set.of("wrapUp"));

    @Override
    public String vendor() {
        return "webexcc";
    }

    @Override
    public String title() {
        return "Webex CC";
    }

    @Override
    public List<String> channels() {
        return List.of("Webexcc");
    }

    /** What is about a preview record only is not built; agents pick up at their own phone (sheet 4). */
    @Override
    public Set<String> verbs() {
        return Set.of(
                "MakeCall",
                "Reject",
                "Schedule",
                "CancelSchedule",
                "Hold",
                "Retrieve",
                "Drop",
                "DirectTransfer",
                "Consult",
                "Transfer",
                "Conference",
                "DropConsult",
                "UpdateCallData",
                "WrapUp",
                "Login",
                "Logout",
                "SetReady",
                "SetNotReady",
                "GetAgentState",
                "GetStates",
                "GetWrapupReasonCode",
                "GetNotReadyReasonCodes",
                "GetLogoutReasonCodes",
                "Register",
                "StateSync");
    }

    @Override
    public Map<String, String> simulator() {
        Map<String, String> options = new TreeMap<>();
        options.put("webexcc.ring", "200ms");
        options.put("webexcc.agentLeg", "100ms");
        options.put("webexcc.busy", "300ms");
        options.put("webexcc.noAnswer", "2s");
        options.put("webexcc.shortCall", "500ms");
        options.put("webexcc.slowAnswer", "2s");
        options.put("webexcc.streamCut", "1s");
        options.put("webexcc.rate", "0");
        return options;
    }

    @Override
    public Map<String, String> gateway(JsonNode described, String certificate) {
        String url = described.at("/addresses/api").asText();
        Map<String, String> settings = new TreeMap<>();
        settings.put("trunkline.webexcc.apiUrl", url);
        settings.put("trunkline.webexcc.loginUrl", url + "/v1");
        settings.put("trunkline.webexcc.trustStore", certificate);
        settings.put("trunkline.webexcc.clientId", described.path("clientId").asText());
        settings.put(
                "trunkline.webexcc.clientSecret", described.path("clientSecret").asText("secret-of-the-gateway"));
        settings.put("trunkline.webexcc.defaultWrapup", "Call back later");
        settings.put("trunkline.webexcc.readTimeout", "4s");
        settings.put("trunkline.webexcc.requestsPerMinute", "30000");
        settings.put("trunkline.webexcc.keepAlive", "500ms");
        settings.put("trunkline.webexcc.silentAfter", "2s");
        settings.put("trunkline.webexcc.welcomeWithin", "2s");
        settings.put("trunkline.webexcc.eventWithin", "4s");
        settings.put("trunkline.webexcc.watchAfter", "2s");
        settings.put("trunkline.webexcc.backoffFirst", "200ms");
        settings.put("trunkline.webexcc.backoffLongest", "1s");
        settings.put("trunkline.command.outcomeWait", "PT5S");
        settings.put("trunkline.command.settleWithin", "PT10S");
        return settings;
    }

    @Override
    public Map<String, Object> credentials(Control control, String agent) {
        return Map.of("username", login(agent), "password", secret(agent), "extension", phone(agent));
    }

    @Override
    public String configuredLogin(String agent, String secretName) {
        return String.join(",", "Webexcc", login(agent), phone(agent), "", secretName);
    }

    private static String login(String agent) {
        return agent + "@example.com";
    }

    /** The simulator knows one for each that is good again and again. */
    @Override
    public String secret(String agent) {
        return "refresh-" + agent;
    }

    @Override
    public String phone(String agent) {
        return PHONES.get(agent);
    }

    /** There is no word for the far end's ringing (contract 3.4). */
    @Override
    public List<String> answered() {
        return List.of("INITIATED", "DIALING", "CONNECTED");
    }

    /** Sheet 6.2: a failed outdial usually still owes one. */
    @Override
    public boolean wrapsUpUnanswered() {
        return true;
    }

    @Override
    public boolean consultIsACall() {
        return false;
    }

    /** Within 31 days (sheet 4.2). */
    @Override
    public LocalDate callbackDay() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(7);
    }

    /** Sheet 6.3. */
    @Override
    public Outcome outcome(FarEnd end) {
        return switch (end) {
            case BUSY -> failed("BUSY");
            case REJECTS -> failed("REJECTED");
            case NO_ANSWER -> failed("NO_ANSWER");
            case INVALID_NUMBER -> failed("INVALID_NUMBER");
            case HANGS_UP -> Outcome.call("REMOTE_HANGUP", "INITIATED", "DIALING", "CONNECTED", "WRAP_UP");
            case SERVER_ERROR -> Outcome.failure("PLATFORM_REJECTED");
            case RATE_LIMITED -> Outcome.failure("RATE_LIMITED");
            case ANSWERS, SLOW_DIAL_ANSWER, STREAM_CUT, DISORDERLY_EVENTS, LOST_DIAL_ANSWER ->
                Outcome.call("NONE", "INITIATED", "DIALING", "CONNECTED");
        };
    }

    private static Outcome failed(String reason) {
        return Outcome.call(reason, "INITIATED", "DIALING", "FAILED", "WRAP_UP");
    }

    @Override
    public boolean shows(String bookedState, String lifeCycle) {
        return BOOKED.getOrDefault(lifeCycle, Set.of()).contains(bookedState);
    }

    /** Contract 3.3: the platform's own message as it came, and words of the seed made of it. */
    @Override
    public void checkForm(JsonNode frame) {
        if (!frame.path("subtopic").asText().equals("OutBoundCallStateChange")) {
            return;
        }
        JsonNode call = frame.at("/message/call");
        JsonNode fields = call.path("ResponseFields");
        assertThat(call.path("CallType")).isEqualTo(fields.path("Type"));
        assertThat(call.path("event").asText()).matches("e[A-Z]\\w+|CustAnswered|acw|DROPPED");
        if (fields.path("OutBoundType").asText().equals("manualdial")) {
            assertThat(fields.path("Campaign")).isEqualTo(call.path("id"));
        }
        assertThat(call.path("CallVariables").has("ani")).isTrue();
        assertThat(call.path("CallVariables").has("dn")).isTrue();
    }

    @Override
    public List<Fault> furtherFaults() {
        return List.of(
                new Fault("half-open", "\"seconds\":4", Fault.Scope.LINK),
                new Fault("late-answer", "\"seconds\":2,\"count\":1", Fault.Scope.REQUESTS),
                new Fault("error-after", "\"status\":500,\"count\":1", Fault.Scope.REQUESTS),
                new Fault("fragments", "\"seconds\":3", Fault.Scope.EVENTS),
                new Fault("big-frame", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("garbage", "\"text\":\"{nonsense\"", Fault.Scope.EVENTS),
                new Fault("odd-payload", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("unknown-event", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("unknown-state", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("no-interaction", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("no-id", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("silent", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("drop-events", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("no-welcome", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("multi-login", "", Fault.Scope.SESSION),
                new Fault("silent-socket", "\"seconds\":8", Fault.Scope.LINK));
    }

    /** It says 201 and does nothing; or says by an event that it cannot. */
    @Override
    public Map<String, String> lateRefusals() {
        return Map.of("\"kind\":\"swallow\"", "NOT_EFFECTIVE", "\"kind\":\"no-channel\"", "AGENT_BUSY");
    }

    @Override
    public List<ReasonWord> reasonWords() {
        return WebexccWords.all();
    }
}

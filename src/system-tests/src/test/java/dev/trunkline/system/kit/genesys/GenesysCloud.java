package dev.trunkline.system.kit.genesys;

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

/** Genesys Cloud: calls on behalf of a queue, whose wrap-up the agent ends. */
class GenesysCloud implements Platform {
    private static final Map<String, String> PHONES =
            Map.of("alice", "1001", "bob", "1002", "carol", "1003", "dave", "1004", "erin", "1005");
    /** The books have the newest leg of whoever placed the call. */
    private static final Map<String, Set<String>> BOOKED = Map.of(
            "INITIATED", Set.of("contacting"),
            "DIALING", Set.of("dialing", "connected"),
            "CONNECTED", Set.of("connected"),
            "HELD", Set.of("held"),
            "CONSULTING", Set.of("connected"),
            "CONFERENCED", Set.of("connected"),
            "WRAP_UP", Set.of("ACW"));

    @Override
    public String vendor() {
        return "genesys";
    }

    @Override
    public String title() {
        return "Genesys";
    }

    @Override
    public List<String> channels() {
        return List.of("Genesys");
    }

    @Override
    public Set<String> verbs() {
        return Set.of(
                "MakeCall",
                "Answer",
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
                "Swap",
                "SendDTMF",
                "Mute",
                "Unmute",
                "UpdateCallData",
                "WrapUp",
                "DropParticipant",
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

    /** A call that nobody answered leaves nothing to wrap up here; that it can is another variant. */
    @Override
    public Map<String, String> simulator() {
        Map<String, String> options = new TreeMap<>();
        options.put("genesys.ring", "200ms");
        options.put("genesys.noAnswer", "2s");
        options.put("genesys.shortCall", "500ms");
        options.put("genesys.slowAnswer", "2s");
        options.put("genesys.streamCut", "1s");
        options.put("genesys.heartbeat", "1s");
        options.put("genesys.agentLegDials", "false");
        options.put("genesys.wrapUpUnanswered", "false");
        options.put("genesys.channelsEndWithToken", "false");
        options.put("genesys.tokenRate", "3000");
        return options;
    }

    @Override
    public Map<String, String> gateway(JsonNode described, String certificate) {
        String url = described.at("/addresses/rest").asText();
        Map<String, String> settings = new TreeMap<>();
        settings.put("trunkline.genesys.apiUrl", url);
        settings.put("trunkline.genesys.loginUrl", url);
        settings.put("trunkline.genesys.trustStore", certificate);
        settings.put(
                "trunkline.genesys.clientId", described.at("/clients/clientId").asText());
        settings.put(
                "trunkline.genesys.clientSecret",
                described.at("/clients/clientSecret").asText());
        settings.put("trunkline.genesys.queue", described.path("queueId").asText());
        settings.put("trunkline.genesys.defaultWrapup", "Call back later");
        settings.put("trunkline.genesys.readTimeout", "4s");
        settings.put("trunkline.genesys.requestsPerMinute", "3000");
        settings.put("trunkline.genesys.watchInterval", "2s");
        settings.put("trunkline.genesys.silence", "3s");
        settings.put("trunkline.genesys.pongTimeout", "1s");
        settings.put("trunkline.genesys.backoffFirst", "200ms");
        settings.put("trunkline.genesys.backoffLongest", "1s");
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
        return String.join(",", "Genesys", login(agent), phone(agent), "", secretName);
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

    @Override
    public List<String> answered() {
        return List.of("INITIATED", "DIALING", "CONNECTED");
    }

    @Override
    public boolean consultIsACall() {
        return false;
    }

    /** The platform takes none that is further away than thirty days. */
    @Override
    public LocalDate callbackDay() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(7);
    }

    /** Sheet 8.2, 18. */
    @Override
    public String told(String number) {
        return "+1" + number;
    }

    /** Sheet 6.4. */
    @Override
    public Outcome outcome(FarEnd end) {
        return switch (end) {
            case BUSY -> failed("BUSY");
            case INVALID_NUMBER -> failed("INVALID_NUMBER");
            case REJECTS -> failed("REJECTED");
            case NO_ANSWER -> failed("NO_ANSWER");
            case HANGS_UP -> Outcome.call("REMOTE_HANGUP", "INITIATED", "DIALING", "CONNECTED", "WRAP_UP");
            case SERVER_ERROR -> Outcome.failure("PLATFORM_REJECTED");
            case RATE_LIMITED -> Outcome.failure("RATE_LIMITED");
            case ANSWERS, SLOW_DIAL_ANSWER, STREAM_CUT, DISORDERLY_EVENTS, LOST_DIAL_ANSWER ->
                Outcome.call("NONE", "INITIATED", "DIALING", "CONNECTED");
        };
    }

    private static Outcome failed(String reason) {
        return Outcome.call(reason, "INITIATED", "DIALING", "FAILED", "ENDED");
    }

    @Override
    public boolean shows(String bookedState, String lifeCycle) {
        return BOOKED.getOrDefault(lifeCycle, Set.of()).contains(bookedState);
    }

    /** Contract 3.3 and 10: the state stands twice. */
    @Override
    public void checkForm(JsonNode frame) {
        if (frame.path("subtopic").asText().equals("OutBoundCallStateChange")) {
            JsonNode call = frame.at("/message/call");
            assertThat(call.path("event")).isEqualTo(call.at("/ResponseFields/CallState"));
            assertThat(call.path("CallType")).isEqualTo(call.at("/ResponseFields/Type"));
        }
    }

    @Override
    public List<Fault> furtherFaults() {
        return List.of(
                new Fault("silent-channel", "\"seconds\":3", Fault.Scope.EVENTS),
                new Fault("unknown-state", "\"seconds\":2", Fault.Scope.EVENTS),
                new Fault("late-snapshot", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("garbage", "\"text\":\"{nonsense\"", Fault.Scope.EVENTS),
                new Fault("socket-closing", "\"seconds\":1", Fault.Scope.EVENTS),
                new Fault("expire-token", "\"count\":1", Fault.Scope.REQUESTS));
    }

    /** The platform says 202 and does nothing. */
    @Override
    public Map<String, String> lateRefusals() {
        return Map.of("\"kind\":\"swallow\"", "NOT_EFFECTIVE");
    }

    @Override
    public List<ReasonWord> reasonWords() {
        return GenesysWords.all();
    }

    /** The one follows the other at once. */
    @Override
    public String alike(String word) {
        return word.equals("terminated") ? "disconnected" : word;
    }
}

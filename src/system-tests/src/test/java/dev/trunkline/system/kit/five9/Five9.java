package dev.trunkline.system.kit.five9;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.kit.Control;
import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Fault;
import dev.trunkline.system.kit.Outcome;
import dev.trunkline.system.kit.Platform;
import dev.trunkline.system.kit.ReasonWord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Five9, where the gateway begins the sessions: every call that was announced owes a disposition, also one that nobody answered. */
class Five9 implements Platform {
    private static final Map<String, String> PHONES =
            Map.of("alice", "1001", "bob", "1002", "carol", "1003", "dave", "1004", "erin", "1005");
    /** The books have the state of the call of whoever placed it. */
    private static final Map<String, Set<String>> BOOKED = Map.of(
            "INITIATED", Set.of("OFFERED"),
            "DIALING", Set.of("RINGING_ON_OTHER_SIDE"),
            "CONNECTED", Set.of("TALKING"),
            "CONSULTING", Set.of("ON_HOLD", "TALKING"),
            "CONFERENCED", Set.of("TALKING"),
            "HELD", Set.of("ON_HOLD"),
            "FAILED", Set.of("WRAP_UP"),
            "WRAP_UP", Set.of("WRAP_UP"));

    @Override
    public String vendor() {
        return "five9";
    }

    @Override
    public String title() {
        return "Five9";
    }

    @Override
    public List<String> channels() {
        return List.of("Five9");
    }

    /** What is about a preview record only is not built. */
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

    @Override
    public Map<String, String> simulator() {
        Map<String, String> options = new TreeMap<>();
        options.put("five9.ring", "200ms");
        options.put("five9.busy", "300ms");
        options.put("five9.noAnswer", "2s");
        options.put("five9.shortCall", "500ms");
        options.put("five9.slowAnswer", "2s");
        options.put("five9.streamCut", "1s");
        return options;
    }

    @Override
    public Map<String, String> gateway(JsonNode described, String certificate) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("trunkline.five9.url", described.at("/addresses/login").asText());
        settings.put("trunkline.five9.trustStore", certificate);
        settings.put("trunkline.five9.allowedHosts", "localhost");
        settings.put("trunkline.five9.mode", "OWN");
        settings.put("trunkline.five9.defaultCampaign", "Outbound Sales");
        settings.put("trunkline.five9.defaultWrapup", "Call back later");
        settings.put("trunkline.five9.readTimeout", "4s");
        settings.put("trunkline.five9.pingInterval", "500ms");
        settings.put("trunkline.five9.pongWithin", "1s");
        settings.put("trunkline.five9.silentAfter", "2s");
        settings.put("trunkline.five9.watchInterval", "2s");
        settings.put("trunkline.five9.noAnswerAfter", "1500ms");
        settings.put("trunkline.five9.dialLook", "1s");
        settings.put("trunkline.five9.spreadPause", "300ms");
        settings.put("trunkline.five9.moveAfter", "1s");
        settings.put("trunkline.five9.backoffFirst", "200ms");
        settings.put("trunkline.five9.backoffLongest", "1s");
        settings.put("trunkline.command.outcomeWait", "PT5S");
        settings.put("trunkline.command.settleWithin", "PT10S");
        return settings;
    }

    @Override
    public Map<String, Object> credentials(Control control, String agent) {
        return Map.of("username", agent, "password", "secret", "extension", phone(agent));
    }

    @Override
    public String configuredLogin(String agent, String secretName) {
        return String.join(",", "Five9", agent, phone(agent), "", secretName);
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

    @Override
    public boolean wrapsUpUnanswered() {
        return true;
    }

    /** Contract 3.4: {@code OFFERED}. */
    @Override
    public String offered() {
        return "INITIATED";
    }

    @Override
    public boolean consultIsACall() {
        return false;
    }

    /** By the tenant's definitions: group and name (sheet 3.4). */
    @Override
    public String variable(String name) {
        return "Custom." + name;
    }

    /** The platform gives no cause (sheet 6.3): only who let it ring long enough is known not to have answered. */
    @Override
    public Outcome outcome(FarEnd end) {
        return switch (end) {
            case BUSY -> failed("NOT_CONNECTED");
            case REJECTS -> Outcome.failure("PLATFORM_REJECTED");
            case NO_ANSWER -> failed("NO_ANSWER");
            case INVALID_NUMBER -> Outcome.failure("INVALID_NUMBER");
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

    /** To its books a call is over then, though it still owes a disposition. */
    @Override
    public boolean booksWork() {
        return false;
    }

    /** Contract 3.3: the state stands twice, in the platform's words; the campaign's name only where it was not dialled by hand. */
    @Override
    public void checkForm(JsonNode frame) {
        if (!frame.path("subtopic").asText().equals("OutBoundCallStateChange")) {
            return;
        }
        JsonNode call = frame.at("/message/call");
        JsonNode fields = call.path("ResponseFields");
        assertThat(call.path("id").asText()).matches("[0-9A-F]{32}");
        assertThat(call.path("event")).isEqualTo(fields.path("CallState"));
        assertThat(call.path("event").asText()).matches("[A-Z_]+"); // also a word that nobody has heard of
        assertThat(call.path("CallType")).isEqualTo(fields.path("Type"));
        assertThat(fields.path("OutBoundType").asText().equals("manualdial"))
                .isEqualTo(fields.path("Campaign").isMissingNode());
        assertThat(fields.at("/interactionData/interactionId")).isEqualTo(call.path("id"));
    }

    /** The event stream ends with the session, before anything is asked. */
    @Override
    public Fault shown(Fault fault) {
        return fault.kind().equals("expire-auth")
                ? new Fault(fault.kind(), fault.details(), Fault.Scope.SIGN_OUT)
                : fault;
    }

    @Override
    public List<Fault> furtherFaults() {
        return List.of(
                new Fault("migrate", "\"seconds\":1", Fault.Scope.CALLS),
                new Fault("move", "\"seconds\":1", Fault.Scope.CALLS),
                new Fault("half-open", "\"seconds\":4", Fault.Scope.LINK),
                new Fault("close-stream", "\"status\":1000", Fault.Scope.LINK),
                new Fault("silent-socket", "\"seconds\":5", Fault.Scope.EVENTS),
                new Fault("unknown-state", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("unknown-event", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("unknown-reason", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("null-ids", "\"seconds\":3", Fault.Scope.EVENTS),
                new Fault("odd-payload", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("garbage", "\"text\":\"{nonsense\"", Fault.Scope.EVENTS),
                new Fault("big-frame", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("error-after", "\"status\":500,\"count\":1", Fault.Scope.REQUESTS));
    }

    /** The platform says 200 and does nothing. */
    @Override
    public Map<String, String> lateRefusals() {
        return Map.of("\"kind\":\"swallow\"", "NOT_EFFECTIVE");
    }

    @Override
    public List<ReasonWord> reasonWords() {
        return Five9Words.all();
    }
}

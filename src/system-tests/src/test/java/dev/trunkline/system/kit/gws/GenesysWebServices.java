package dev.trunkline.system.kit.gws;

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

/** Genesys Web Services: calls to customers are followed by work that the agent ends, calls to colleagues are not. */
class GenesysWebServices implements Platform {
    private static final Map<String, String> PHONES =
            Map.of("alice", "1001", "bob", "1002", "carol", "1003", "dave", "1004", "erin", "1005");
    /** The books have the state of whoever placed the call, in the platform's words. */
    private static final Map<String, Set<String>> BOOKED = Map.of(
            "DIALING", Set.of("Dialing"),
            "CONNECTED", Set.of("Established"),
            "CONSULTING", Set.of("Established"),
            "CONFERENCED", Set.of("Established"),
            "HELD", Set.of("Held"));

    @Override
    public String vendor() {
        return "gws";
    }

    @Override
    public String title() {
        return "GWS";
    }

    @Override
    public List<String> channels() {
        return List.of("GWS");
    }

    @Override
    public Set<String> verbs() {
        return Set.of(
                "MakeCall",
                "Answer",
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
        options.put("gws.ring", "200ms");
        options.put("gws.busy", "300ms");
        options.put("gws.noAnswer", "2s");
        options.put("gws.shortCall", "500ms");
        options.put("gws.slowAnswer", "2s");
        options.put("gws.streamCut", "1s");
        options.put("gws.pollTimeout", "3s");
        return options;
    }

    @Override
    public Map<String, String> gateway(JsonNode described, String certificate) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("trunkline.gws.url", described.at("/addresses/rest").asText());
        settings.put("trunkline.gws.trustStore", certificate);
        settings.put("trunkline.gws.wrapUpCodes", "Sale,Call back later");
        settings.put("trunkline.gws.defaultWrapup", "Call back later");
        settings.put("trunkline.gws.readTimeout", "4s");
        settings.put("trunkline.gws.networkDelay", "1s");
        settings.put("trunkline.gws.watchInterval", "2s");
        settings.put("trunkline.gws.wrapUpWindow", "500ms");
        settings.put("trunkline.gws.ringThreshold", "1500ms");
        settings.put("trunkline.gws.backoffFirst", "200ms");
        settings.put("trunkline.gws.backoffLongest", "1s");
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
        return String.join(",", "GWS", agent, phone(agent), "", secretName);
    }

    @Override
    public String phone(String agent) {
        return PHONES.get(agent);
    }

    /** There is no word for what comes before, and none for the far end's ringing (sheet 6). */
    @Override
    public List<String> answered() {
        return List.of("DIALING", "CONNECTED");
    }

    /** The platform gives no cause (sheet 6): only who let it ring long enough is known not to have answered. */
    @Override
    public Outcome outcome(FarEnd end) {
        return switch (end) {
            case BUSY, REJECTS -> failed("NOT_CONNECTED");
            case NO_ANSWER -> failed("NO_ANSWER");
            case INVALID_NUMBER -> Outcome.failure("INVALID_NUMBER");
            case HANGS_UP -> Outcome.call("REMOTE_HANGUP", "DIALING", "CONNECTED", "WRAP_UP");
            case SERVER_ERROR -> Outcome.failure("PLATFORM_REJECTED");
            case RATE_LIMITED -> Outcome.failure("RATE_LIMITED");
            case ANSWERS, SLOW_DIAL_ANSWER, STREAM_CUT, DISORDERLY_EVENTS, LOST_DIAL_ANSWER ->
                Outcome.call("NONE", "DIALING", "CONNECTED");
        };
    }

    private static Outcome failed(String reason) {
        return Outcome.call(reason, "DIALING", "FAILED", "ENDED");
    }

    @Override
    public boolean shows(String bookedState, String lifeCycle) {
        return BOOKED.getOrDefault(lifeCycle, Set.of()).contains(bookedState);
    }

    /** To the platform a call is over then, and the agent is at work. */
    @Override
    public boolean booksWork() {
        return false;
    }

    /** Contract 3.3: the platform's own notification, without our mark, and what is drawn from it. */
    @Override
    public void checkForm(JsonNode frame) {
        if (!frame.path("subtopic").asText().equals("OutBoundCallStateChange")) {
            return;
        }
        JsonNode call = frame.at("/message/call");
        JsonNode told = call.at("/ResponseActual/call");
        assertThat(call.path("id")).isEqualTo(told.path("id"));
        assertThat(call.path("CallType")).isEqualTo(told.path("callType"));
        assertThat(call.path("CallType")).isEqualTo(call.at("/ResponseFields/Type"));
        assertThat(call.at("/ResponseFields/CallState")).isEqualTo(told.path("state"));
        String what = call.at("/ResponseActual/notificationType").asText();
        assertThat(call.path("event").asText())
                .isEqualTo(what.equals("StatusChange") ? told.path("state").asText() : what);
        assertThat(call.path("CallVariables").size())
                .isEqualTo(told.path("userData").size());
        assertThat(frame.toString()).doesNotContain("gwRequestId");
    }

    @Override
    public List<Fault> furtherFaults() {
        return List.of(
                new Fault("silent-channel", "\"seconds\":3", Fault.Scope.EVENTS),
                new Fault("unknown-state", "\"seconds\":2", Fault.Scope.EVENTS),
                new Fault("unknown-notification", "\"seconds\":2", Fault.Scope.EVENTS),
                new Fault("lose-batch", "\"count\":1", Fault.Scope.EVENTS),
                new Fault("garbage", "\"text\":\"\\\"nonsense\\\"\"", Fault.Scope.EVENTS),
                new Fault("drop-session", "", Fault.Scope.LINK),
                new Fault("expire-session", "\"count\":1", Fault.Scope.REQUESTS),
                new Fault("rotate-csrf", "\"count\":1", Fault.Scope.REQUESTS),
                new Fault("lose-cookie", "\"count\":1", Fault.Scope.REQUESTS));
    }

    /** The platform says 0 and does nothing. */
    @Override
    public Map<String, String> lateRefusals() {
        return Map.of("\"kind\":\"swallow\"", "NOT_EFFECTIVE");
    }

    @Override
    public List<ReasonWord> reasonWords() {
        return GwsWords.all();
    }
}

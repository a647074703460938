package dev.trunkline.system.kit.finesse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.kit.ButtonTable;
import dev.trunkline.system.kit.Control;
import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Fault;
import dev.trunkline.system.kit.Outcome;
import dev.trunkline.system.kit.Platform;
import dev.trunkline.system.kit.ReasonWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Cisco Finesse as installed for the demo: Unified CCE 12.6. */
class Finesse implements Platform {
    private static final Map<String, String> PHONES =
            Map.of("alice", "1001", "bob", "1002", "carol", "1003", "dave", "1004", "erin", "1005");
    private static final Map<String, Set<String>> BOOKED = Map.of(
            "INITIATED", Set.of("INITIATING"),
            "DIALING", Set.of("INITIATED"),
            "RINGING", Set.of("ALERTING"),
            "CONNECTED", Set.of("ACTIVE"),
            "HELD", Set.of("ACTIVE"),
            "CONSULTING", Set.of("ACTIVE"),
            "CONFERENCED", Set.of("ACTIVE"),
            "WRAP_UP", Set.of("WRAP_UP"),
            "FAILED", Set.of("FAILED"));

    @Override
    public String vendor() {
        return "finesse";
    }

    @Override
    public String title() {
        return "Finesse";
    }

    @Override
    public List<String> channels() {
        return List.of("Finesse", "Cisco");
    }

    @Override
    public Set<String> verbs() {
        return Set.of(
                "MakeCall",
                "Answer",
                "Accept",
                "Reject",
                "Close",
                "Skip",
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
                "UpdateCallData",
                "WrapUp",
                "Reclassify",
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
    public List<String> dialerModes() {
        return List.of("preview", "directpreview", "progressive", "predictive", "callback");
    }

    @Override
    public Map<String, String> simulator() {
        Map<String, String> options = new TreeMap<>();
        options.put("finesse.ring", "200ms");
        options.put("finesse.reclassifyManual", "true");
        options.put("finesse.noAnswer", "2s");
        options.put("finesse.shortCall", "500ms");
        options.put("finesse.busyClear", "300ms");
        options.put("finesse.slowAnswer", "2s");
        options.put("finesse.streamCut", "1s");
        return options;
    }

    @Override
    public Map<String, String> gateway(JsonNode described, String certificate) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("trunkline.finesse.url", described.at("/addresses/rest").asText());
        settings.put("trunkline.finesse.trustStore", certificate);
        settings.put("trunkline.finesse.readTimeout", "4s");
        settings.put("trunkline.finesse.backoffFirst", "200ms");
        settings.put("trunkline.finesse.backoffLongest", "1s");
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
        return String.join(",", "Finesse", agent, phone(agent), "", secretName);
    }

    @Override
    public String phone(String agent) {
        return PHONES.get(agent);
    }

    /** Sheet 6.3. */
    @Override
    public Outcome outcome(FarEnd end) {
        return switch (end) {
            case BUSY -> Outcome.call("BUSY", "INITIATED", "DIALING", "FAILED", "ENDED");
            case INVALID_NUMBER -> Outcome.call("INVALID_NUMBER", "INITIATED", "DIALING", "FAILED", "ENDED");
            case REJECTS -> Outcome.call("REJECTED", "INITIATED", "DIALING", "RINGING", "FAILED", "ENDED");
            case NO_ANSWER -> Outcome.call("NO_ANSWER", "INITIATED", "DIALING", "RINGING", "ENDED");
            case HANGS_UP ->
                wrapsUp()
                        ? Outcome.call("REMOTE_HANGUP", "INITIATED", "DIALING", "RINGING", "CONNECTED", "WRAP_UP")
                        : Outcome.call("REMOTE_HANGUP", "INITIATED", "DIALING", "RINGING", "CONNECTED", "ENDED");
            case SERVER_ERROR -> Outcome.failure("PLATFORM_REJECTED");
            case RATE_LIMITED -> Outcome.failure("RATE_LIMITED");
            case ANSWERS, SLOW_DIAL_ANSWER, STREAM_CUT, DISORDERLY_EVENTS, LOST_DIAL_ANSWER ->
                Outcome.call("NONE", "INITIATED", "DIALING", "RINGING", "CONNECTED");
        };
    }

    @Override
    public boolean shows(String bookedState, String lifeCycle) {
        return BOOKED.getOrDefault(lifeCycle, Set.of()).contains(bookedState);
    }

    /** Contract 3.3 and 10: the state stands twice, a manual dial's campaign is its id, buttons follow the platform's actions. */
    @Override
    public void checkForm(JsonNode frame) {
        if (!frame.path("subtopic").asText().equals("OutBoundCallStateChange")) {
            return;
        }
        if (frame.path("channel").asText().equals("Cisco")) {
            checkCisco(frame.path("data"));
        } else {
            JsonNode call = frame.at("/message/call");
            assertThat(call.path("event")).isEqualTo(call.at("/ResponseFields/CallState"));
            assertThat(call.path("CallType")).isEqualTo(call.at("/ResponseFields/Type"));
            boolean manual = call.at("/ResponseFields/OutBoundType").asText().equals("manualdial");
            assertThat(call.at("/ResponseFields/Campaign").asText())
                    .isEqualTo(call.at(manual ? "/id" : "/CallVariables/BACampaign")
                            .asText());
        }
    }

    private static void checkCisco(JsonNode data) {
        JsonNode call = data.path("call");
        JsonNode dialog = call.at("/ResponseActual/dialog");
        assertThat(data.path("event")).isEqualTo(dialog.path("CallState"));
        assertThat(data.path("event")).isEqualTo(call.at("/ResponseFields/CallState"));
        List<String> actions = new ArrayList<>();
        dialog.at("/participants/participant").forEach(party -> {
            if (party.path("mediaAddress").equals(call.at("/ResponseActual/user/extension"))) {
                party.path("actions").forEach(action -> actions.add(action.asText()));
            }
        });
        // Of a call that is gone the dialog is the last one told; nothing can be done with it any more.
        boolean gone = data.path("event").asText().equals("DROPPED");
        ButtonTable.checkCisco(call, gone ? List.of() : actions);
    }

    @Override
    public List<Fault> furtherFaults() {
        return List.of(
                new Fault("conflict", "", Fault.Scope.SESSION),
                new Fault("system-shutdown", "", Fault.Scope.LINK),
                new Fault("garbage", "\"text\":\"<Update><nonsense\"", Fault.Scope.EVENTS));
    }

    /** CTI refuses after Finesse has answered 202 (sheet 3.4). */
    @Override
    public Map<String, String> lateRefusals() {
        return Map.of(
                "\"kind\":\"async-error\",\"status\":6", "INVALID_NUMBER",
                "\"kind\":\"async-error\",\"status\":34", "DEVICE_UNAVAILABLE",
                "\"kind\":\"async-error\",\"status\":22", "INVALID_STATE",
                "\"kind\":\"async-error\",\"status\":1", "PLATFORM_REJECTED",
                "\"kind\":\"swallow\"", "NOT_EFFECTIVE");
    }

    @Override
    public List<ReasonWord> reasonWords() {
        return FinesseWords.all();
    }
}

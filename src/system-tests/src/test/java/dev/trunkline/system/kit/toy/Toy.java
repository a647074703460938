package dev.trunkline.system.kit.toy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trunkline.system.kit.Control;
import dev.trunkline.system.kit.FarEnd;
import dev.trunkline.system.kit.Further;
import dev.trunkline.system.kit.Outcome;
import dev.trunkline.system.kit.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The toy, which no product has: its calls have no wrap-up and are told from the first moment. */
class Toy implements Platform {
    private static final List<String> AGENTS = List.of("alice", "bob", "carol", "dave", "erin");

    @Override
    public String vendor() {
        return "toy";
    }

    @Override
    public String title() {
        return "Toy";
    }

    @Override
    public List<String> channels() {
        return List.of("Toy");
    }

    @Override
    public Set<String> verbs() {
        return Set.of(
                "MakeCall",
                "Drop",
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
    public Optional<Further> further() {
        return Optional.of(new Further(vendor(), "ToyProvider"));
    }

    @Override
    public Map<String, String> simulator() {
        return Map.of(
                "toy.ring", "200ms",
                "toy.noAnswer", "2s",
                "toy.shortCall", "500ms",
                "toy.slowAnswer", "2s",
                "toy.streamCut", "1s");
    }

    @Override
    public Map<String, String> gateway(JsonNode described, String certificate) {
        return new HashMap<>(Map.of(
                "trunkline.toy.url", described.at("/addresses/api").asText(),
                "trunkline.toy.trustStore", certificate,
                "trunkline.toy.readTimeout", "4s",
                "trunkline.toy.backoffFirst", "200ms",
                "trunkline.toy.backoffLongest", "1s",
                "trunkline.command.outcomeWait", "PT5S",
                "trunkline.command.settleWithin", "PT10S"));
    }

    @Override
    public Map<String, Object> credentials(Control control, String agent) {
        return Map.of("username", agent, "password", "secret", "extension", phone(agent));
    }

    @Override
    public String configuredLogin(String agent, String secretName) {
        return String.join(",", "Toy", agent, phone(agent), "", secretName);
    }

    @Override
    public String phone(String agent) {
        return "100" + (AGENTS.indexOf(agent) + 1);
    }

    @Override
    public List<String> answered() {
        return List.of("DIALING", "RINGING", "CONNECTED");
    }

    @Override
    public boolean wrapsUp() {
        return false;
    }

    @Override
    public Outcome outcome(FarEnd end) {
        return switch (end) {
            case BUSY -> Outcome.call("BUSY", "DIALING", "ENDED");
            case REJECTS -> Outcome.call("REJECTED", "DIALING", "ENDED");
            case NO_ANSWER -> Outcome.call("NO_ANSWER", "DIALING", "RINGING", "ENDED");
            case INVALID_NUMBER -> Outcome.failure("INVALID_NUMBER");
            case HANGS_UP -> Outcome.call("REMOTE_HANGUP", "DIALING", "RINGING", "CONNECTED", "ENDED");
            case SERVER_ERROR -> Outcome.failure("PLATFORM_REJECTED");
            case RATE_LIMITED -> Outcome.failure("RATE_LIMITED");
            case ANSWERS, SLOW_DIAL_ANSWER, STREAM_CUT, DISORDERLY_EVENTS, LOST_DIAL_ANSWER ->
                Outcome.call("NONE", "DIALING", "RINGING", "CONNECTED");
        };
    }

    @Override
    public boolean shows(String bookedState, String lifeCycle) {
        return true;
    }
}

package dev.trunkline.desk;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.AgentState;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorService;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What an agent is told besides his state and his calls (contract 6.1, 6.2, 6.5). Members of its records are public for JSON-B only. */
public final class AgentMessages {
    private static final Logger LOG = Logger.getLogger(AgentMessages.class.getName());

    private AgentMessages() {}

    /** An agent message of the contract. */
    @JsonbPropertyOrder({"channel", "topic", "subtopic", "message"})
    public record AgentMessage(String channel, String topic, String subtopic, Object message) {}

    /** {@code message} of LoginSuccess. */
    @JsonbPropertyOrder({"loginState", "agentInfo", "agentState", "rules"})
    public record LoggedIn(String loginState, AgentInfo agentInfo, String agentState, String rules) {}

    @JsonbPropertyOrder({"name", "id", "extension", "loginName", "muted", "softphoneEnabled"})
    public record AgentInfo(
            String name, String id, String extension, String loginName, boolean muted, boolean softphoneEnabled) {}

    public record Initial(String initState) {}

    public record LoggedOut(String loginState) {}

    @JsonbPropertyOrder({"packet", "data"})
    public record Codes(String packet, List<CodeRow> data) {}

    @JsonbPropertyOrder({"uri", "label", "forAll"})
    public record CodeRow(String uri, String label, String forAll) {}

    static Map<String, String> success(VendorService platform, AgentSession session, AgentSnapshot agent) {
        AgentInfo info = new AgentInfo(
                agent.name(),
                agent.id().isEmpty() ? session.username() : agent.id(),
                agent.extension().isEmpty() ? session.extension() : agent.extension(),
                agent.loginName().isEmpty() ? session.username() : agent.loginName(),
                false,
                false);
        return forms(platform, "LoginSuccess", channel -> new LoggedIn("LoggedIn", info, null, null));
    }

    static Map<String, String> left(VendorService platform) {
        return forms(platform, "LogoutSuccess", channel -> new LoggedOut("LoggedOut"));
    }

    static Map<String, String> stateSync(VendorService platform, String initState) {
        Map<String, String> forms = new LinkedHashMap<>();
        platform.channels().values().stream()
                .distinct()
                .forEach(channel -> forms.put(
                        channel, Json.text(new AgentMessage(channel, "App", "StateSync", new Initial(initState)))));
        return forms;
    }

    /** One state that an agent can set: what to show, what to ask for, what it means. */
    @JsonbPropertyOrder({"label", "code", "type"})
    public record State(String label, String code, String type) {}

    /** The states that an agent can set; a reason for Not Ready is one of its own, its code being {@code reasonCodeId}. */
    public static Map<String, String> states(VendorService platform, AgentSession session) {
        List<State> states = new ArrayList<>();
        states.add(state(AgentState.READY));
        states.add(state(AgentState.NOT_READY));
        platform.notReadyReasons(session)
                .forEach(reason -> states.add(new State(reason.label(), reason.id(), AgentState.NOT_READY.type())));
        states.add(state(AgentState.LOGGED_OUT));
        return forms(platform, "GetStates", channel -> states);
    }

    private static State state(AgentState state) {
        return new State(state.label(), state.word(), state.type());
    }

    public static Map<String, String> notReadyReasons(VendorService platform, AgentSession session) {
        return codes(platform, "SetNotReadyReasonCodes", "NotReadyReasonCodes", platform.notReadyReasons(session));
    }

    public static Map<String, String> logoutReasons(VendorService platform, AgentSession session) {
        return codes(platform, "SetLogOutReasonCodes", "SignOutReasonCodes", platform.logoutReasons(session));
    }

    public static Map<String, String> wrapUpReasons(VendorService platform, AgentSession session) {
        return codes(platform, "SetWrapupCode", "WrapUpCodes", platform.wrapUpReasons(session));
    }

    /** The lists of reasons; one that the platform does not give now is left out, for it can be asked for later. */
    static List<Map<String, String>> reasonCodes(VendorService platform, AgentSession session) {
        List<BiFunction<VendorService, AgentSession, Map<String, String>>> lists =
                List.of(AgentMessages::notReadyReasons, AgentMessages::logoutReasons, AgentMessages::wrapUpReasons);
        List<Map<String, String>> given = new ArrayList<>();
        for (BiFunction<VendorService, AgentSession, Map<String, String>> list : lists) {
            try {
                given.add(list.apply(platform, session));
            } catch (VendorException unanswered) {
                LOG.log(Level.WARNING, "{0} does not give a list of reasons: {1}", new Object[] {
                    platform.vendor(), unanswered.getMessage()
                });
            }
        }
        return given;
    }

    private static Map<String, String> codes(
            VendorService platform, String subtopic, String packet, List<ReasonCode> codes) {
        List<CodeRow> rows = codes.stream()
                .map(code -> new CodeRow(code.uri(), code.label(), String.valueOf(code.forAll())))
                .toList();
        return forms(platform, subtopic, channel -> new Codes(packet, rows));
    }

    private static Map<String, String> forms(
            VendorService platform, String subtopic, Function<String, Object> message) {
        Map<String, String> forms = new LinkedHashMap<>();
        platform.channels().values().stream()
                .distinct()
                .forEach(channel -> forms.put(
                        channel,
                        Json.textWithNulls(new AgentMessage(channel, "Agent", subtopic, message.apply(channel)))));
        return forms;
    }
}

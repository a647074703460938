package dev.trunkline.desk;

import dev.trunkline.event.Json;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.AgentSnapshot;
import dev.trunkline.model.ReasonCode;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorService;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What answers a Login and a Logout (contract 6.1, 6.2). Members of its records are public for JSON-B only. */
public final class LoginAnswers {
    private static final Logger LOG = Logger.getLogger(LoginAnswers.class.getName());

    private LoginAnswers() {}

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

    /** The lists of reasons; one that the platform does not give now is left out, for it can be asked for later. */
    static List<Map<String, String>> reasonCodes(VendorService platform, AgentSession session) {
        List<Map<String, String>> lists = new ArrayList<>();
        add(lists, platform, "SetNotReadyReasonCodes", "NotReadyReasonCodes", () -> platform.notReadyReasons(session));
        add(lists, platform, "SetLogOutReasonCodes", "SignOutReasonCodes", () -> platform.logoutReasons(session));
        add(lists, platform, "SetWrapupCode", "WrapUpCodes", () -> platform.wrapUpReasons(session));
        return lists;
    }

    private static void add(
            List<Map<String, String>> lists,
            VendorService platform,
            String subtopic,
            String packet,
            Supplier<List<ReasonCode>> codes) {
        try {
            List<CodeRow> rows = codes.get().stream()
                    .map(code -> new CodeRow(code.uri(), code.label(), String.valueOf(code.forAll())))
                    .toList();
            lists.add(forms(platform, subtopic, channel -> new Codes(packet, rows)));
        } catch (VendorException unanswered) {
            LOG.log(Level.WARNING, "{0} does not give its {1}: {2}", new Object[] {
                platform.vendor(), packet, unanswered.getMessage()
            });
        }
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

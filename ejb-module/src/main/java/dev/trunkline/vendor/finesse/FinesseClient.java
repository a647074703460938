package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.LabelledReason;
import dev.trunkline.vendor.finesse.wire.SystemInfo;
import dev.trunkline.vendor.finesse.wire.User;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * Every REST request to Finesse, as the agent it is for. A 202 says only that the command was taken (sheet 3.3). What others call
 * is public, because they hold a proxy of it.
 */
@ApplicationScoped
public class FinesseClient {
    private final FinesseVisits visits = new FinesseVisits();
    private FinesseSettings settings;
    private FinesseHttp http;

    /** For the container. */
    public FinesseClient() {}

    FinesseClient(FinesseSettings settings) {
        use(settings);
    }

    @PostConstruct
    void readSettings() {
        use(FinesseSettings.configured());
    }

    private void use(FinesseSettings configured) {
        settings = configured;
        http = new FinesseHttp(configured, visits);
    }

    public FinesseSettings settings() {
        return settings;
    }

    public SSLContext tls() {
        return http.tls();
    }

    // ---- where an agent is

    /** What that node says of itself; the agent need not be settled anywhere. */
    public SystemInfo systemInfo(AgentSession agent, URI node) {
        SystemInfo info = http.get(agent, node, "SystemInfo", FinesseXml::systemInfo);
        visits.keepSystemInfo(node, info);
        return info;
    }

    /** All further requests of this agent go to that node, under his canonical id (sheet 2.3). */
    public User settle(AgentSession agent, URI node) {
        visits.settle(agent, node);
        User user = user(agent);
        if (!user.loginId().isEmpty()) {
            visits.keepLoginId(agent, user.loginId());
        }
        return user;
    }

    public void leave(AgentSession agent) {
        visits.leave(agent);
    }

    /** Whether the agent works on Unified CCX, where many rules are others (sheet 1); false until his node has said so. */
    public boolean ccx(AgentSession agent) {
        return visits.of(agent).map(visit -> visits.ccx(visit.node())).orElse(false);
    }

    /** Minutes from GMT of the server where the agent works; empty if it does not say. */
    public String serverZone(AgentSession agent) {
        return visits.timezoneOffset(node(agent));
    }

    // ---- what there is

    public User user(AgentSession agent) {
        return get(agent, userPath(agent), FinesseXml::user);
    }

    public List<Dialog> dialogs(AgentSession agent) {
        return get(agent, userPath(agent) + "/Dialogs", FinesseXml::dialogs);
    }

    /** Empty if Finesse no longer has it, or has it as somebody else's: a call that was transferred (sheet 3.4, 4.2). */
    public Optional<Dialog> dialog(AgentSession agent, String id) {
        try {
            return Optional.of(get(agent, dialogPath(id), FinesseXml::dialog));
        } catch (VendorException e) {
            if (e.code() == Code.CALL_NOT_FOUND || e.code() == Code.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** @param category NOT_READY or LOGOUT */
    public List<LabelledReason> reasonCodes(AgentSession agent, String category) {
        return get(agent, userPath(agent) + "/ReasonCodes?category=" + category, FinesseXml::reasons);
    }

    public List<LabelledReason> wrapUpReasons(AgentSession agent) {
        return get(agent, userPath(agent) + "/WrapUpReasons", FinesseXml::reasons);
    }

    // ---- what is to be done

    public void signIn(AgentSession agent, String commandId) {
        put(agent, commandId, userPath(agent), FinesseBody.signIn(agent.extension()));
    }

    public void changeState(AgentSession agent, String commandId, String state, String reasonCodeId) {
        put(agent, commandId, userPath(agent), FinesseBody.state(state, reasonCodeId));
    }

    public void makeCall(AgentSession agent, String commandId, String toAddress, Map<String, String> variables) {
        String body = FinesseBody.makeCall(agent.extension(), toAddress, variables);
        http.command(agent, node(agent), "POST", userPath(agent) + "/Dialogs", commandId, body);
    }

    public void act(AgentSession agent, String commandId, String dialogId, String action) {
        put(agent, commandId, dialogPath(dialogId), FinesseBody.action(action, agent.extension()));
    }

    public void actTowards(AgentSession agent, String commandId, String dialogId, String action, String toAddress) {
        put(agent, commandId, dialogPath(dialogId), FinesseBody.action(action, agent.extension(), toAddress));
    }

    /** @param parameter name of the one parameter that the action has */
    public void actWith(
            AgentSession agent, String commandId, String dialogId, String action, String parameter, String value) {
        put(agent, commandId, dialogPath(dialogId), FinesseBody.action(action, agent.extension(), parameter, value));
    }

    /** @param wrapUpReason its label, empty to leave it as it is */
    public void setCallData(
            AgentSession agent, String commandId, String dialogId, Map<String, String> variables, String wrapUpReason) {
        String body = FinesseBody.callData(agent.extension(), variables, wrapUpReason);
        put(agent, commandId, dialogPath(dialogId), body);
    }

    /** The one action whose target is another party than the agent. */
    public void dropParticipant(AgentSession agent, String commandId, String dialogId, String address) {
        put(agent, commandId, dialogPath(dialogId), FinesseBody.action("PARTICIPANT_DROP", address));
    }

    private String userPath(AgentSession agent) {
        return "User/"
                + segment(visits.of(agent).map(FinesseVisits.Visit::loginId).orElse(agent.username()));
    }

    private static String dialogPath(String id) {
        return "Dialog/" + segment(id);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private <T> T get(AgentSession agent, String path, Function<String, T> reader) {
        return http.get(agent, node(agent), path, reader);
    }

    private void put(AgentSession agent, String commandId, String path, String body) {
        http.command(agent, node(agent), "PUT", path, commandId, body);
    }

    private URI node(AgentSession agent) {
        return visits.of(agent)
                .map(FinesseVisits.Visit::node)
                .or(settings::url)
                .orElseThrow(() ->
                        new VendorException(Code.CHANNEL_NOT_CONFIGURED, FinesseSettings.PREFIX + "url is not set"));
    }
}

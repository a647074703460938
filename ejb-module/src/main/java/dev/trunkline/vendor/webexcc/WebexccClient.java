package dev.trunkline.vendor.webexcc;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.oauth.AccessTokens;
import dev.trunkline.vendor.webexcc.WebexccHttp.Ask;
import dev.trunkline.vendor.webexcc.wire.Ani;
import dev.trunkline.vendor.webexcc.wire.AuxCode;
import dev.trunkline.vendor.webexcc.wire.Profile;
import dev.trunkline.vendor.webexcc.wire.Subscription;
import dev.trunkline.vendor.webexcc.wire.User;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Every REST request to Webex Contact Center, with the token of the agent it is for. An answer says only that it was taken (sheet 1). What
 * others call is public, because they hold a proxy of it.
 */
@ApplicationScoped
public class WebexccClient {
    private static final String AGENTS = "/v1/agents/";
    private static final String TASKS = "/v1/tasks";
    private static final String PAGE = "page=%d&pageSize=100";
    private static final int MOST_PAGES = 20;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_FOUND = 404;

    private WebexccSettings settings;
    private WebexccHttp http;
    private WebexccDirectory directory;

    /** For the container. */
    public WebexccClient() {}

    WebexccClient(WebexccSettings settings) {
        use(settings);
    }

    @PostConstruct
    void readSettings() {
        use(WebexccSettings.configured());
    }

    private void use(WebexccSettings configured) {
        settings = configured;
        http = new WebexccHttp(configured);
        directory = new WebexccDirectory(this, configured.configFor(), System::nanoTime);
    }

    public WebexccSettings settings() {
        return settings;
    }

    public AccessTokens tokens() {
        return http.tokens();
    }

    public HttpClient http() {
        return http.http();
    }

    /** What is the same for many agents, read once. */
    public WebexccDirectory directory() {
        return directory;
    }

    // ---- the agent's session

    /** Not pressing: whoever comes back after an outage lets those who are on calls go first. */
    public Subscription subscribe(AgentSession agent) {
        String body = WebexccBody.subscription(settings);
        return read(
                http.send(agent, new Ask(Priority.READ, "POST", "/v1/notification/subscribe", body)),
                WebexccAnswers::subscription);
    }

    /** How everything stands is told by events (sheet 5.5). */
    public void reload(AgentSession agent) {
        http.send(agent, new Ask(Priority.READ, "POST", AGENTS + "reload", "{}"));
    }

    public void login(AgentSession agent, String body) {
        control(agent, "POST", AGENTS + "login", body);
    }

    /** Sources differ in the method (sheet 2.4). */
    public void logout(AgentSession agent, String reason) {
        String body = WebexccBody.logout(reason);
        try {
            control(agent, "PUT", AGENTS + "logout", body);
        } catch (VendorException refused) {
            int status = WebexccErrorMapper.status(refused);
            if (status != NOT_FOUND && status != METHOD_NOT_ALLOWED) {
                throw refused;
            }
            control(agent, "POST", AGENTS + "logout", body);
        }
    }

    public void setState(AgentSession agent, String body) {
        control(agent, "PUT", AGENTS + "session/state", body);
    }

    /** Who they are is told by an event. */
    public void buddies(AgentSession agent, String profileId) {
        control(agent, "POST", AGENTS + "buddyList", WebexccBody.buddies(profileId));
    }

    // ---- calls

    /** @return id of the contact, or {@code ""} if the answer does not say it */
    public String dial(AgentSession agent, String body) {
        return WebexccAnswers.task(http.send(agent, new Ask(Priority.DIAL, "POST", TASKS, body)));
    }

    /** @param action below the task, for example {@code hold} */
    public void task(AgentSession agent, String id, String action, String body) {
        control(agent, "POST", TASKS + "/" + segment(id) + "/" + action, body);
    }

    public void setAttributes(AgentSession agent, String id, Map<String, String> attributes) {
        control(agent, "PATCH", TASKS + "/" + segment(id), WebexccBody.attributes(attributes));
    }

    // ---- callbacks

    /** @return id of it */
    public String schedule(AgentSession agent, String body) {
        return read(http.send(agent, Ask.control("POST", callbacks(agent), body)), WebexccAnswers::callback);
    }

    public void reschedule(AgentSession agent, String callback, String body) {
        control(agent, "PUT", callbacks(agent) + "/" + segment(callback), body);
    }

    public void cancelCallback(AgentSession agent, String callback) {
        control(agent, "DELETE", callbacks(agent) + "/" + segment(callback), "");
    }

    private String callbacks(AgentSession agent) {
        return "/v1/callbacks/organization/" + segment(organisation(agent)) + "/scheduled-callback";
    }

    // ---- what is configured

    /** From the token (sheet 2.1). */
    public String organisation(AgentSession agent) {
        String organisation = WebexccToken.organisation(tokens().access(agent));
        if (organisation.isEmpty()) {
            throw new VendorException(Code.PLATFORM_REJECTED, "the token does not say of which organisation it is");
        }
        return organisation;
    }

    public User user(AgentSession agent, String agentId) {
        return get(agent, "/user/by-ci-user-id/" + segment(agentId), WebexccAnswers::user);
    }

    public Profile profile(AgentSession agent, String id) {
        return get(agent, "/agent-profile/" + segment(id), WebexccAnswers::profile);
    }

    public List<Ani> anis(AgentSession agent, String listId) {
        return paged(agent, "/v2/outdial-ani/" + segment(listId) + "/entry?" + PAGE, WebexccAnswers::anis);
    }

    public List<AuxCode> auxCodes(AgentSession agent) {
        return paged(
                agent,
                "/v2/auxiliary-code?" + PAGE + "&attributes=id,isSystemCode,name,defaultCode,workTypeCode,active",
                WebexccAnswers::auxCodes);
    }

    private <T> List<T> paged(AgentSession agent, String path, Function<String, List<T>> reader) {
        List<T> all = new ArrayList<>();
        long pages = 1;
        for (int page = 0; page < pages && page < MOST_PAGES; page++) {
            String answer = asked(agent, path.replace("page=%d", "page=" + page));
            all.addAll(read(answer, reader));
            pages = read(answer, WebexccAnswers::pages);
        }
        return all;
    }

    private <T> T get(AgentSession agent, String path, Function<String, T> reader) {
        return read(asked(agent, path), reader);
    }

    private String asked(AgentSession agent, String path) {
        return http.send(agent, Ask.read("/organization/" + segment(organisation(agent)) + path));
    }

    private void control(AgentSession agent, String method, String path, String body) {
        http.send(agent, Ask.control(method, path, body));
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T> T read(String answer, Function<String, T> reader) {
        try {
            return reader.apply(answer);
        } catch (IllegalArgumentException e) {
            throw WebexccErrorMapper.unreadable(200, e);
        }
    }
}

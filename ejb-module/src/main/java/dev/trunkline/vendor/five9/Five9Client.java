package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.JsonParts;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.TextSocket;
import dev.trunkline.vendor.five9.Five9Http.Ask;
import dev.trunkline.vendor.five9.wire.CallInfo;
import dev.trunkline.vendor.five9.wire.Callback;
import dev.trunkline.vendor.five9.wire.Campaign;
import dev.trunkline.vendor.five9.wire.Disposition;
import dev.trunkline.vendor.five9.wire.Notice;
import dev.trunkline.vendor.five9.wire.Presence;
import dev.trunkline.vendor.five9.wire.Reason;
import dev.trunkline.vendor.five9.wire.Station;
import dev.trunkline.vendor.five9.wire.Variable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every request to Five9, in the session of the agent it is for. An answer says only that it was taken (sheet 4). What others call is public,
 * because they hold a proxy of it.
 */
@ApplicationScoped
public class Five9Client {
    private static final String AGENT = "/agents/{agent}";
    private static final String CALLS = AGENT + "/interactions/calls";
    private static final String CALLBACKS = AGENT + "/callbacks";

    private Five9Settings settings;
    private Five9Http http;
    private Five9Lines lines;

    /** For the container. */
    public Five9Client() {}

    Five9Client(Five9Settings settings) {
        use(settings);
    }

    @PostConstruct
    void readSettings() {
        use(Five9Settings.configured());
    }

    private void use(Five9Settings configured) {
        settings = configured;
        http = new Five9Http(configured);
        lines = new Five9Lines(http, configured);
    }

    @PreDestroy
    void close() {
        // nothing is kept open but the agents' own sockets, which their streams close
    }

    public Five9Settings settings() {
        return settings;
    }

    // ---- the log-in (sheet 2)

    /** Logged in, and it is known where. @return whether it is elsewhere than before */
    public boolean locate(AgentSession agent) {
        return http.locate(agent);
    }

    /** Whether the password is good: his session, if he has one, goes on. */
    public void verify(AgentSession agent) {
        http.verify(agent);
    }

    /** The next request logs in again. */
    public void endLogIn(AgentSession agent) {
        http.session(agent).end();
    }

    /** His log-in is of no use any more. */
    public void leave(AgentSession agent) {
        http.leave(agent);
    }

    /** Told when the platform says that the agent's organisation is served elsewhere. */
    public void whenMoved(AgentSession agent, Runnable told) {
        http.session(agent).whenMoved(told);
    }

    public String userId(AgentSession agent) {
        return Five9Http.place(http.session(agent)).login().userId();
    }

    public String logInState(AgentSession agent) {
        return get(agent, AGENT + "/login_state", Five9Json::word);
    }

    public void startSession(AgentSession agent, String body, boolean force) {
        http.send(agent, Ask.put(AGENT + "/session_start" + (force ? "?force=true" : ""), body));
    }

    public void restartSession(AgentSession agent) {
        http.send(agent, Ask.put(AGENT + "/session_restart", ""));
    }

    public List<Notice> notices(AgentSession agent) {
        return get(agent, AGENT + "/maintenance_notices", Five9Json::notices);
    }

    public void acceptNotice(AgentSession agent, String notice) {
        http.send(agent, Ask.put(AGENT + "/maintenance_notices/" + segment(notice) + "/accept", ""));
    }

    /** All of the agent's. */
    public void activateSkills(AgentSession agent) {
        List<String> skills = get(agent, AGENT + "/skills", Five9Json::ids);
        http.send(agent, Ask.put(AGENT + "/active_skills", Five9Body.ids(skills)));
    }

    public void stopSession(AgentSession agent) {
        http.send(agent, Ask.put(AGENT + "/session_stop", ""));
    }

    public void logOut(AgentSession agent) {
        http.send(agent, Ask.once("POST", "/auth/logout", ""));
    }

    // ---- the agent (sheet 2.4, 2.5)

    public Station station(AgentSession agent) {
        return get(agent, AGENT + "/station", Five9Json::station);
    }

    public void restartStation(AgentSession agent) {
        http.send(agent, Ask.put(AGENT + "/station/restart", Five9Body.nothing()));
    }

    public Presence presence(AgentSession agent) {
        return get(agent, AGENT + "/presence", Five9Json::presence);
    }

    public void choose(AgentSession agent, String body) {
        work(agent, Ask.put(AGENT + "/presence", body));
    }

    public List<Reason> notReadyReasons(AgentSession agent) {
        return get(agent, "/orgs/{org}/not_ready_reason_codes", Five9Json::reasons);
    }

    public List<Reason> logOutReasons(AgentSession agent) {
        return get(agent, "/orgs/{org}/logout_reason_codes", Five9Json::reasons);
    }

    // ---- campaigns and variables (sheet 3.1, 3.4, 4)

    public List<String> campaignIds(AgentSession agent) {
        return get(agent, AGENT + "/campaigns_config", Five9Json::campaignIds);
    }

    public Campaign campaign(AgentSession agent, String id) {
        return get(agent, "/orgs/{org}/campaigns/" + segment(id), Five9Json::campaign);
    }

    /** Outcomes that a call of that campaign may be given; of none, if it is empty. */
    public List<Disposition> dispositions(AgentSession agent, String campaign) {
        String path = campaign.isEmpty()
                ? "/orgs/{org}/no_campaign_dispositions"
                : "/orgs/{org}/campaigns/" + segment(campaign) + "/dispositions";
        return get(agent, path, Five9Json::dispositions);
    }

    public List<Variable> variables(AgentSession agent) {
        return get(agent, "/orgs/{org}/call_variables", Five9Json::variables);
    }

    /** Whoever may be transferred to. */
    public List<JsonObject> colleagues(AgentSession agent) {
        return get(agent, AGENT + "/transferable_agents", Five9Json::anything);
    }

    // ---- calls (sheet 3, 4)

    public List<CallInfo> calls(AgentSession agent) {
        return get(agent, CALLS, Five9Json::calls);
    }

    /** Sent once, whatever comes of it. @return the call's id, which the platform need not say */
    public Optional<String> dial(AgentSession agent, String body) {
        String answer = http.send(agent, Ask.dial(AGENT + "/interactions/make_external_call", body));
        return Five9Json.callId(answer);
    }

    /** What does no harm when it is done twice. */
    public void operate(AgentSession agent, String call, String action, String body) {
        work(agent, Ask.put(path(call, action), body));
    }

    /** What calls somebody, or hands over. */
    public void operateOnce(AgentSession agent, String method, String call, String action, String body) {
        http.send(agent, Ask.once(method, path(call, action), body));
    }

    private static String path(String call, String action) {
        return CALLS + "/" + segment(call) + "/" + action;
    }

    /** As {@link Ask#put}; where the log-in first must go on (sheet 2.3), it does, and the request is sent once more. */
    private void work(AgentSession agent, Ask ask) {
        try {
            http.send(agent, ask);
        } catch (VendorException refused) {
            if (!Five9ErrorMapper.wrongLogInState(refused)) {
                throw refused;
            }
            Five9SignOn.goOn(this, agent, false);
            http.send(agent, ask);
        }
    }

    // ---- callbacks (sheet 4.2)

    public List<Callback> callbacks(AgentSession agent) {
        return get(agent, CALLBACKS, Five9Json::callbacks);
    }

    /** @return its id, if the answer says it */
    public Optional<String> schedule(AgentSession agent, String body) {
        String answer = http.send(agent, Ask.once("POST", CALLBACKS, body));
        return answer.stripLeading().startsWith("{")
                ? Optional.of(read(answer, text -> Five9Json.callback(JsonParts.object(text)))
                                .id())
                        .filter(id -> !id.isEmpty())
                : Optional.empty();
    }

    public void reschedule(AgentSession agent, String callback, String body) {
        work(agent, Ask.put(CALLBACKS + "/" + segment(callback), body));
    }

    public void cancelCallback(AgentSession agent, String callback) {
        http.send(agent, Ask.once("DELETE", CALLBACKS + "/" + segment(callback), ""));
    }

    // ---- where it tells

    /** Blocks until the platform has greeted. */
    public TextSocket listen(AgentSession agent, TextSocket.Ears ears) {
        return lines.open(agent, ears);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private <T> T get(AgentSession agent, String path, Function<String, T> reader) {
        return read(http.send(agent, Ask.read(path)), reader);
    }

    private static <T> T read(String answer, Function<String, T> reader) {
        try {
            return reader.apply(answer);
        } catch (IllegalArgumentException e) {
            throw Five9ErrorMapper.unreadable(e);
        }
    }
}

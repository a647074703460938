package dev.trunkline.vendor.gws;

import dev.trunkline.model.AgentSession;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.gws.GwsHttp.Ask;
import dev.trunkline.vendor.gws.wire.AgentState;
import dev.trunkline.vendor.gws.wire.Answer;
import dev.trunkline.vendor.gws.wire.Device;
import dev.trunkline.vendor.gws.wire.User;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Every request to Genesys Web Services, in the session of the agent it is for. An answer says only that it was taken (sheet 4.1). What others
 * call is public, because they hold a proxy of it.
 */
@ApplicationScoped
public class GwsClient {
    private static final String ME = "/api/v2/me";

    private final GwsRepeats services = new GwsRepeats(System::nanoTime);
    private GwsSettings settings;
    private GwsHttp http;
    private GwsCometd cometd;

    /** For the container. */
    public GwsClient() {}

    GwsClient(GwsSettings settings) {
        use(settings);
    }

    @PostConstruct
    void readSettings() {
        use(GwsSettings.configured());
    }

    private void use(GwsSettings configured) {
        settings = configured;
        http = new GwsHttp(configured);
        cometd = new GwsCometd(configured, http::tls);
    }

    @PreDestroy
    void close() {
        cometd.close();
    }

    public GwsSettings settings() {
        return settings;
    }

    // ---- who and what there is

    /** All in one (sheet 5.6). */
    public User me(AgentSession agent) {
        return get(agent, ME + "?subresources=features,devices,channels,calls", GwsJson::user);
    }

    /** Where the first answer leaves them out. */
    public List<Device> devices(AgentSession agent) {
        return get(agent, ME + "/devices?fields=*", GwsJson::devices);
    }

    /** Each as JSON text. */
    public List<String> calls(AgentSession agent) {
        return get(agent, ME + "/calls?fields=*", GwsJson::calls);
    }

    public List<AgentState> agentStates(AgentSession agent) {
        return get(agent, "/api/v2/settings/agent-states?fields=*", GwsJson::agentStates);
    }

    /** Whether the password is good: his session, if he has one, goes on. */
    public void verify(AgentSession agent) {
        http.verify(agent);
    }

    // ---- what is to be done

    /** @return what came of it for each channel */
    public Answer start(AgentSession agent, String body) {
        return read(http.send(agent, Ask.control(ME, body)), GwsJson::answer);
    }

    public void end(AgentSession agent) {
        http.send(agent, Ask.control(ME, GwsBody.operation("EndContactCenterSession")));
    }

    public void choose(AgentSession agent, String operation) {
        http.send(agent, Ask.control(ME + "/channels/voice", GwsBody.operation(operation)));
    }

    public void dial(AgentSession agent, String device, String body) {
        try {
            http.send(agent, new Ask(Priority.DIAL, "POST", ME + "/devices/" + segment(device) + "/calls", body));
        } catch (VendorException refused) {
            throw GwsErrorMapper.ofNumber(refused, settings.invalidNumberWords());
        }
    }

    /** An operation on a call. */
    public void operate(AgentSession agent, String call, String body) {
        http.send(agent, Ask.control(ME + "/calls/" + segment(call), body));
    }

    /** Full address of a call, where the platform wants one. */
    public String callUri(String call) {
        return http.url() + ME + "/calls/" + segment(call);
    }

    // ---- where it tells

    /** Begins to listen; returns at once. */
    public GwsListening listen(AgentSession agent, GwsListening.Ears ears) {
        return GwsListening.begin(cometd, http.url() + "/api/v2/notifications", http.session(agent), ears);
    }

    /** Whether nobody has heard that yet: each agent is told of the platform's services. */
    public boolean serviceNews(String change) {
        return services.news(change);
    }

    /** His session is of no use any more. */
    public void leave(AgentSession agent) {
        http.leave(agent);
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
            throw GwsErrorMapper.unreadable(200, e);
        }
    }
}

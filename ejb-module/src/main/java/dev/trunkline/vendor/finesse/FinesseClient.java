package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.finesse.wire.ApiError;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.LabelledReason;
import dev.trunkline.vendor.finesse.wire.SystemInfo;
import dev.trunkline.vendor.finesse.wire.User;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private Optional<Transport> transport = Optional.empty();

    /** What all agents share. */
    /** Sheet 7: no limit is documented. */
    private static final RateBudget BUDGET = RateBudget.UNLIMITED;

    private record Transport(SSLContext tls, HttpClient http) {}

    /** For the container. */
    public FinesseClient() {}

    FinesseClient(FinesseSettings settings) {
        this.settings = settings;
    }

    @PostConstruct
    void readSettings() {
        settings = FinesseSettings.configured();
    }

    /** Not before it is needed, and tried again: the trust store may come later than we do, as in the demo. */
    private synchronized Transport transport() {
        Transport ready = transport.orElseGet(this::open);
        transport = Optional.of(ready);
        return ready;
    }

    private Transport open() {
        SSLContext tls = FinesseTls.context(settings);
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .sslContext(tls)
                .followRedirects(HttpClient.Redirect.NEVER) // a redirect is a wrong URL: no password goes after it
                .build();
        return new Transport(tls, http);
    }

    public FinesseSettings settings() {
        return settings;
    }

    public SSLContext tls() {
        return transport().tls();
    }

    /** What that node says of itself; the agent need not be settled anywhere. */
    public SystemInfo systemInfo(AgentSession agent, URI node) {
        HttpRequest request = request(agent, node, "SystemInfo").GET().build();
        return read(send(agent, node, request), FinesseXml::systemInfo);
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

    public User user(AgentSession agent) {
        return get(agent, userPath(agent), FinesseXml::user);
    }

    public List<Dialog> dialogs(AgentSession agent) {
        return get(agent, userPath(agent) + "/Dialogs", FinesseXml::dialogs);
    }

    /** Empty if Finesse no longer has it. */
    public Optional<Dialog> dialog(AgentSession agent, String id) {
        try {
            return Optional.of(get(agent, dialogPath(id), FinesseXml::dialog));
        } catch (VendorException e) {
            if (e.code() == Code.CALL_NOT_FOUND) {
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

    public void signIn(AgentSession agent, String commandId) {
        put(agent, commandId, userPath(agent), FinesseBody.signIn(agent.extension()));
    }

    public void changeState(AgentSession agent, String commandId, String state, String reasonCodeId) {
        put(agent, commandId, userPath(agent), FinesseBody.state(state, reasonCodeId));
    }

    public void makeCall(AgentSession agent, String commandId, String toAddress, Map<String, String> variables) {
        String body = FinesseBody.makeCall(agent.extension(), toAddress, variables);
        command(agent, "POST", commandId, userPath(agent) + "/Dialogs", body);
    }

    public void act(AgentSession agent, String commandId, String dialogId, String action) {
        put(agent, commandId, dialogPath(dialogId), FinesseBody.action(action, agent.extension()));
    }

    public void setWrapUpReason(AgentSession agent, String commandId, String dialogId, String label) {
        put(agent, commandId, dialogPath(dialogId), FinesseBody.wrapUpReason(label, agent.extension()));
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
        URI node = node(agent);
        return read(send(agent, node, request(agent, node, path).GET().build()), reader);
    }

    private void put(AgentSession agent, String commandId, String path, String body) {
        command(agent, "PUT", commandId, path, body);
    }

    private void command(AgentSession agent, String method, String commandId, String path, String body) {
        URI node = node(agent);
        HttpRequest request = request(agent, node, path)
                .header("Content-Type", "application/xml")
                .header("requestId", commandId)
                .method(method, BodyPublishers.ofString(body))
                .build();
        send(agent, node, request);
    }

    private URI node(AgentSession agent) {
        return visits.of(agent)
                .map(FinesseVisits.Visit::node)
                .or(settings::url)
                .orElseThrow(() ->
                        new VendorException(Code.CHANNEL_NOT_CONFIGURED, FinesseSettings.PREFIX + "url is not set"));
    }

    private HttpRequest.Builder request(AgentSession agent, URI node, String path) {
        String user = agent.username() + ":" + agent.credential().reveal();
        String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve("/finesse/api/" + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept", "application/xml");
        if (!"https".equals(node.getScheme())) {
            request.version(HttpClient.Version.HTTP_1_1); // without TLS there is nothing to agree on HTTP/2 with
        }
        visits.of(agent)
                .filter(visit -> visit.node().equals(node) && !visit.cookie().isEmpty())
                .ifPresent(visit -> request.header("Cookie", visit.cookie()));
        return request;
    }

    private HttpResponse<String> send(AgentSession agent, URI node, HttpRequest request) {
        BUDGET.take(priority(request));
        HttpResponse<String> response = answer(transport().http().sendAsync(request, BodyHandlers.ofString()));
        response.headers().allValues("Set-Cookie").forEach(cookie -> visits.keepCookie(agent, node, cookie));
        if (response.statusCode() / 100 != 2) {
            Optional<String> retryAfter = response.headers().firstValue("Retry-After");
            throw FinesseErrorMapper.answered(response.statusCode(), errors(response.body()), retryAfter);
        }
        return response;
    }

    private static Priority priority(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> Priority.READ;
            case "POST" -> Priority.DIAL;
            default -> Priority.CONTROL;
        };
    }

    /** With a limit on the whole answer: the request's own time-out ends with its first byte. */
    private HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> coming) {
        try {
            return coming.get(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw FinesseErrorMapper.unanswered(new HttpTimeoutException("no answer in time"));
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw FinesseErrorMapper.unanswered(new IOException("interrupted", e));
        } catch (ExecutionException e) {
            throw FinesseErrorMapper.unanswered(
                    e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause()));
        }
    }

    private static <T> T read(HttpResponse<String> response, Function<String, T> reader) {
        try {
            return reader.apply(response.body());
        } catch (IllegalArgumentException e) {
            throw FinesseErrorMapper.unreadable(response.statusCode(), e);
        }
    }

    /** Not every refusal has a body that can be read: a proxy in between answers HTML. */
    private static List<ApiError> errors(String body) {
        try {
            return body.isBlank() ? List.of() : FinesseXml.errors(body);
        } catch (IllegalArgumentException notFinesse) {
            return List.of();
        }
    }
}

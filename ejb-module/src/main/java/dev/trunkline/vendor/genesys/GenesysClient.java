package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.JsonParts;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.oauth.AccessTokens;
import dev.trunkline.port.oauth.Grant;
import dev.trunkline.vendor.genesys.GenesysHttp.Ask;
import dev.trunkline.vendor.genesys.wire.Channel;
import dev.trunkline.vendor.genesys.wire.Conversation;
import dev.trunkline.vendor.genesys.wire.Definition;
import dev.trunkline.vendor.genesys.wire.Station;
import dev.trunkline.vendor.genesys.wire.User;
import dev.trunkline.vendor.genesys.wire.WrapUpCode;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every REST request to Genesys Cloud, with the token of the agent it is for. An answer says only that it was taken (sheet 4). What others
 * call is public, because they hold a proxy of it.
 */
@ApplicationScoped
public class GenesysClient {
    private static final String CALLS = "/api/v2/conversations/calls/";

    private GenesysSettings settings;
    private GenesysHttp http;
    private final GenesysDefinitions definitions = new GenesysDefinitions(System::nanoTime);

    /** For the container. */
    public GenesysClient() {}

    GenesysClient(GenesysSettings settings) {
        use(settings);
    }

    @PostConstruct
    void readSettings() {
        use(GenesysSettings.configured());
    }

    private void use(GenesysSettings configured) {
        settings = configured;
        http = new GenesysHttp(configured);
    }

    public GenesysSettings settings() {
        return settings;
    }

    public AccessTokens tokens() {
        return http.tokens();
    }

    public HttpClient http() {
        return http.http();
    }

    // ---- who and where

    public User me(AgentSession agent) {
        return get(agent, "/api/v2/users/me?expand=presence&expand=routingStatus&expand=station", GenesysJson::user);
    }

    /** As they were read when an agent signed on. */
    public List<Definition> definitions(AgentSession agent) {
        return definitions.known(agent.key().tenant(), () -> askedDefinitions(agent));
    }

    /** Asked for once an agent signs on, so that a change is seen without a restart. */
    public List<Definition> freshDefinitions(AgentSession agent) {
        return definitions.fresh(agent.key().tenant(), () -> askedDefinitions(agent));
    }

    private List<Definition> askedDefinitions(AgentSession agent) {
        return get(organisation(agent), "/api/v2/presence/definitions?pageSize=500", GenesysJson::definitions);
    }

    /** Who asks for what belongs to nobody (sheet 2.3): the organisation itself where it can, so that no agent's budget pays for it. */
    private AgentSession organisation(AgentSession agent) {
        return settings.serviceClientId().isEmpty()
                ? agent
                : new AgentSession(
                        new AgentKey(agent.key().tenant(), ""),
                        agent.vendor(),
                        settings.serviceClientId(),
                        "",
                        "",
                        Grant.ORGANISATION);
    }

    public List<Station> stations(AgentSession agent, String name) {
        return get(agent, "/api/v2/stations?userSelectable=true&name=" + encoded(name), GenesysJson::stations);
    }

    public void associate(AgentSession agent, String stationId) {
        control(agent, "PUT", "/api/v2/users/stations/me/associatedstation/" + segment(stationId), "");
    }

    public void releaseStation(AgentSession agent) {
        control(agent, "DELETE", "/api/v2/users/stations/me/associatedstation", "");
    }

    public void setPresence(AgentSession agent, String userId, String definitionId) {
        control(
                agent,
                "PATCH",
                "/api/v2/users/" + segment(userId) + "/presences/purecloud",
                GenesysBody.presence(definitionId));
    }

    // ---- what there is

    /** Active ones of this agent, flat. */
    public List<Conversation> calls(AgentSession agent) {
        return get(agent, "/api/v2/conversations/calls", GenesysJson::conversations);
    }

    /** Flat; ended ones can still be read (sheet 5.5). Empty if the platform has none such. */
    public Optional<Conversation> call(AgentSession agent, String id) {
        return found(agent, CALLS + segment(id));
    }

    /** Nested: with causes and communication ids. */
    public Optional<Conversation> nested(AgentSession agent, String id) {
        return found(agent, "/api/v2/conversations/" + segment(id));
    }

    private Optional<Conversation> found(AgentSession agent, String path) {
        try {
            return Optional.of(get(agent, path, GenesysJson::conversation));
        } catch (VendorException e) {
            if (e.code() == Code.CALL_NOT_FOUND || e.code() == Code.FORBIDDEN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public List<WrapUpCode> wrapUpCodes(AgentSession agent, String conversation, String participant) {
        return get(agent, participant(conversation, participant) + "/wrapupcodes", GenesysJson::wrapUpCodes);
    }

    /** Of a queue: what its calls may end with. */
    public List<WrapUpCode> wrapUpCodes(AgentSession agent, String queue) {
        return get(
                organisation(agent),
                "/api/v2/routing/queues/" + segment(queue) + "/wrapupcodes?pageSize=100",
                GenesysJson::wrapUpCodes);
    }

    // ---- what is to be done

    /** @return id of the conversation */
    public String dial(AgentSession agent, String body) {
        String answer = http.send(agent, new Ask(Priority.DIAL, "POST", "/api/v2/conversations/calls", body));
        return read(answer, GenesysJson::conversation).id();
    }

    /** Sets something of a participant's call. */
    public void update(AgentSession agent, String conversation, String participant, String body) {
        control(agent, "PATCH", participant(conversation, participant), body);
    }

    public void setAttributes(AgentSession agent, String conversation, String participant, Map<String, String> all) {
        control(agent, "PATCH", participant(conversation, participant) + "/attributes", GenesysBody.attributes(all));
    }

    public void sendDigits(AgentSession agent, String conversation, String participant, String digits) {
        control(agent, "POST", plain(conversation, participant) + "/digits", GenesysBody.of("digits", digits));
    }

    /** @param to below the own participant: {@code transfer}, {@code replace/agent}, {@code replace/queue} */
    public void transfer(AgentSession agent, String conversation, String participant, String to, String body) {
        control(agent, "POST", plain(conversation, participant) + "/" + to, body);
    }

    /**
     * @param to below the far participant: {@code voice/consult}, {@code consult/agent}, {@code consult/queue}
     * @return the participant who is consulted, or {@code ""} if the platform did not say
     */
    public String consult(AgentSession agent, String conversation, String participant, String to, String body) {
        String answer = http.send(agent, Ask.control("POST", participant(conversation, participant) + "/" + to, body));
        return answer.isBlank()
                ? ""
                : read(answer, text -> JsonParts.text(JsonParts.object(text), "destinationParticipantId"));
    }

    public void speakTo(AgentSession agent, String conversation, String participant, String whom) {
        control(agent, "PATCH", participant(conversation, participant) + "/consult", GenesysBody.of("speakTo", whom));
    }

    public void cancelConsult(AgentSession agent, String conversation, String participant) {
        control(agent, "DELETE", participant(conversation, participant) + "/consult", "");
    }

    public void wrapUp(AgentSession agent, String conversation, String participant, String call, String body) {
        control(
                agent,
                "POST",
                participant(conversation, participant) + "/communications/" + segment(call) + "/wrapup",
                body);
    }

    /** @return id of the callback's own conversation, or {@code ""} if the platform did not say */
    public String schedule(AgentSession agent, String conversation, String participant, String body) {
        String answer = http.send(agent, Ask.control("POST", plain(conversation, participant) + "/callbacks", body));
        return read(answer, text -> JsonParts.text(JsonParts.child(JsonParts.object(text), "conversation"), "id"));
    }

    public void cancelCallback(AgentSession agent, String callback) {
        control(
                agent,
                "PATCH",
                "/api/v2/conversations/callbacks/" + segment(callback),
                GenesysBody.of("state", "disconnected"));
    }

    // ---- where it tells

    public Channel createChannel(AgentSession agent) {
        return read(
                http.send(agent, new Ask(Priority.CONTROL, "POST", "/api/v2/notifications/channels", "")),
                GenesysJson::channel);
    }

    public List<Channel> channels(AgentSession agent) {
        return get(agent, "/api/v2/notifications/channels?includechannels=oauthclient", GenesysJson::channels);
    }

    public List<String> subscriptions(AgentSession agent, Channel channel) {
        return get(agent, subscriptionsOf(channel), GenesysJson::topics);
    }

    /** Replaces the list, and by that renews it. @return the topics that were not refused */
    public List<String> subscribe(AgentSession agent, Channel channel, List<String> topics) {
        String answer = http.send(
                agent, Ask.control("PUT", subscriptionsOf(channel) + "?ignoreErrors=true", GenesysBody.topics(topics)));
        return read(answer, GenesysJson::permitted);
    }

    private static String subscriptionsOf(Channel channel) {
        return "/api/v2/notifications/channels/" + segment(channel.id()) + "/subscriptions";
    }

    private static String participant(String conversation, String participant) {
        return CALLS + segment(conversation) + "/participants/" + segment(participant);
    }

    private static String plain(String conversation, String participant) {
        return "/api/v2/conversations/" + segment(conversation) + "/participants/" + segment(participant);
    }

    private static String segment(String text) {
        return encoded(text).replace("+", "%20");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void control(AgentSession agent, String method, String path, String body) {
        http.send(agent, Ask.control(method, path, body));
    }

    private <T> T get(AgentSession agent, String path, Function<String, T> reader) {
        return read(http.send(agent, Ask.read(path)), reader);
    }

    private static <T> T read(String answer, Function<String, T> reader) {
        try {
            return reader.apply(answer);
        } catch (IllegalArgumentException e) {
            throw GenesysErrorMapper.unreadable(200, e);
        }
    }
}

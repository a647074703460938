package dev.trunkline.simulator.genesys.rest;

import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Times;
import dev.trunkline.simulator.genesys.stream.Channel;
import dev.trunkline.simulator.genesys.stream.Channels;
import dev.trunkline.simulator.genesys.stream.Channels.Manner;
import dev.trunkline.simulator.genesys.stream.Channels.Subscription;
import dev.trunkline.simulator.genesys.stream.Topics;
import dev.trunkline.simulator.web.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** The REST part of the notification service (sheet 5.1). */
final class ChannelRoutes {
    private static final String SCOPE = "notifications";
    private static final String SUBSCRIPTIONS = "notifications/channels/{channel}/subscriptions";

    private final Channels channels;
    private final IntSupplier port;

    ChannelRoutes(Channels channels, IntSupplier port) {
        this.channels = channels;
        this.port = port;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST notifications/channels", SCOPE, this::create),
                Route.of("GET notifications/channels", "notifications:readonly", this::list),
                Route.of("HEAD notifications/channels/{channel}", "notifications:readonly", this::exists),
                Route.of("GET " + SUBSCRIPTIONS, "notifications:readonly", this::subscriptions),
                Route.of("PUT " + SUBSCRIPTIONS, SCOPE, asked -> subscribe(asked, true)),
                Route.of("POST " + SUBSCRIPTIONS, SCOPE, asked -> subscribe(asked, false)),
                Route.of("DELETE " + SUBSCRIPTIONS, SCOPE, this::clear),
                Route.of("GET notifications/availabletopics", "notifications:readonly", this::topics));
    }

    private Answer create(Asked asked) {
        return Answers.ok(form(channels.create(asked.token()), asked));
    }

    private Map<String, Object> form(Channel channel, Asked asked) {
        Map<String, Object> form = new LinkedHashMap<>();
        String scheme = asked.received().secure() ? "wss://" : "ws://";
        form.put("connectUri", scheme + asked.received().host() + ":" + port.getAsInt() + "/channels/" + channel.id());
        form.put("id", channel.id());
        form.put("expires", Times.text(channel.expires()));
        return form;
    }

    /** {@code includechannels=token} are those of this very token, else those of its user and client. */
    private Answer list(Asked asked) {
        boolean ofClient = asked.query().get("includechannels").equals("oauthclient");
        return Answers.entities(channels.of(asked.token()).stream()
                .filter(channel ->
                        ofClient || channel.token().text().equals(asked.token().text()))
                .map(channel -> form(channel, asked))
                .toList());
    }

    private Channel channel(Asked asked) {
        String id = asked.path("channel");
        return channels.find(id)
                .filter(channel -> channel.token().agent().equals(asked.token().agent()))
                .orElseThrow(() -> new ApiErrorException(404, "entity.not.found", "Channel " + id + " was not found."));
    }

    private Answer exists(Asked asked) {
        channel(asked);
        return Answer.empty(200);
    }

    private Answer subscriptions(Asked asked) {
        return Answers.ok(Map.of(
                "entities",
                channel(asked).topics().stream()
                        .map(topic -> form(new Subscription(topic, "")))
                        .toList()));
    }

    /** The body is a bare array. */
    private Answer subscribe(Asked asked, boolean replace) {
        Channel channel = channel(asked);
        List<String> topics = new ArrayList<>();
        Body body = asked.body();
        if (!body.json().isArray()) {
            throw ApiErrorException.badRequest("The body must be an array of topics.");
        }
        body.json().forEach(topic -> topics.add(new Body(topic).required("id")));
        boolean ignoreErrors = asked.query().get("ignoreErrors").equals("true");
        List<Subscription> results =
                channels.subscribe(channel, asked.token(), topics, new Manner(replace, ignoreErrors));
        return Answers.ok(
                Map.of("entities", results.stream().map(ChannelRoutes::form).toList()));
    }

    private static Map<String, Object> form(Subscription subscription) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", subscription.id());
        form.put("state", subscription.permitted() ? "Permitted" : "Rejected");
        if (!subscription.permitted()) {
            form.put("rejectionReason", subscription.rejection());
            form.put("missingPermissions", List.of());
        }
        form.put("selfUri", "/api/v2/notifications/availabletopics?id=" + subscription.id());
        return form;
    }

    private Answer clear(Asked asked) {
        Channel channel = channel(asked);
        channels.forget(channel, channel.topics());
        return Answer.empty(200);
    }

    private Answer topics(Asked asked) {
        return Answers.ok(Map.of(
                "entities",
                Topics.OF_USERS.stream()
                        .map(topic -> Map.of(
                                "id",
                                "v2.users.{id}." + topic,
                                "description",
                                topic,
                                "transports",
                                List.of("Websocket"),
                                "requiresCurrentUser",
                                topic.startsWith("conversations"),
                                "requiresCurrentUserOrPermission",
                                false,
                                "requiresPermissions",
                                List.of()))
                        .toList()));
    }
}

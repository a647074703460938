package dev.trunkline.vendor.genesys;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.TextSocket;
import dev.trunkline.vendor.genesys.wire.Channel;
import dev.trunkline.vendor.genesys.wire.Definition;
import dev.trunkline.vendor.genesys.wire.User;
import java.io.IOException;
import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A connection that is up: a channel that has the agent's subscriptions, and a WebSocket on it. */
record GenesysSignOn(TextSocket socket, Channel channel, User user, List<Definition> definitions) {
    /** So many of the channels that are left from before are looked at. */
    private static final int LOOKED_AT = 3;

    /**
     * Blocks until it is up.
     *
     * @param channels knows the one that this stream had, which lives for a day and keeps its subscriptions (sheet 5.5)
     */
    static GenesysSignOn connect(
            GenesysClient client, AgentSession agent, GenesysChannels channels, TextSocket.Ears ears) {
        User user = client.me(agent);
        List<Definition> definitions = client.freshDefinitions(agent);
        Channel channel = channels.last()
                .or(() -> channels.mayBeOld() ? left(client, agent, user) : Optional.empty())
                .filter(kept -> subscribed(client, agent, user, kept))
                .orElseGet(() -> made(client, agent, user));
        channels.chosen(channel);
        return new GenesysSignOn(opened(client, channel, ears), channel, user, definitions);
    }

    private static Channel made(GenesysClient client, AgentSession agent, User user) {
        Channel fresh = client.createChannel(agent);
        subscribe(client, agent, user, fresh);
        return fresh;
    }

    /** A socket on a channel, the first or another one: its id is the credential, there is no header (sheet 5.1). Blocks. */
    static TextSocket opened(GenesysClient client, Channel channel, TextSocket.Ears ears) {
        try {
            return TextSocket.open(
                    client.http(),
                    TextSocket.Address.of(
                            URI.create(channel.connectUri()), client.settings().connectTimeout()),
                    ears);
        } catch (IOException broken) {
            throw GenesysErrorMapper.link(broken);
        }
    }

    /** Of before a restart: one with exactly our subscriptions; another application's must not be taken from it. */
    private static Optional<Channel> left(GenesysClient client, AgentSession agent, User user) {
        if (!client.settings().reuseChannels()) {
            return Optional.empty();
        }
        Set<String> ours = topics(user);
        return channels(client, agent).stream()
                .sorted(Comparator.comparing(Channel::expires).reversed())
                .limit(LOOKED_AT)
                .filter(channel -> new HashSet<>(subscriptions(client, agent, channel)).equals(ours))
                .findFirst();
    }

    /** Whoever may not list them makes a new one. */
    private static List<Channel> channels(GenesysClient client, AgentSession agent) {
        try {
            return client.channels(agent);
        } catch (VendorException refused) {
            if (refused.code() == Code.FORBIDDEN) {
                return List.of();
            }
            throw refused;
        }
    }

    private static List<String> subscriptions(GenesysClient client, AgentSession agent, Channel channel) {
        try {
            return client.subscriptions(agent, channel);
        } catch (VendorException gone) {
            return List.of();
        }
    }

    private static Set<String> topics(User user) {
        Set<String> topics = new HashSet<>();
        GenesysFrame.topics(user.id()).forEach(topic -> topics.add(topic.toLowerCase(Locale.ROOT)));
        return topics;
    }

    /** False if the platform no longer has the channel. */
    private static boolean subscribed(GenesysClient client, AgentSession agent, User user, Channel channel) {
        try {
            subscribe(client, agent, user, channel);
            return true;
        } catch (VendorException gone) {
            if (gone.code() == Code.CALL_NOT_FOUND || gone.code() == Code.PLATFORM_REJECTED) {
                return false;
            }
            throw gone;
        }
    }

    /** Also renews it. What a role may not hear is left out, but not the calls. */
    static void subscribe(GenesysClient client, AgentSession agent, User user, Channel channel) {
        List<String> permitted = client.subscribe(agent, channel, GenesysFrame.topics(user.id()));
        if (!permitted.contains(GenesysFrame.calls(user.id()))) {
            throw new VendorException(
                    Code.FORBIDDEN, "Genesys Cloud does not let this token hear of the agent's calls");
        }
    }
}

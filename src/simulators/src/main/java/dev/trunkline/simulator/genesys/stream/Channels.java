package dev.trunkline.simulator.genesys.stream;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.Told;
import dev.trunkline.simulator.genesys.centre.ApiErrorException;
import dev.trunkline.simulator.genesys.centre.Notifier;
import dev.trunkline.simulator.genesys.centre.Staff;
import dev.trunkline.simulator.genesys.centre.Timing;
import dev.trunkline.simulator.genesys.centre.User;
import dev.trunkline.simulator.genesys.login.Token;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** All channels, their sockets, and what goes out on them (sheet 5). On the lane, but for what a socket says. */
public final class Channels implements Notifier {
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 26;
    private static final int GOING_AWAY = 1001;

    private final StreamSettings settings;
    private final Lane lane;
    private final Faults faults;
    private final Timing timing;
    private final Topics topics;
    private final Conversing conversing = new Conversing(this);
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Audience audience;
    private final Told told;
    private long uses;

    public Channels(StreamSettings settings, Lane lane, Faults faults, Staff staff, Timing timing, Told told) {
        this.settings = settings;
        this.lane = lane;
        this.faults = faults;
        this.timing = timing;
        this.told = told;
        topics = new Topics(staff, settings);
        audience = new Audience(this::tell, lane, faults, timing);
    }

    // ---- for the API

    /** The one too many silently removes the least recently used, those without a socket first (sheet 5.5). */
    public Channel create(Token token) {
        List<Channel> own = of(token);
        if (own.size() >= settings.mostChannels()) {
            own.stream()
                    .min(Comparator.<Channel, Boolean>comparing(
                                    channel -> channel.socket().isPresent())
                            .thenComparing(Channel::lastUsed))
                    .ifPresent(this::remove);
        }
        StringBuilder id = new StringBuilder("streaming-3-");
        random.ints(LENGTH, 0, LETTERS.length()).forEach(at -> id.append(LETTERS.charAt(at)));
        Channel channel = new Channel(id.toString(), token, end(), ++uses);
        channels.put(channel.id(), channel);
        lane.after(settings.channelLife().plusMillis(1), () -> expire(channel));
        return channel;
    }

    private Instant end() {
        return Instant.now().plus(settings.channelLife());
    }

    /** Those of a user through one client. */
    public List<Channel> of(Token token) {
        return channels.values().stream()
                .filter(channel -> channel.agent().equals(token.agent())
                        && channel.token().clientId().equals(token.clientId()))
                .toList();
    }

    public Optional<Channel> find(String id) {
        return Optional.ofNullable(channels.get(id)).filter(Channel::good);
    }

    /** Checks the topics, all together or each for itself, and takes those that may be. */
    public List<Subscription> subscribe(Channel channel, Token token, List<String> wanted, Manner manner) {
        List<Subscription> results = new ArrayList<>();
        for (String topic : wanted) {
            results.add(subscription(topic, token, manner.ignoreErrors()));
        }
        List<String> good = results.stream()
                .filter(Subscription::permitted)
                .map(Subscription::id)
                .toList();
        int count = good.size() + (manner.replace() ? 0 : channel.topics().size());
        if (count > settings.mostTopics()) {
            throw new ApiErrorException(
                    400, "notification.subscription.too.many.subscriptions", "A channel has at most 1000 topics.");
        }
        if (manner.replace()) {
            forget(channel, channel.topics());
            channel.renew(end());
        }
        good.forEach(topic -> audience.join(channel, topic));
        channel.use(++uses);
        return results;
    }

    /** It hears nothing of these any more. */
    public void forget(Channel channel, Collection<String> some) {
        audience.leave(channel, some);
    }

    /** @param replace the list, or add to it @param ignoreErrors one bad topic does not spoil the rest */
    public record Manner(boolean replace, boolean ignoreErrors) {}

    /** What became of one topic. @param rejection empty if it was taken */
    public record Subscription(String id, String rejection) {
        public boolean permitted() {
            return rejection.isEmpty();
        }
    }

    private Subscription subscription(String topic, Token token, boolean ignoreErrors) {
        try {
            topics.check(topic, token);
            return new Subscription(topic, "");
        } catch (ApiErrorException e) {
            if (ignoreErrors) {
                return new Subscription(topic, e.code());
            }
            throw e;
        }
    }

    // ---- sockets

    /** Whether a socket is let in; a channel that is gone refuses the upgrade. From any thread. */
    public boolean admits(String channelId) {
        return lane.ask(() -> find(channelId)
                .filter(channel -> !faults.active("refuse-stream", channel.agent()))
                .isPresent());
    }

    public Object socket(String channelId) {
        return new ChannelSocket(channelId, this);
    }

    /** Only one socket a channel: the newer takes it over. */
    void opened(ChannelSocket socket) {
        lane.run(() -> {
            Optional<Channel> channel = find(socket.channelId());
            if (channel.isEmpty()) {
                socket.close(GOING_AWAY, "The channel is gone");
                return;
            }
            channel.get().socket().ifPresent(ChannelSocket::drop);
            channel.get().connect(socket);
            channel.get().use(++uses);
            lane.after(settings.heartbeat(), () -> beat(socket));
            watchIdle(socket);
        });
    }

    private void beat(ChannelSocket socket) {
        standing(socket).ifPresent(channel -> {
            if (!faults.active("no-heartbeat", channel.agent())) {
                send(channel, Frames.metadata("WebSocket Heartbeat"));
            }
            lane.after(settings.heartbeat(), () -> beat(socket));
        });
    }

    private void watchIdle(ChannelSocket socket) {
        if (!settings.idleClose().isZero()) {
            long seen = conversing.heard(socket);
            lane.after(settings.idleClose(), () -> standing(socket).ifPresent(channel -> {
                if (conversing.heard(socket) == seen) {
                    socket.close(GOING_AWAY, "Idle");
                } else {
                    watchIdle(socket);
                }
            }));
        }
    }

    private Optional<Channel> standing(ChannelSocket socket) {
        return Optional.ofNullable(channels.get(socket.channelId()))
                .filter(channel -> channel.socket().filter(socket::equals).isPresent());
    }

    void said(ChannelSocket socket, String text) {
        lane.run(() -> standing(socket).ifPresent(channel -> {
            if (!faults.active("half-open", channel.agent())) {
                conversing.said(channel, socket, text);
            }
        }));
    }

    void closed(ChannelSocket socket) {
        lane.run(() -> {
            conversing.forget(socket);
            Optional.ofNullable(channels.get(socket.channelId())).ifPresent(channel -> channel.disconnect(socket));
        });
    }

    /** Whatever it is, unless the wire is dead. */
    void send(Channel channel, String text) {
        if (!faults.active("half-open", channel.agent())) {
            channel.socket().ifPresent(socket -> socket.send(text));
        }
    }

    // ---- events

    /** What went to agents. */
    public Told told() {
        return told;
    }

    private void tell(Channel channel, String text) {
        told.add(channel.agent(), text);
        send(channel, text);
    }

    @Override
    public void event(User user, String topic, Supplier<Map<String, Object>> body, boolean disorderly) {
        audience.event("v2.users." + user.id() + "." + topic, body, disorderly);
    }

    // ---- what goes wrong

    @Override
    public void cut(User user) {
        cutAll(user.agent()::equals);
        faults.addFor(Fault.of("refuse-stream").onlyFor(user.agent()), timing.streamCut());
    }

    public void cutAll(Predicate<String> agents) {
        each(channel -> agents.test(channel.agent())).forEach(Channels::drop);
    }

    private static void drop(Channel channel) {
        channel.socket().ifPresent(ChannelSocket::drop);
    }

    private List<Channel> each(Predicate<Channel> which) {
        return channels.values().stream().filter(which).toList();
    }

    public void announceClosing(Predicate<String> agents) {
        each(channel -> agents.test(channel.agent()))
                .forEach(channel -> channel.socket().ifPresent(socket -> {
                    send(channel, Frames.system("socket_closing", channel, "maintenance"));
                    lane.after(settings.closeGrace(), () -> socket.close(GOING_AWAY, "Maintenance"));
                }));
    }

    public void evict(Predicate<String> agents) {
        each(channel -> agents.test(channel.agent())).forEach(this::remove);
    }

    public void say(Predicate<String> agents, String text) {
        each(channel -> agents.test(channel.agent())).forEach(channel -> send(channel, text));
    }

    /** The token of these channels is revoked. */
    public void revoked(Predicate<Token> tokens) {
        each(channel -> tokens.test(channel.token())).forEach(channel -> {
            send(channel, Frames.system("token_revoked", channel, "user_tokens_revoked"));
            if (settings.channelsEndWithToken()) {
                forget(channel, channel.topics());
                channels.remove(channel.id());
            }
        });
    }

    private void expire(Channel channel) {
        if (channels.get(channel.id()) != channel) {
            return;
        }
        if (channel.good()) {
            Duration left = Duration.between(Instant.now(), channel.expires()).plusMillis(1);
            lane.after(left, () -> expire(channel));
        } else {
            remove(channel);
        }
    }

    private void remove(Channel channel) {
        forget(channel, channel.topics());
        channels.remove(channel.id());
        channel.socket().ifPresent(socket -> socket.close(GOING_AWAY, "The channel is gone"));
    }

    public List<SessionEntry> sessions() {
        return lane.ask(() -> channels.values().stream()
                .flatMap(channel -> channel.socket().stream()
                        .map(socket ->
                                new SessionEntry(channel.agent(), channel.id(), "genesys", socket.connectedAt())))
                .toList());
    }
}

package dev.trunkline.simulator.genesys.stream;

import dev.trunkline.simulator.Disorder;
import dev.trunkline.simulator.Faults;
import dev.trunkline.simulator.Lane;
import dev.trunkline.simulator.genesys.centre.Timing;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Which channel hears which topic, and events on their way there, as orderly as they are to be (sheet 5.4, 9.2). On the lane. */
final class Audience {
    private static final Duration LATE = Duration.ofSeconds(1);

    private final BiConsumer<Channel, String> wire;
    private final Lane lane;
    private final Faults faults;
    private final Timing timing;
    private final Map<String, Set<Channel>> listening = new HashMap<>();
    private final Map<String, Disorder> disorders = new HashMap<>();

    /** @param wire takes one frame to a channel's socket */
    Audience(BiConsumer<Channel, String> wire, Lane lane, Faults faults, Timing timing) {
        this.wire = wire;
        this.lane = lane;
        this.faults = faults;
        this.timing = timing;
    }

    void join(Channel channel, String topic) {
        channel.topics().add(topic);
        listening
                .computeIfAbsent(Topics.key(topic), any -> new LinkedHashSet<>())
                .add(channel);
    }

    void leave(Channel channel, Collection<String> topics) {
        List<String> keys = topics.stream().map(Topics::key).toList();
        for (String key : keys) {
            listening.getOrDefault(key, Set.of()).remove(channel);
            disorders.remove(channel.id() + " " + key);
        }
        channel.topics().removeIf(topic -> keys.contains(Topics.key(topic)));
    }

    /** @param body made only if somebody hears it @param disorderly whether it is to come twice and not in order */
    void event(String topic, Supplier<Map<String, Object>> body, boolean disorderly) {
        List<Channel> here = listening.getOrDefault(Topics.key(topic), Set.of()).stream()
                .filter(channel -> channel.socket().isPresent())
                .toList();
        if (here.isEmpty()) {
            return;
        }
        String frame = Frames.event(topic, body.get());
        here.stream()
                .filter(channel -> !faults.active("silent-channel", channel.agent()))
                .filter(channel -> !faults.active("drop-events", channel.agent()))
                .forEach(channel -> deliver(channel, topic, frame, disorderly));
    }

    private void deliver(Channel channel, String topic, String frame, boolean disorderly) {
        disorderOf(channel, topic).deliver(channel.agent(), topic, frame, disorderly);
        if (topic.contains(".conversations")) {
            faults.take("late-snapshot", channel.agent())
                    .ifPresent(late -> lane.after(late.duration(LATE), () -> wire.accept(channel, frame)));
        }
    }

    /** Each topic of each channel is shuffled by itself. */
    private Disorder disorderOf(Channel channel, String topic) {
        return disorders.computeIfAbsent(
                channel.id() + " " + Topics.key(topic),
                any -> new Disorder(
                        (agent, name, frame) -> wire.accept(channel, frame), lane, timing.disorder(), faults));
    }
}

package dev.trunkline.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Swaps neighbouring notifications of an agent and sends each twice, so far as it is told to. The last of all is not lost. On the lane. */
public final class Disorder {
    private final Delivery delivery;
    private final Lane lane;
    private final Duration patience;
    private final Faults faults;
    private final Map<String, Letter> held = new HashMap<>();

    /** Takes one notification to an agent. */
    @FunctionalInterface
    public interface Delivery {
        void deliver(String agent, String topic, String update);
    }

    private record Letter(String agent, String topic, String update, boolean twice) {}

    public Disorder(Delivery delivery, Lane lane, Duration patience, Faults faults) {
        this.delivery = delivery;
        this.lane = lane;
        this.patience = patience;
        this.faults = faults;
    }

    public void deliver(String agent, String topic, String update, boolean disorderly) {
        boolean twice = disorderly || faults.active("duplicate-events", agent);
        Letter letter = new Letter(agent, topic, update, twice);
        if (disorderly || faults.active("reorder-events", agent)) {
            swapped(letter);
        } else {
            straight(letter);
        }
    }

    private void straight(Letter letter) {
        send(letter.twice ? List.of(letter, letter) : List.of(letter));
    }

    /** Waits for the next one to come before it, but not long. */
    private void swapped(Letter letter) {
        Letter earlier = held.remove(letter.agent);
        if (earlier == null) {
            held.put(letter.agent, letter);
            lane.after(patience, () -> release(letter));
        } else {
            send(letter.twice ? List.of(letter, earlier, letter, earlier) : List.of(letter, earlier));
        }
    }

    private void release(Letter letter) {
        if (held.remove(letter.agent, letter)) {
            straight(letter);
        }
    }

    private void send(List<Letter> letters) {
        letters.forEach(letter -> delivery.deliver(letter.agent, letter.topic, letter.update));
    }
}

package dev.trunkline.benchmark.platform;

import dev.trunkline.benchmark.client.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one agent has been told since he was last ready for something, and when it had come. Safe for threads. */
public final class Told {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long MILLION = 1_000_000;

    private final List<Message> messages = new ArrayList<>();

    private record Message(String text, long micros) {}

    /** @param micros when it had come, since 1970 */
    public synchronized void add(String text, long micros) {
        messages.add(new Message(text, micros));
        notifyAll();
    }

    /** What has come so far is of no interest any more. */
    public synchronized void forget() {
        messages.clear();
    }

    /** When the first message with this text in it had come, in microseconds since 1970; waits for it, but not for ever. */
    public synchronized long first(String text) {
        long until = System.nanoTime() + LONGEST.toNanos();
        Optional<Message> found = find(text);
        while (found.isEmpty() && System.nanoTime() < until) {
            await(until);
            found = find(text);
        }
        return found.map(Message::micros)
                .orElseThrow(() -> new IllegalStateException(
                        "nothing came with " + text + "; but " + messages.size() + " other messages"));
    }

    private Optional<Message> find(String text) {
        return messages.stream().filter(message -> message.text.contains(text)).findFirst();
    }

    private void await(long until) {
        try {
            wait(Math.max(1, (until - System.nanoTime()) / MILLION));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    /** As {@link #add}, of what has come just now. */
    void now(String text) {
        add(text, Connection.nowMicros());
    }
}

package dev.trunkline.push;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A client that takes everything at once, or one message at a time when it is told to. */
final class FakeSink implements Sink {
    private final List<Outgoing> sent = new ArrayList<>();
    private final Deque<Consumer<Boolean>> pending = new ArrayDeque<>();
    private Optional<Ending> ending = Optional.empty();
    private int inFlight;
    private boolean slow;
    int beats;
    int missed;

    FakeSink slow() {
        slow = true;
        return this;
    }

    @Override
    public void send(Outgoing message, Consumer<Boolean> done) {
        synchronized (this) {
            if (++inFlight > 1) {
                throw new IllegalStateException("two sends in flight");
            }
            sent.add(message);
            if (slow) {
                pending.add(done);
                return;
            }
            inFlight--;
        }
        done.accept(true);
    }

    /** The client takes what was sent. @return whether there was anything */
    boolean take(boolean well) {
        Consumer<Boolean> done;
        synchronized (this) {
            done = pending.poll();
            inFlight = 0;
        }
        if (done != null) {
            done.accept(well);
        }
        return done != null;
    }

    void takeAll() {
        while (take(true)) {
            // The next one is sent from within.
        }
    }

    synchronized List<Long> numbers() {
        return sent.stream().map(Outgoing::seq).toList();
    }

    synchronized List<String> texts() {
        return sent.stream().map(Outgoing::text).toList();
    }

    synchronized Optional<Ending> ending() {
        return ending;
    }

    @Override
    public Duration beatEvery() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Optional<Outgoing> beat() {
        beats++;
        return Optional.empty();
    }

    @Override
    public int unanswered() {
        return missed;
    }

    @Override
    public synchronized void close(Ending why) {
        ending = Optional.of(why);
    }

    @Override
    public String name() {
        return "test";
    }
}

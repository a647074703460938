package dev.trunkline.benchmark;

import dev.trunkline.benchmark.client.Hearer;
import dev.trunkline.benchmark.measure.Latencies;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Hears all sessions of a server, on their one thread: counts the frames that carry a mark, and times those made in a window. */
final class Audience implements Hearer {
    private final AtomicLong heard = new AtomicLong();
    private volatile Window window = new Window(Long.MAX_VALUE, 0, new Latencies());
    private volatile byte[] sample = {};

    /** From when to when what is timed must have been made, in microseconds since 1970. */
    private record Window(long from, long until, Latencies latencies) {}

    @Override
    public void heard(byte[] bytes, int from, int length, long nowMicros) {
        long mark = Mark.read(bytes, from, length);
        if (mark == 0) {
            return;
        }
        heard.lazySet(heard.getPlain() + 1);
        Window open = window;
        if (mark >= open.from && mark < open.until) {
            open.latencies.add(nowMicros - mark);
            if (sample.length == 0) {
                sample = Arrays.copyOfRange(bytes, from, from + length);
            }
        }
    }

    /** Frames with a mark, since the beginning. */
    long heard() {
        return heard.get();
    }

    /** Times what is made between these moments. */
    Latencies time(long fromMicros, long untilMicros) {
        Latencies latencies = new Latencies();
        window = new Window(fromMicros, untilMicros, latencies);
        return latencies;
    }

    /** One of the frames that were timed; empty if none was. */
    byte[] sample() {
        return sample.clone();
    }
}

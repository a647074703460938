package dev.trunkline.vendor.toy;

import dev.trunkline.port.stream.StreamLane;
import java.io.EOFException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What comes on one stream, handed over to the agent's lane; cut off if the lane does not take it. */
final class ToyLines implements Flow.Subscriber<String> {
    private final StreamLane.Way lane;
    private final Consumer<String> heard;
    private final Consumer<Throwable> lost;
    private final AtomicReference<Flow.Subscription> stream = new AtomicReference<>();
    private volatile boolean closed;

    ToyLines(StreamLane.Way lane, Consumer<String> heard, Consumer<Throwable> lost) {
        this.lane = lane;
        this.heard = heard;
        this.lost = lost;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        stream.set(subscription);
        subscription.request(Long.MAX_VALUE);
        if (closed) {
            subscription.cancel();
        }
    }

    @Override
    public void onNext(String line) {
        if (!lane.takes(() -> heard.accept(line))) {
            close(); // the silence will be noticed
        }
    }

    @Override
    public void onError(Throwable failure) {
        lane.takes(() -> lost.accept(failure));
    }

    @Override
    public void onComplete() {
        onError(new EOFException("it was ended"));
    }

    void close() {
        closed = true;
        Flow.Subscription standing = stream.get();
        if (standing != null) {
            standing.cancel();
        }
    }
}

package dev.trunkline.system.load;

import java.util.Optional;
import java.util.concurrent.Flow;

/** One agent's server-sent events, line by line; can be frozen, thawed and cut as {@link EventSocket}. */
public final class EventReader implements Flow.Subscriber<String> {
    private static final String DATA = "data:";

    private final Hearer hearer;
    private volatile Flow.Subscription lines;
    private boolean frozen;
    private boolean owed;
    private volatile boolean over;

    EventReader(Hearer hearer) {
        this.hearer = hearer;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines = subscription;
        if (over) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(DATA)) {
            hearer.heard(Frame.now(line.substring(DATA.length())));
        }
        synchronized (this) {
            owed = frozen;
            if (!frozen) {
                lines.request(1);
            }
        }
    }

    @Override
    public void onError(Throwable lost) {
        end();
    }

    @Override
    public void onComplete() {
        end();
    }

    private void end() {
        if (!over) {
            over = true;
            hearer.ended(-1);
        }
    }

    public boolean isOpen() {
        return !over;
    }

    public synchronized void freeze() {
        frozen = true;
    }

    public synchronized void thaw() {
        frozen = false;
        if (owed) {
            owed = false;
            lines.request(1);
        }
    }

    /** The hearer is not told. */
    public void cut() {
        over = true;
        Optional.ofNullable(lines).ifPresent(Flow.Subscription::cancel);
    }
}

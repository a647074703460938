package dev.trunkline.port.stream;

import dev.trunkline.port.Backoff;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.VendorException;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What follows when a connection is lost or could not be made: another try after the back-off, or none. Used on the lane only. */
public final class Comeback {
    private final StreamLink link;
    private final Timers timers;
    private final Executor lane;
    private final Runnable connect;
    private Backoff backoff;

    public Comeback(StreamLink link, Timers timers, Executor lane, Backoff backoff, Runnable connect) {
        this.link = link;
        this.timers = timers;
        this.lane = lane;
        this.backoff = backoff;
        this.connect = connect;
    }

    /** It stands: the next loss is waited for as briefly as the first. */
    public void stood() {
        backoff = backoff.afterSuccess();
    }

    /** Another try later; also if one is waited for already, and its time was stopped. */
    public void after(VendorException why) {
        if (!link.is(StreamState.WAITING)) {
            link.become(StreamState.WAITING, Optional.of(why));
        }
        timers.once(backoff.delay(), () -> lane.execute(this::retry));
        backoff = backoff.afterFailure();
    }

    /** The platform does not want this sign-in: no other try, whatever was waited for. */
    public void never(VendorException why) {
        if (link.is(StreamState.WAITING)) {
            link.become(StreamState.CONNECTING, Optional.empty());
        }
        link.become(StreamState.REFUSED, Optional.of(why));
    }

    private void retry() {
        if (link.is(StreamState.WAITING)) {
            connect.run();
        }
    }
}

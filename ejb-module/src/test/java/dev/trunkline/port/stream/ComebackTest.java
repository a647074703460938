package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.Backoff;
import dev.trunkline.port.StreamState;
import dev.trunkline.port.Told;
import dev.trunkline.port.VendorException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComebackTest {
    private static final AgentSession AGENT = new AgentSession(
            new AgentKey(AgentKey.DEFAULT_TENANT, "test"), "cloud", "test", "1001", "", new Credential("secret"));
    private static final VendorException LOST = new VendorException(Code.LINK_DOWN, "lost");

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<Runnable> lane = new LinkedBlockingQueue<>();
    private final Told told = new Told();
    private final StreamLink link = new StreamLink(AGENT, told);
    private int connects;
    private final Comeback comeback = new Comeback(
            link,
            new Timers(clock),
            lane::add,
            Backoff.of(Duration.ofMillis(1), Duration.ofMillis(1)),
            () -> connects++);

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    private void retry() throws InterruptedException {
        lane.poll(30, TimeUnit.SECONDS).run();
    }

    @Test
    void lossShouldBeFollowedByAnotherTryOnTheLane() throws InterruptedException {
        link.become(StreamState.CONNECTING, Optional.empty());
        comeback.after(LOST);
        retry();
        assertThat(connects).isEqualTo(1);
        assertThat(told.links).containsExactly(StreamState.CONNECTING, StreamState.WAITING);
    }

    @Test
    void lossOfWhatIsLostAlreadyShouldBeToldOnce() throws InterruptedException {
        link.become(StreamState.CONNECTING, Optional.empty());
        comeback.after(LOST);
        comeback.after(LOST);
        retry();
        assertThat(told.links).containsExactly(StreamState.CONNECTING, StreamState.WAITING);
    }

    @Test
    void retryShouldNotDisturbAStreamThatWasRefusedOrClosedMeanwhile() throws InterruptedException {
        link.become(StreamState.CONNECTING, Optional.empty());
        comeback.after(LOST);
        comeback.never(LOST);
        retry();
        assertThat(connects).isZero();
        assertThat(link.state()).isEqualTo(StreamState.REFUSED);
        link.close();
        comeback.after(LOST);
        retry();
        assertThat(connects).isZero();
    }
}

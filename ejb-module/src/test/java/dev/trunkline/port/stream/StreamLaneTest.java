package dev.trunkline.port.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trunkline.model.AgentKey;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Credential;
import dev.trunkline.port.VendorException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamLaneTest {
    private static final AgentSession AGENT = new AgentSession(
            new AgentKey(AgentKey.DEFAULT_TENANT, "test"), "cloud", "test", "1001", "", new Credential("secret"));

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private boolean full;
    private final StreamLane lane = new StreamLane(
            AGENT,
            this::take,
            new Workers.Shared(Runnable::run, Runnable::run),
            why -> new VendorException(Code.LINK_DOWN, "link"));

    private final Logger logger = Logger.getLogger(StreamLane.class.getName());
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
    }

    private void take(Runnable task) {
        if (full) {
            throw new RejectedExecutionException("full");
        }
        waiting.add(task);
    }

    private void turns() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void whatBelongsToAnEarlierTryShouldNotBeDone() {
        StreamLane.Way first = lane.ofThisTry();
        first.takes(() -> done.add("before"));
        turns();
        first.takes(() -> done.add("late"));
        lane.nextTry();
        turns();
        assertThat(done).containsExactly("before");
    }

    @Test
    void outcomeOfWorkShouldComeBackToTheLane() {
        lane.work(() -> "read", done::add, why -> done.add(why.getMessage()));
        lane.work(StreamLaneTest::refused, done::add, why -> done.add(why.getMessage()));
        assertThat(done).isEmpty();
        turns();
        assertThat(done.get(0)).isEqualTo("read");
        assertThat(done.get(1)).contains("refused");
    }

    private static String refused() {
        throw new VendorException(Code.LINK_DOWN, "refused");
    }

    @Test
    void endOfAnEarlierSignInShouldNotEndThePresentOne() {
        Deque<Runnable> threads = new ArrayDeque<>();
        StreamLane slow = new StreamLane(
                AGENT, Runnable::run, new Workers.Shared(threads::add, threads::add), why -> (VendorException) why);
        List<Code> failures = new ArrayList<>();
        Stream.of(Code.AUTH_EXPIRED, Code.FORBIDDEN)
                .forEach(code -> slow.work(() -> refused(code), done::add, why -> failures.add(why.code())));
        slow.signedInAnew();
        slow.work(() -> refused(Code.AUTH_EXPIRED), done::add, why -> failures.add(why.code()));
        threads.forEach(Runnable::run);
        assertThat(failures).containsExactly(Code.LINK_DOWN, Code.FORBIDDEN, Code.AUTH_EXPIRED);
    }

    private static String refused(Code code) {
        throw new VendorException(code, "refused");
    }

    @Test
    void fullLaneShouldBeSaidAndLeftToWhoeverSends() {
        full = true;
        assertThat(lane.run(() -> done.add("x"))).isFalse();
        lane.ofThisTry().takesOr(() -> done.add("x"), () -> done.add("missed"));
        assertThat(done).containsExactly("missed");
        assertThat(logged).hasSize(2);
    }

    @Test
    void closedStreamShouldDoNothingMoreAndSayNothingOfALaneThatIsGone() {
        StreamLane.Way way = lane.ofThisTry();
        lane.run(() -> done.add("waited"));
        lane.close();
        turns();
        full = true;
        assertThat(way.takes(() -> done.add("late"))).isFalse();
        assertThat(done).isEmpty();
        assertThat(logged).isEmpty();
    }
}

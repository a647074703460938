package dev.trunkline.port.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trunkline.model.Code;
import dev.trunkline.port.RateBudget.Account;
import dev.trunkline.port.RateBudget.Permit;
import dev.trunkline.port.RateBudget.Priority;
import dev.trunkline.port.VendorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A clock that moves when the test says so, or when somebody waits. */
    private static final class TestPace implements Pace {
        final AtomicLong now = new AtomicLong(1_000);
        private final boolean movesByItself;

        TestPace(boolean movesByItself) {
            this.movesByItself = movesByItself;
        }

        void pass(Duration time) {
            now.addAndGet(time.toNanos());
        }

        @Override
        public long nanos() {
            return now.get();
        }

        @Override
        public void pause(Condition news, long nanos) throws InterruptedException {
            if (movesByItself) {
                now.addAndGet(nanos);
            } else {
                news.await(5, TimeUnit.MILLISECONDS); // looks at the test's clock again
            }
        }
    }

    private static Quota quota(int allowed, Pace pace, Duration patience) {
        return new Quota(new Quota.Terms(allowed, MINUTE, patience), pace);
    }

    private static void use(Quota quota, Priority priority, int times) {
        for (int i = 0; i < times; i++) {
            quota.take(priority).close();
        }
    }

    @Test
    void noWindowOfThePlatformShouldSeeMoreThanTheQuotaAndNearlyAllOfItShouldBeUsed() {
        TestPace pace = new TestPace(true);
        Quota quota = quota(300, pace, MINUTE.multipliedBy(2));
        Random under = new Random(7);
        List<Long> arrivals = new ArrayList<>();
        long begin = pace.nanos();
        while (pace.nanos() - begin < MINUTE.multipliedBy(10).toNanos()) {
            Permit permit = quota.take(Priority.DIAL);
            pace.pass(Duration.ofMillis(under.nextInt(40)));
            arrivals.add(pace.nanos());
            pace.pass(Duration.ofMillis(under.nextInt(40)));
            permit.close();
        }

        for (int i = 300; i < arrivals.size(); i++) {
            assertThat(arrivals.get(i) - arrivals.get(i - 300)).isGreaterThanOrEqualTo(MINUTE.toNanos());
        }
        assertThat(arrivals).hasSizeGreaterThan((int) (0.95 * 300 * 10));
    }

    @Test
    void requestThatWouldWaitTooLongShouldBeRefusedAtOnceWithTheTimeToComeBack() {
        TestPace pace = new TestPace(false);
        Quota quota = quota(10, pace, PATIENCE);
        use(quota, Priority.CONTROL, 10);
        pace.pass(Duration.ofSeconds(20));

        VendorException refused = catchThrowableOfType(VendorException.class, () -> quota.take(Priority.CONTROL));
        assertThat(refused.code()).isEqualTo(Code.RATE_LIMITED);
        assertThat(refused.refusal().retryAfterMs()).contains(40_001L);
    }

    @Test
    void requestThatNeedNotWaitLongShouldWait() {
        TestPace pace = new TestPace(true);
        Quota quota = quota(10, pace, PATIENCE);
        use(quota, Priority.CONTROL, 10);
        pace.pass(Duration.ofSeconds(56));
        long before = pace.nanos();

        quota.take(Priority.CONTROL).close();
        assertThat(Duration.ofNanos(pace.nanos() - before)).isEqualTo(Duration.ofSeconds(4));
    }

    /** Of one slot, so that whoever goes next is alone. */
    @Test
    void controlShouldGoBeforeDialAndDialBeforeReading() throws InterruptedException {
        TestPace pace = new TestPace(false);
        Quota quota = quota(1, pace, MINUTE.multipliedBy(10));
        use(quota, Priority.CONTROL, 1);
        LinkedBlockingQueue<Priority> went = new LinkedBlockingQueue<>();
        for (Priority priority : List.of(Priority.READ, Priority.DIAL, Priority.CONTROL)) {
            new Thread(() -> {
                        Permit permit = quota.take(priority);
                        went.add(priority);
                        permit.close();
                    })
                    .start();
        }
        awaitThree(quota);
        for (Priority next : List.of(Priority.CONTROL, Priority.DIAL, Priority.READ)) {
            assertThat(went).isEmpty();
            pace.pass(MINUTE);
            assertThat(went.poll(60, TimeUnit.SECONDS)).isEqualTo(next);
            awaitNobodyOnTheWay(quota);
        }
    }

    /** Who went has given his slot back. */
    private static void awaitNobodyOnTheWay(Quota quota) {
        while (quota.underWay() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void awaitThree(Quota quota) {
        while (quota.waiting() < 3) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void readingShouldLeaveSomethingForDialsAndDialsForControl() {
        TestPace pace = new TestPace(false);
        Quota quota = quota(100, pace, Duration.ofSeconds(1));
        use(quota, Priority.READ, 96);
        assertThat(catchThrowableOfType(VendorException.class, () -> quota.take(Priority.READ)))
                .isNotNull();
        use(quota, Priority.DIAL, 2);
        assertThat(catchThrowableOfType(VendorException.class, () -> quota.take(Priority.DIAL)))
                .isNotNull();
        use(quota, Priority.CONTROL, 2);
        assertThat(catchThrowableOfType(VendorException.class, () -> quota.take(Priority.CONTROL)))
                .isNotNull();
    }

    @Test
    void refusalOfThePlatformShouldKeepAllBackForAsLongAsItSays() {
        TestPace pace = new TestPace(true);
        Quota quota = quota(100, pace, PATIENCE);
        try (Permit permit = quota.take(Priority.DIAL)) {
            permit.refused(Duration.ofSeconds(2));
        }
        long before = pace.nanos();
        try (Permit next = quota.take(Priority.CONTROL)) {
            assertThat(Duration.ofNanos(pace.nanos() - before)).isEqualTo(Duration.ofSeconds(2));
            next.refused(Duration.ofSeconds(9));
        }

        VendorException refused = catchThrowableOfType(VendorException.class, () -> quota.take(Priority.CONTROL));
        assertThat(refused.refusal().retryAfterMs()).contains(9_001L);
    }

    @Test
    void whatOthersSendForTheAccountShouldCount() {
        TestPace pace = new TestPace(false);
        Quota quota = quota(300, pace, PATIENCE);
        try (Permit permit = quota.take(Priority.CONTROL)) {
            permit.told(new Account(19, 20, Duration.ofSeconds(30)));
        }
        use(quota, Priority.CONTROL, 1);

        VendorException refused = catchThrowableOfType(VendorException.class, () -> quota.take(Priority.CONTROL));
        assertThat(refused.refusal().retryAfterMs()).contains(30_001L);
        pace.pass(Duration.ofSeconds(30));
        use(quota, Priority.CONTROL, 18);
    }

    @Test
    void slotOfARequestThatIsUnderWayShouldNotBeFree() {
        TestPace pace = new TestPace(true);
        Quota quota = quota(1, pace, PATIENCE);
        Permit slow = quota.take(Priority.READ);
        pace.pass(MINUTE.multipliedBy(3));
        assertThat(catchThrowableOfType(VendorException.class, () -> quota.take(Priority.CONTROL)))
                .isNotNull();
        slow.close();
        slow.close();
        pace.pass(MINUTE);
        use(quota, Priority.CONTROL, 1);
        assertThat(quota.idle()).isFalse();
        pace.pass(MINUTE);
        assertThat(quota.idle()).isTrue();
    }
}

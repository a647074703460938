package dev.trunkline.port.http;

import dev.trunkline.model.Code;
import dev.trunkline.port.RateBudget;
import dev.trunkline.port.VendorException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * So many requests in a window of time for one account. A request takes a slot, and the slot is free again one window after its
 * <em>answer</em>: two requests that share a slot then reach the platform more than a window apart, however long each was under way, so
 * that no window of the platform, wherever it begins, sees more than the quota. What others send for the same account is learned from the
 * platform's answers.
 */
public final class Quota implements RateBudget {
    private final Terms terms;
    private final Pace pace;
    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final AtomicLong arrivals = new AtomicLong();
    private final TreeSet<Turn> waiting =
            new TreeSet<>(Comparator.comparing(Turn::priority).thenComparing(Turn::number));
    /** When the slots of answered requests are free again, the earliest first. */
    private final Deque<Long> resting = new ArrayDeque<>();

    private int underWay;
    private int allowed;
    private int others;
    private long othersUntil;
    private boolean closed;
    private long closedUntil;

    /**
     * @param allowed requests in a window, until the platform says otherwise
     * @param window its length
     * @param patience longest wait of one request
     */
    public record Terms(int allowed, Duration window, Duration patience) {
        /** Of so many slots one is kept for what is more pressing. */
        private static final int KEPT = 50;

        /** Reading leaves a few slots for dials, and dials leave a few for control: who has filled the window must still hang up. */
        static int usable(int of, Priority priority) {
            return of - priority.ordinal() * (of / KEPT);
        }
    }

    private record Turn(Priority priority, long number) {}

    public Quota(Terms terms) {
        this(terms, Pace.OF_THE_MACHINE);
    }

    Quota(Terms terms, Pace pace) {
        this.terms = terms;
        this.pace = pace;
        this.allowed = terms.allowed();
    }

    @Override
    public Permit take(Priority priority) {
        lock.lock();
        try {
            Turn turn = new Turn(priority, arrivals.incrementAndGet());
            waiting.add(turn);
            try {
                await(turn);
                underWay++;
            } finally {
                waiting.remove(turn);
                news.signalAll();
            }
            return new Slot();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nobody uses it and a new one would allow the same. */
    boolean idle() {
        lock.lock();
        try {
            rested(pace.nanos());
            return underWay == 0 && resting.isEmpty() && waiting.isEmpty() && !closed;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait now. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many are sent and not answered. */
    int underWay() {
        lock.lock();
        try {
            return underWay;
        } finally {
            lock.unlock();
        }
    }

    private void await(Turn turn) {
        long begin = pace.nanos();
        long patience = terms.patience().toNanos();
        while (true) {
            long now = pace.nanos();
            long waited = now - begin;
            long longest = free(turn, now) ? 0 : untilFree(turn, now).orElse(patience - waited);
            if (longest <= 0 && free(turn, now)) {
                return;
            }
            if (longest > patience - waited || waited >= patience) {
                throw tooLate(Math.max(longest, 1));
            }
            pause(Math.max(1, Math.min(longest, patience - waited)));
        }
    }

    private void pause(long nanos) {
        try {
            pace.pause(news, nanos);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw tooLate(nanos);
        }
    }

    private boolean free(Turn turn, long now) {
        rested(now);
        return !closed && waiting.first().equals(turn) && room(turn.priority()) > 0;
    }

    private int room(Priority priority) {
        return Terms.usable(allowed, priority) - used();
    }

    private int used() {
        return underWay + resting.size() + others;
    }

    private void rested(long now) {
        while (!resting.isEmpty() && resting.peekFirst() - now <= 0) {
            resting.removeFirst();
        }
        if (others > 0 && othersUntil - now <= 0) {
            others = 0;
        }
        if (closed && closedUntil - now <= 0) {
            closed = false;
        }
    }

    /** Nanoseconds until enough slots have rested for this one and those before it; empty while that depends on answers. */
    private Optional<Long> untilFree(Turn turn, long now) {
        long opens = closed ? closedUntil - now : 0;
        int missing = waiting.headSet(turn).size() + 1 - room(turn.priority());
        if (missing <= 0) {
            return closed ? Optional.of(opens) : Optional.empty();
        }
        return Stream.concat(
                        resting.stream(), Stream.generate(() -> othersUntil).limit(others))
                .sorted()
                .skip(missing - 1L)
                .findFirst()
                .map(free -> Math.max(opens, free - now));
    }

    private static VendorException tooLate(long nanos) {
        long millis = Duration.ofNanos(nanos).toMillis() + 1;
        return new VendorException(
                Code.RATE_LIMITED, "the platform account has no request left now", Map.of(), Optional.of(millis));
    }

    /** One request. */
    private final class Slot implements Permit {
        private boolean open = true;

        @Override
        public void told(Account account) {
            lock.lock();
            try {
                rested(pace.nanos());
                allowed = account.allowed() > 0 ? account.allowed() : allowed;
                int ours = underWay + resting.size();
                if (account.used() > ours) {
                    others = account.used() - ours;
                    othersUntil = pace.nanos() + account.reset().toNanos();
                }
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void refused(Duration wait) {
            lock.lock();
            try {
                closed = true;
                closedUntil = pace.nanos() + wait.toNanos();
                news.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (open) {
                    open = false;
                    underWay--;
                    resting.addLast(pace.nanos() + terms.window().toNanos());
                    news.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}

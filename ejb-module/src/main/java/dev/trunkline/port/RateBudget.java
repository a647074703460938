package dev.trunkline.port;

import java.time.Duration;

/**
 * How many requests a platform account may send; asked before each request. Where requests are scarce, control goes before dial and dial
 * before reading.
 */
@FunctionalInterface
public interface RateBudget {
    /** What a request is for, the most pressing first. */
    enum Priority {
        CONTROL,
        DIAL,
        READ
    }

    /** For a platform that publishes no limit. */
    RateBudget UNLIMITED = priority -> Permit.FREE;

    /** Returns when a request may be sent; throws {@link VendorException} with {@code RATE_LIMITED} if that would be too late. */
    Permit take(Priority priority);

    /** One request that may be sent; closed when its answer is there or is not waited for any more. */
    interface Permit extends AutoCloseable {
        Permit FREE = () -> {};

        /** What the platform said of the account with its answer. */
        default void told(Account account) {}

        /** The platform refused this request, which it did not do, and wants none for so long. */
        default void refused(Duration wait) {}

        @Override
        void close();
    }

    /**
     * An account as the platform counts it.
     *
     * @param used requests of its present window, whoever sent them
     * @param allowed requests that a window may have
     * @param reset until the window ends
     */
    record Account(int used, int allowed, Duration reset) {}
}

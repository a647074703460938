package dev.trunkline.port;

/**
 * How many requests a platform account may send; a vendor asks it before each request. Where requests are scarce, control goes
 * before dial and dial before reading.
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
    RateBudget UNLIMITED = priority -> {};

    /** Returns when a request may be sent; throws {@link VendorException} with {@code RATE_LIMITED} if that would be too late. */
    void take(Priority priority);
}

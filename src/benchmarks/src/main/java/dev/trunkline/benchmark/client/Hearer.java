package dev.trunkline.benchmark.client;

/** Who is told what comes, on the thread of all connections: it must be quick. */
@FunctionalInterface
public interface Hearer {
    /**
     * A text message.
     *
     * @param bytes valid during the call only
     * @param nowMicros when it had come, in microseconds since 1970
     */
    void heard(byte[] bytes, int from, int length, long nowMicros);

    /** A hearer of what anybody says. */
    Hearer NOBODY = (bytes, from, length, nowMicros) -> {};
}

package dev.trunkline.port.http;

import java.util.concurrent.locks.Condition;

/** The clock that a budget goes by, and how it waits: its tests have their own. */
interface Pace {
    Pace OF_THE_MACHINE = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Condition news, long nanos) throws InterruptedException {
            news.awaitNanos(nanos);
        }
    };

    long nanos();

    /** Waits for news, but no longer than that; the lock of {@code news} is held. */
    void pause(Condition news, long nanos) throws InterruptedException;
}

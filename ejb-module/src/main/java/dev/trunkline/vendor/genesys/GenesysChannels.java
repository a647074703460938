package dev.trunkline.vendor.genesys;

import dev.trunkline.vendor.genesys.wire.Channel;
import java.util.Optional;

/**
 * Which channel a stream uses. It is used again as long as it can be: of new ones there may be 20 a day, else the platform tells nothing any
 * more (sheet 5.5). One that will not be opened, or on which nothing comes, may be at fault, or all of the platform's streams may be: it is given up
 * at the second time, and then at every fortieth.
 */
final class GenesysChannels {
    private static final int GIVEN_UP = 2;
    private static final int MANY = 40;

    private Optional<Channel> channel = Optional.empty();
    private int refusals;
    private int unheard;
    private boolean fresh;

    /** The one that the stream had. */
    synchronized Optional<Channel> last() {
        return channel;
    }

    /** Whether one that is left from an earlier life will do. */
    synchronized boolean mayBeOld() {
        return !fresh;
    }

    synchronized void chosen(Channel now) {
        channel = Optional.of(now);
    }

    synchronized void opened() {
        refusals = 0;
        fresh = false;
    }

    synchronized void refused() {
        refusals++;
        if (refusals % MANY == GIVEN_UP) {
            gone();
        }
    }

    /** Something was pushed over it. */
    synchronized void heard() {
        unheard = 0;
    }

    /** A change was not. @return whether it is given up */
    synchronized boolean deaf() {
        unheard++;
        boolean over = unheard % MANY == GIVEN_UP;
        if (over) {
            gone();
        }
        return over;
    }

    synchronized void gone() {
        channel = Optional.empty();
        fresh = true;
    }
}

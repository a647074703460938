package dev.trunkline.vendor.finesse;

import dev.trunkline.vendor.finesse.wire.User;
import java.util.Optional;

/**
 * A time in which Finesse cannot do anything for the agent: it lost its contact centre, or he has to go to the other node. It may
 * put him to Not Ready by that (sheet 5.6). Used on the lane only.
 */
final class FinesseOutage {
    private boolean outOfService;
    private boolean failover;
    /** As he was when it began. */
    private Optional<User> before = Optional.empty();

    /** The connection is lost; whether it is more than that will be seen. */
    void lost(Optional<User> last) {
        if (before.isEmpty()) {
            before = last;
        }
    }

    void outOfService(Optional<User> last) {
        lost(last);
        outOfService = true;
        failover = true;
    }

    boolean isOutOfService() {
        return outOfService;
    }

    void inService() {
        outOfService = false;
    }

    /** @param elsewhere true on another node than before */
    void connected(boolean elsewhere) {
        outOfService = false;
        failover |= elsewhere;
    }

    /** It is over. @return whether it put the agent from Ready to Not Ready */
    boolean tookReady(User now) {
        boolean taken = failover
                && before.filter(user -> user.state().equals("READY")).isPresent()
                && now.state().equals("NOT_READY");
        failover = false;
        before = Optional.empty();
        return taken;
    }
}

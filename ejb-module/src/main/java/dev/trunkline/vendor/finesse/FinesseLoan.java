package dev.trunkline.vendor.finesse;

import dev.trunkline.vendor.finesse.wire.User;
import java.time.Duration;
import java.util.Optional;

/**
 * A Ready that was taken from the agent so that Finesse dials (contract 2.5), to be given back when the call is over, unless he
 * himself has chosen Not Ready meanwhile. In memory only: what a restart of ours cuts short leaves the agent Not Ready.
 */
final class FinesseLoan {
    private static final String TAKING = ".notReady";
    private static final String GIVING = ".ready";
    /** A dial whose call no reading shows by then has none: a request may take 10 s, its outcome shows within 8 s (sheet 7). */
    private static final Duration SETTLED = Duration.ofSeconds(18);

    private final Duration settled;
    /** Command id of the dial; empty while nothing is lent. */
    private String dial = "";

    private long since;
    private boolean callSeen;
    private Optional<String> reason = Optional.empty();

    FinesseLoan() {
        this(SETTLED);
    }

    FinesseLoan(Duration settled) {
        this.settled = settled;
    }

    /** @return the mark of the request that takes it */
    synchronized String take(String dialId) {
        dial = dialId;
        since = System.nanoTime();
        callSeen = false;
        reason = Optional.empty();
        return dialId + TAKING;
    }

    /** True for marks of requests that are ours and no command's. */
    static boolean isMark(String causedBy) {
        return causedBy.endsWith(TAKING) || causedBy.endsWith(GIVING);
    }

    synchronized boolean stands() {
        return !dial.isEmpty();
    }

    /** The agent has chosen otherwise, or it is given back. @return the mark of the request that gives it back, once */
    synchronized Optional<String> end() {
        Optional<String> mark = Optional.of(dial).filter(id -> !id.isEmpty()).map(id -> id + GIVING);
        dial = "";
        return mark;
    }

    /** Whether the dial that it was for can have no call any more. */
    synchronized boolean dueAfterFailure(String causedBy) {
        return stands() && causedBy.equals(dial);
    }

    /** Whether it is to be given back, now that the agent has a call or has none. */
    synchronized boolean due(boolean onCall) {
        callSeen |= onCall;
        boolean over = callSeen || System.nanoTime() - since > settled.toNanos();
        return stands() && !onCall && over;
    }

    /**
     * The agent may choose at his own desktop too. On CCE that is pending while he is on a call; on CCX, where he is Not Ready all
     * the time, it is another reason.
     */
    synchronized void heard(User user, boolean ccx) {
        boolean notReady = user.state().equals("NOT_READY");
        boolean otherReason =
                ccx && notReady && reason.isPresent() && !reason.get().equals(user.reasonCodeId());
        if (user.pendingState().equals("NOT_READY") || user.state().equals("LOGOUT") || otherReason) {
            dial = "";
        } else if (notReady && reason.isEmpty()) {
            reason = Optional.of(user.reasonCodeId());
        }
    }
}

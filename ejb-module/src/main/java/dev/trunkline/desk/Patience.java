package dev.trunkline.desk;

import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import java.time.Duration;

/**
 * How long a command may be without its effect.
 *
 * @param outcomeWait after this the platform is read by ourselves
 * @param settleWithin a dial whose answer was lost is settled by then, or {@code OUTCOME_UNKNOWN}
 */
record Patience(Duration outcomeWait, Duration settleWithin) {
    /** A doubtful one is looked after sooner: somebody may be talking already. */
    private static final int DOUBT_HURRY = 4;
    /** One part of so many. */
    private static final int LOOK_ONCE_MORE = 10;

    Duration reread(boolean doubtful) {
        return doubtful ? outcomeWait.dividedBy(DOUBT_HURRY) : outcomeWait;
    }

    /** So long nothing must be said against what succeeds in silence. */
    Duration silence() {
        return reread(true);
    }

    /** So long after the end of an offer its customer's call must have come: some platforms clear the offer first. */
    Duration afterOffer() {
        return outcomeWait.dividedBy(2);
    }

    /** What of the patience with a command that was left behind is used up; a little is always left, to look once more. */
    Duration spent(Waiting waiting, Duration waited) {
        Duration most = settle(waiting).multipliedBy(LOOK_ONCE_MORE - 1).dividedBy(LOOK_ONCE_MORE);
        Duration atMost = waited.compareTo(most) > 0 ? most : waited;
        return atMost.isNegative() ? Duration.ZERO : atMost;
    }

    Duration settle(Waiting waiting) {
        boolean unanswered =
                waiting.doubt().map(VendorException::code).orElse(Code.PLATFORM_TIMEOUT) == Code.PLATFORM_TIMEOUT;
        return waiting.dials() && unanswered ? settleWithin : outcomeWait.plus(outcomeWait.dividedBy(2));
    }
}

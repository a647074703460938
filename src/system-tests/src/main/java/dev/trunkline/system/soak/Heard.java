package dev.trunkline.system.soak;

import dev.trunkline.system.load.Frame;
import java.util.UUID;

/**
 * A numbered message as one agent heard it.
 *
 * @param callRef {@code ""} if it is about no call
 * @param lifeCycle {@code ""} if it is about no call
 * @param callId the platform's
 * @param change number of the last change that a burst had made of the call by then, 0 if none
 * @param changedAt when it made that, in microseconds
 * @param since how long after the one before it
 * @param micros when it was heard
 */
record Heard(
        long seq,
        UUID eventId,
        String callRef,
        long callSeq,
        String callId,
        String lifeCycle,
        String reason,
        long change,
        long changedAt,
        long since,
        long micros) {
    /** Every platform has it in a variable of the call. */
    private static final String MARK = "\":\"change ";

    static Heard of(Frame frame) {
        boolean call = frame.isCall();
        Mark mark = call ? Mark.in(frame.text()) : Mark.NONE;
        return new Heard(
                frame.seq(),
                UUID.fromString(frame.gateway("eventId")),
                call ? frame.gateway("callRef") : "",
                call ? frame.callSeq() : 0,
                call ? frame.first("id") : "",
                call ? frame.gateway("lifeCycle").intern() : "",
                call ? frame.gateway("reason").intern() : "",
                mark.number,
                mark.at,
                mark.since,
                frame.micros());
    }

    /** What the simulator's burst writes: {@code change 17 1763722000123456 +250000}. */
    private record Mark(long number, long at, long since) {
        private static final Mark NONE = new Mark(0, 0, 0);

        static Mark in(String text) {
            int at = text.lastIndexOf(MARK);
            if (at < 0) {
                return NONE;
            }
            int begin = at + MARK.length();
            String[] words = text.substring(begin, text.indexOf('"', begin)).split(" ");
            return new Mark(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2].substring(1)));
        }
    }
}

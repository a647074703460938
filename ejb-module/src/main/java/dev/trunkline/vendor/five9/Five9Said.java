package dev.trunkline.vendor.five9;

import dev.trunkline.vendor.five9.wire.CallInfo;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that the platform said of a call, and whether that is news: events come out of order (sheet 5.6).
 *
 * @param time when it was said, or {@code ""}
 * @param reason its own word for why it said so
 * @param deleted whether it said that the call is no more
 */
record Five9Said(CallInfo info, String time, String reason, boolean deleted) {
    /** A state goes on, never back, but for talk and hold (sheet 5.6); a word that is not here says nothing of that. */
    private static final Map<String, Integer> RANK = Map.of(
            Five9Call.OFFERED, 1,
            Five9Call.RINGING, 2,
            Five9Call.TALKING, 3,
            Five9Call.HELD, 3,
            Five9Call.WRAP_UP, 4,
            Five9Call.FINISHED, 5);

    static Five9Said read(CallInfo info) {
        return new Five9Said(info, "", "", false);
    }

    static boolean talk(String state) {
        return state.equals(Five9Call.TALKING) || state.equals(Five9Call.HELD);
    }

    /** What is left out is as it was told before. */
    CallInfo over(CallInfo before) {
        String state = deleted ? Five9Call.FINISHED : or(info.state(), before.state());
        return new CallInfo(
                info.id(),
                state,
                or(info.callType(), before.callType()),
                or(info.campaignId(), before.campaignId()),
                or(info.number(), before.number()),
                or(info.ani(), before.ani()),
                or(info.dnis(), before.dnis()),
                info.addressType(),
                info.variables().isEmpty() ? before.variables() : info.variables(),
                info.raw());
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private Optional<Integer> rank() {
        return deleted ? Optional.of(RANK.get(Five9Call.FINISHED)) : Optional.ofNullable(RANK.get(info.state()));
    }

    /** The talk, if there was any, is over. */
    boolean beyondTalk() {
        return rank().orElse(0) > RANK.get(Five9Call.HELD);
    }

    /** What is known of the call is of later. */
    boolean isOld(Five9Call known) {
        if (known.memory().over()) {
            return true;
        }
        int before = RANK.getOrDefault(known.state(), 0);
        int now = rank().orElse(before);
        boolean earlier = !known.time().isEmpty() && !time.isEmpty() && time.compareTo(known.time()) < 0;
        return now < before || now == before && earlier;
    }
}

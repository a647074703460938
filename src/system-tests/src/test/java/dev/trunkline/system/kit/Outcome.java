package dev.trunkline.system.kit;

import java.util.List;

/**
 * What comes of a dial, if it is left alone: a call with these life-cycles and this reason, or, without life-cycles, a failed command.
 *
 * @param lifeCycles each once in a row; empty if there never is a call
 * @param reason of the ended call, or the code of the failed command
 */
public record Outcome(List<String> lifeCycles, String reason) {
    public static Outcome call(String reason, String... lifeCycles) {
        return new Outcome(List.of(lifeCycles), reason);
    }

    public static Outcome failure(String code) {
        return new Outcome(List.of(), code);
    }

    boolean isCall() {
        return !lifeCycles.isEmpty();
    }

    /** Whether somebody answers, so that the call stays until somebody hangs up. */
    boolean talks() {
        return isCall() && lifeCycles.get(lifeCycles.size() - 1).equals("CONNECTED");
    }
}

package dev.trunkline.system.soak;

import java.util.Optional;

/**
 * What is to become of one dial, known before it begins.
 *
 * @param index of all dials
 * @param agent index of the agent who dials
 * @param ending the number's last four digits, which choose the far end
 * @param talkSeconds from the answer to the end
 * @param farEndHangsUp else the agent drops it
 */
record Fate(int index, int agent, String ending, Optional<Repeat> repeat, double talkSeconds, boolean farEndHangsUp) {
    static final String LOST_ANSWER = "0111";
    private static final int LINE = 10;
    private static final int EXCHANGES = 700;
    private static final int FIRST_EXCHANGE = 220;
    private static final int FIRST_AREA = 201;

    /** When, and how, the same is asked once more. */
    record Repeat(When when, boolean overSocket) {}

    /** When it is asked once more. */
    enum When {
        AT_ONCE,
        DURING_THE_CALL,
        AFTER_THE_CALL
    }

    /** No other dial has it. */
    String number() {
        return "+1" + line();
    }

    /** What every spelling of it has. */
    String line() {
        return "" + (FIRST_AREA + index / EXCHANGES) + (FIRST_EXCHANGE + index % EXCHANGES) + ending;
    }

    /** Platforms spell a number in their own ways. @param number in any of them, or none */
    static String line(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - LINE));
    }

    boolean answerIsLost() {
        return ending.equals(LOST_ANSWER);
    }
}

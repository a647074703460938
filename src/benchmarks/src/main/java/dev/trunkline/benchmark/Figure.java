package dev.trunkline.benchmark;

/**
 * One line of the table.
 *
 * @param what was measured
 * @param value as it is printed
 * @param aim as it is printed; empty if there is none
 */
record Figure(String what, String value, String aim, Verdict verdict) {
    private static final int LONGEST = 200;

    /** What became of an aim. */
    enum Verdict {
        MET("met"),
        MISSED("**missed**"),
        /** There was no aim. */
        TOLD(""),
        /** It could not be measured. */
        FAILED("**not measured**");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        private static Verdict of(boolean met) {
            return met ? MET : MISSED;
        }
    }

    static Figure told(String what, String value) {
        return new Figure(what, value, "", Verdict.TOLD);
    }

    static Figure aimed(String what, String value, String aim, boolean met) {
        return new Figure(what, value, aim, Verdict.of(met));
    }

    static Figure failed(String part, String why) {
        String line = why.replaceAll("[\\s|]+", " ");
        return new Figure(part, line.substring(0, Math.min(LONGEST, line.length())), "", Verdict.FAILED);
    }

    boolean failed() {
        return verdict == Verdict.FAILED;
    }

    /** As a row of a Markdown table. */
    String row() {
        return "| " + what + " | " + value + " | " + aim + " | " + verdict.word + " |";
    }
}

package dev.trunkline.system.soak;

/** How much of everything. Ten minutes are the measure; fewer have fewer, but something of each. @param minutes of load */
record Scale(int minutes) {
    private static final int DIALS_A_MINUTE = 500;
    private static final int CLIENT_CUTS_A_MINUTE = 50;
    private static final int LOST_ONE_IN = 20;
    private static final int REPEATED_ONE_IN = 5;
    /** What a kill takes with all that follows it. */
    private static final int SECONDS_OF_A_KILL = 95;

    private static final int SECONDS_AFTER_LONG_CUT = 15;

    int agents() {
        return 500;
    }

    int dials() {
        return DIALS_A_MINUTE * minutes;
    }

    /** Kept for the long cut, so that there are calls in it. */
    int dialsForTheLongCut() {
        return dials() / 8;
    }

    int lostAnswers() {
        return dials() / LOST_ONE_IN;
    }

    int repeats() {
        return dials() / REPEATED_ONE_IN;
    }

    int clientCuts() {
        return CLIENT_CUTS_A_MINUTE * minutes;
    }

    int streamCuts() {
        return 2 * minutes;
    }

    int kills() {
        return Math.max(1, minutes / 2);
    }

    int slowRate() {
        return 80;
    }

    int fastRate() {
        return 800;
    }

    /** Up to the fast rate, before anything is measured: a server that has just started still compiles itself. */
    int warmUpSeconds() {
        return 24;
    }

    /** At the slow rate. */
    int slowSeconds() {
        return 10 * minutes;
    }

    /** At the fast rate with nobody frozen, as long before as after some are. */
    int calmSeconds() {
        return Math.max(15, 3 * minutes);
    }

    int frozenSeconds() {
        return Math.max(15, 6 * minutes);
    }

    int longCutSeconds() {
        return Math.min(60, Math.max(10, 6 * minutes));
    }

    private double seconds() {
        return warmUpSeconds()
                + slowSeconds()
                + 2 * calmSeconds()
                + frozenSeconds()
                + (double) kills() * SECONDS_OF_A_KILL
                + longCutSeconds()
                + SECONDS_AFTER_LONG_CUT;
    }

    double dialsPerSecond() {
        // Somewhat faster, so that those which had to wait are done in time too.
        return dials() / seconds() * 1.2;
    }

    double clientCutsPerSecond() {
        return clientCuts() / seconds() * 1.2;
    }
}

package dev.trunkline.simulator.finesse.centre;

import java.util.Arrays;
import java.util.Optional;

/** How a campaign brings its records to agents (sheet 4.4). */
public enum CampaignMode {
    PREVIEW("preview"),
    DIRECT_PREVIEW("directpreview"),
    PROGRESSIVE("progressive"),
    PREDICTIVE("predictive"),
    CALLBACK("callback");

    private final String word;

    CampaignMode(String word) {
        this.word = word;
    }

    static Optional<CampaignMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    /** Whether the customer is called before the agent sees anything of the record. */
    boolean callsFirst() {
        return this == PROGRESSIVE || this == PREDICTIVE;
    }
}

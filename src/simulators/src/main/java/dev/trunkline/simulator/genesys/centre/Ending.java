package dev.trunkline.simulator.genesys.centre;

import java.util.List;

/**
 * Why a leg ended (sheet 6.1, 6.4).
 *
 * @param type the platform's disconnectType, relative to the leg that carries it
 * @param errorCode of errorInfo; empty if there is none
 * @param reasons what the carrier said; only the nested form shows them
 */
record Ending(String type, String errorCode, List<Reason> reasons) {

    /** @param system {@code sip} or {@code q850} */
    record Reason(String system, int code, String phrase) {}

    /**
     * By a word of the platform's: {@code sip 486}, {@code q850 17}, what follows {@code error.ininedgecontrol.}, else a disconnectType.
     */
    static Ending named(String word) {
        if (word.matches("(sip|q850) [0-9]+")) {
            String[] parts = word.split(" ");
            return new Ending("endpoint", "", List.of(new Reason(parts[0], Integer.parseInt(parts[1]), "")));
        }
        return word.matches("(connection|internal)\\..*") ? error(word) : of(word);
    }

    static Ending of(String type) {
        return new Ending(type, "", List.of());
    }

    static Ending error(String code) {
        return new Ending("error", "error.ininedgecontrol." + code, List.of());
    }

    static Ending carrier(String type, int sip, String phrase, int q850, String cause) {
        return new Ending(type, "", List.of(new Reason("sip", sip, phrase), new Reason("q850", q850, cause)));
    }
}

package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.Settings;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a dial needs and how it is answered, and what no source confirms of it, both ways (sheet 3). Names of the settings are the names here.
 *
 * @param dialBody the answer is a CallInfo
 * @param offered a call begins as OFFERED
 * @param extensionsRing a number that is an agent's station rings there
 * @param multipleContacts what comes of a number of {@code sharedNumbers} (none: of any number), if the dial asks for it
 */
public record DialRules(
        boolean emptyStationDials,
        boolean dialNeedsReady,
        int dialStatus,
        boolean dialBody,
        FirstEvent firstEvent,
        boolean offered,
        boolean campaignNeeded,
        NumberForm numbers,
        Failure invalidNumber,
        Ending busyEnds,
        Ending rejects,
        MakeCallFailed makeCallFailed,
        DialErrors dialErrors,
        MultipleContacts multipleContacts,
        boolean extensionsRing,
        Set<String> doNotCall,
        Set<String> sharedNumbers) {

    /** Whether what a request causes is told before the request is answered. */
    public enum FirstEvent {
        AFTER_ANSWER,
        BEFORE_ANSWER,
        EITHER
    }

    /** Which numbers are taken (sheet 3.4). */
    public enum NumberForm {
        ANY("[+*#]?[0-9*#]{2,20}"),
        NANP10("[2-9][0-9]{9}"),
        E164("[+][1-9][0-9]{6,14}");

        private final String pattern;

        NumberForm(String pattern) {
            this.pattern = pattern;
        }

        boolean takes(String number) {
            return number.matches(pattern);
        }
    }

    /** How it is told that a number is none: at once, or by event 65. */
    public enum Failure {
        REFUSED,
        FAILED
    }

    /** How it is told that nobody comes to the telephone: a call that is over, or event 65. */
    public enum Ending {
        WRAP_UP,
        FAILED
    }

    /** What event 65 holds. */
    public enum MakeCallFailed {
        CTI,
        NUMBER,
        EMPTY
    }

    /** Whether a refusal of a dial has codes. */
    public enum DialErrors {
        CODES,
        MESSAGES
    }

    /** What becomes of a dial whose number several contacts have. */
    public enum MultipleContacts {
        IGNORE,
        REFUSE,
        ASK
    }

    /** Whether it is so this time. */
    public boolean tellsFirst() {
        return firstEvent == FirstEvent.BEFORE_ANSWER
                || firstEvent == FirstEvent.EITHER
                        && ThreadLocalRandom.current().nextBoolean();
    }

    public static DialRules from(Settings settings) {
        return new DialRules(
                settings.flag("emptyStationDials", false),
                settings.flag("dialNeedsReady", false),
                settings.number("dialStatus", 200),
                settings.flag("dialBody", false),
                settings.word("firstEvent", FirstEvent.EITHER),
                settings.flag("offered", true),
                settings.flag("campaignNeeded", true),
                settings.word("numbers", NumberForm.ANY),
                settings.word("invalidNumber", Failure.REFUSED),
                settings.word("busyEnds", Ending.WRAP_UP),
                settings.word("rejects", Ending.FAILED),
                settings.word("makeCallFailed", MakeCallFailed.CTI),
                settings.word("dialErrors", DialErrors.CODES),
                settings.word("multipleContacts", MultipleContacts.IGNORE),
                settings.flag("extensionsRing", true),
                DeskRules.words(settings.text("doNotCall", "")),
                DeskRules.words(settings.text("sharedNumbers", "3125550191")));
    }
}

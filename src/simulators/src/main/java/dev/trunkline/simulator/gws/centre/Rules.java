package dev.trunkline.simulator.gws.centre;

import dev.trunkline.simulator.Settings;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** How the switch is set up, and what no source confirms, both ways. Names of the settings are the names here. */
public record Rules(
        FirstEvent firstEvent,
        int firstExtension,
        Set<String> otherExtensions,
        boolean voiceFeature,
        boolean dialNeedsSession,
        boolean dialNeedsReady,
        AfterLogin afterLogin,
        AfterWrapUp afterWrapUp,
        boolean tellsWrapUpTime,
        boolean dataAfterRelease,
        AgentPhones agentPhones,
        InvalidNumber invalidNumber,
        Digits digits,
        boolean errorTexts,
        Powers powers) {

    /** Whether what a request causes is told before the request is answered (sheet 3.2, 5.5). */
    public enum FirstEvent {
        AFTER_ANSWER,
        BEFORE_ANSWER,
        EITHER
    }

    /** What an agent is once he has logged in (sheet 2.5). */
    public enum AfterLogin {
        NOT_READY,
        READY,
        LOGGED_IN
    }

    /** What an agent is when the time for work after a call is over. */
    public enum AfterWrapUp {
        READY,
        BEFORE
    }

    /** What an agent's phone does when somebody calls it; where it is BY_HAND, no request can answer it (sheet 4.1). */
    public enum AgentPhones {
        RING,
        AUTO_ANSWER,
        BY_HAND
    }

    /** How it is told that a number is none (sheet 3.3). */
    public enum InvalidNumber {
        HTTP_ERROR,
        ERROR_MESSAGE,
        RELEASED
    }

    /** What may be sent as tones (sheet 4.1). */
    public enum Digits {
        ALL,
        NUMBERS
    }

    /**
     * What is in a call's capabilities beyond the documented ones, by version and configuration (sheet 4.2).
     *
     * @param retrieveInConsult the held call of a consult still offers Retrieve
     * @param tellsCapabilities the call that a consult was about is told again when the consult ends
     */
    public record Powers(
            boolean clearCall,
            boolean mute,
            boolean recording,
            boolean reject,
            boolean retrieveInConsult,
            boolean tellsCapabilities) {
        static Powers from(Settings settings) {
            return new Powers(
                    settings.flag("clearCall", true),
                    settings.flag("mute", true),
                    settings.flag("recording", false),
                    settings.flag("reject", false),
                    settings.flag("retrieveInConsult", false),
                    settings.flag("tellsCapabilities", true));
        }
    }

    /** Whether it is so this time. */
    public boolean tellsFirst() {
        return firstEvent == FirstEvent.BEFORE_ANSWER
                || firstEvent == FirstEvent.EITHER
                        && ThreadLocalRandom.current().nextBoolean();
    }

    public static Rules from(Settings settings) {
        return new Rules(
                settings.word("firstEvent", FirstEvent.EITHER),
                settings.number("firstExtension", 0),
                words(settings.text("otherExtensions", "15002")),
                settings.flag("voiceFeature", true),
                settings.flag("dialNeedsSession", true),
                settings.flag("dialNeedsReady", false),
                settings.word("afterLogin", AfterLogin.NOT_READY),
                settings.word("afterWrapUp", AfterWrapUp.READY),
                settings.flag("tellsWrapUpTime", true),
                settings.flag("dataAfterRelease", false),
                settings.word("agentPhones", AgentPhones.RING),
                settings.word("invalidNumber", InvalidNumber.HTTP_ERROR),
                settings.word("digits", Digits.ALL),
                settings.flag("errorTexts", false),
                Powers.from(settings));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[ ,]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}

package dev.trunkline.simulator.five9.centre;

import dev.trunkline.simulator.Settings;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How agents begin and end their work, and what no source confirms of it, both ways (sheet 2.3 to 2.6). Names of the settings are the names
 * here.
 *
 * @param notices how many maintenance notices wait for each agent, 0 to 2
 * @param noticesAfterStart they appear once the session has begun, not before
 * @param selectSkills he has to choose his skills
 * @param duplicateLoginStatus the HTTP status of a second beginning
 * @param forceKicks who begins by force throws the other sessions out
 * @param presencePends a change during a call waits for its end
 * @param withoutPermissions those that agents lack
 */
public record DeskRules(
        int notices,
        boolean noticesAfterStart,
        boolean selectSkills,
        int duplicateLoginStatus,
        boolean forceKicks,
        int presenceStatus,
        boolean presencePends,
        AfterStart presenceAfterStart,
        AfterMigration afterMigration,
        MovedCalls movedCalls,
        Set<String> withoutPermissions) {

    /** What an agent is once he has begun. */
    public enum AfterStart {
        NOT_READY,
        READY
    }

    /** What an agent has to do on the other farm (sheet 5.6). */
    public enum AfterMigration {
        RELOGIN,
        SELECT_STATION,
        WORKING
    }

    /** What becomes of calls when the domain moves (sheet 5.4). */
    public enum MovedCalls {
        ENDED,
        KEPT
    }

    public static DeskRules from(Settings settings) {
        return new DeskRules(
                settings.number("notices", 0),
                settings.flag("noticesAfterStart", false),
                settings.flag("selectSkills", false),
                settings.number("duplicateLoginStatus", VccException.STATUS),
                settings.flag("forceKicks", false),
                settings.number("presenceStatus", 200),
                settings.flag("presencePends", true),
                settings.word("presenceAfterStart", AfterStart.NOT_READY),
                settings.word("afterMigration", AfterMigration.RELOGIN),
                settings.word("movedCalls", MovedCalls.ENDED),
                words(settings.text("withoutPermissions", "")));
    }

    static Set<String> words(String text) {
        return Arrays.stream(text.split("[ ,]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}

package dev.trunkline.store;

import java.sql.SQLException;
import java.util.Set;

/** Tells the failure of a database, after which the same may be stored or read later, from the refusal of what it was given. */
public final class Outage {
    /** SQLState classes of a database that is well: wrong data, a constraint, a wrong statement. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "42");

    private static final int CLASS_LENGTH = 2;

    private Outage() {}

    /** Whether the database failed, and not what it was given. A failure without any word of the database is our own. */
    public static boolean in(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException word) {
                return !refusal(word);
            }
        }
        return false;
    }

    /** For the server's log: what the database itself said first. */
    public static String word(Throwable failed) {
        Throwable first = failed;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage()).lines().findFirst().orElse("");
    }

    private static boolean refusal(SQLException word) {
        String state = word.getSQLState();
        return state != null && state.length() > CLASS_LENGTH && REFUSALS.contains(state.substring(0, CLASS_LENGTH));
    }
}

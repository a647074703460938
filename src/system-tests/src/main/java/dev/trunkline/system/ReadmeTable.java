package dev.trunkline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts the table of the contract kit's last run into README, or checks that it is there. A program of one file, so that it needs no build:
 * {@code java src/system-tests/src/main/java/dev/trunkline/system/ReadmeTable.java} at the root of the tree. With {@code check}, and then
 * which tests were chosen for the run if not all were, it only looks.
 */
public final class ReadmeTable {
    private static final String BEGIN = "<!-- contract kit -->\n";
    private static final String END = "<!-- end of contract kit -->\n";
    private static final String RENEW = "java src/system-tests/src/main/java/dev/trunkline/system/ReadmeTable.java";

    private ReadmeTable() {}

    public static void main(String[] arguments) throws IOException {
        boolean check = arguments.length > 0 && arguments[0].equals("check");
        Path root = Path.of(check ? arguments[1] : ".");
        Path readme = root.resolve("README.md");
        Path table = root.resolve("src/system-tests/target/contract-kit.md");
        // Maven gives null for a property that nobody set.
        boolean chosen = arguments.length > 2 && arguments[2] != null;
        if (check && (chosen || !Files.exists(table))) {
            return;
        }
        String before = Files.readString(readme);
        String after = with(before, Files.readString(table));
        if (!check) {
            Files.writeString(readme, after);
        } else if (!after.equals(before)) {
            throw new IllegalStateException(
                    "README.md does not show what the contract kit found in this run. Renew it: " + RENEW);
        }
    }

    private static String with(String readme, String table) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("README.md has no place for the table, between " + BEGIN + "and " + END);
        }
        return readme.substring(0, begin) + BEGIN + "\n" + table + "\n" + readme.substring(end);
    }
}

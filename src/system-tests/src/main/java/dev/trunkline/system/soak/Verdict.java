package dev.trunkline.system.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table: what was wanted, what was found, whether that is right. */
final class Verdict {
    private static final int SHOWN = 5;

    private final List<Row> rows = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    /** @param result {@code ok}, {@code FAIL}, {@code missed} (an aim of speed: no fault) or {@code ""} (only told) */
    record Row(String line, String wanted, String found, String result) {}

    void told(String line, Object found) {
        rows.add(new Row(line, "", String.valueOf(found), ""));
    }

    void must(String line, String wanted, Object found, boolean right) {
        rows.add(new Row(line, wanted, String.valueOf(found), right ? "ok" : "FAIL"));
    }

    void equal(String line, long wanted, long found) {
        must(line, String.valueOf(wanted), found, wanted == found);
    }

    /** For what depends on the machine too. */
    void aim(String line, String wanted, Object found, boolean reached) {
        rows.add(new Row(line, wanted, String.valueOf(found), reached ? "ok" : "missed"));
    }

    /** @param fair whether it can be judged here; else it is an aim */
    void judge(boolean fair, String line, String wanted, Object found, boolean right) {
        if (fair) {
            must(line, wanted, found, right);
        } else {
            aim(line, wanted, found, right);
        }
    }

    /** There must be none of these; the first are shown. */
    void none(String line, List<String> sentences) {
        equal(line, 0, sentences.size());
        sentences.forEach(sentence -> details.add(line + ": " + sentence));
    }

    boolean passed() {
        return rows.stream().noneMatch(row -> row.result.equals("FAIL"));
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** As Markdown, which is readable on a console too. */
    String table() {
        int[] widths = {width(Row::line, "line"), width(Row::wanted, "wanted"), width(Row::found, "found"), 6};
        StringBuilder table = new StringBuilder();
        line(table, widths, "line", "wanted", "found", "result");
        line(table, widths, "-".repeat(widths[0]), "-".repeat(widths[1]), "-".repeat(widths[2]), "------");
        rows.forEach(row -> line(table, widths, row.line, row.wanted, row.found, row.result));
        return table.toString();
    }

    private int width(Function<Row, String> cell, String title) {
        return Math.max(
                title.length(),
                rows.stream().mapToInt(row -> cell.apply(row).length()).max().orElse(0));
    }

    private static void line(StringBuilder table, int[] widths, String... cells) {
        table.append('|');
        for (int i = 0; i < cells.length; i++) {
            table.append(' ')
                    .append(cells[i])
                    .append(" ".repeat(widths[i] - cells[i].length()))
                    .append(" |");
        }
        table.append('\n');
    }

    /** All that is behind the failing lines. */
    List<String> details() {
        return List.copyOf(details);
    }

    List<String> firstDetails() {
        List<String> first = new ArrayList<>();
        for (Row row : rows) {
            details.stream()
                    .filter(detail -> detail.startsWith(row.line + ": "))
                    .limit(SHOWN)
                    .forEach(first::add);
        }
        return first;
    }
}

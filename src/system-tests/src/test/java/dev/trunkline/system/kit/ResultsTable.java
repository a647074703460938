package dev.trunkline.system.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Platform x verb x result, and how many cases of each kind passed; nothing in it changes from run to run but results. */
final class ResultsTable {
    private static final String UNTRIED = "";

    /** One variant of a platform. */
    private static final class Column {
        private final Map<String, String> verbs = new TreeMap<>();
        private final Map<String, int[]> counts = new LinkedHashMap<>();
    }

    private final Map<String, Column> columns = new TreeMap<>();

    synchronized void worked(String platform, String verb, boolean passed) {
        tell(platform, verb, "works", passed);
    }

    synchronized void refused(String platform, String verb, boolean passed) {
        tell(platform, verb, "refused", passed);
    }

    /** One case that fails outweighs all others of its verb. */
    private void tell(String platform, String verb, String result, boolean passed) {
        column(platform)
                .verbs
                .merge(verb, passed ? result : "FAILS", (known, now) -> known.equals("FAILS") ? known : now);
    }

    synchronized void count(String platform, String kind, boolean passed) {
        int[] counts = column(platform).counts.computeIfAbsent(kind, any -> new int[2]);
        counts[0] += passed ? 1 : 0;
        counts[1]++;
    }

    private Column column(String platform) {
        return columns.computeIfAbsent(platform, any -> new Column());
    }

    synchronized String text() {
        List<String> lines = new ArrayList<>();
        lines.add(line("verb", column -> column));
        lines.add(columns.keySet().stream().map(any -> "---").collect(Collectors.joining("|", "|---|", "|")));
        Verbs.all()
                .forEach(verb ->
                        lines.add(line(verb, title -> columns.get(title).verbs.getOrDefault(verb, UNTRIED))));
        lines.add("");
        lines.add(line("cases passed", column -> column));
        lines.add(columns.keySet().stream().map(any -> "---").collect(Collectors.joining("|", "|---|", "|")));
        kinds().forEach(kind ->
                lines.add(line(kind, title -> passed(columns.get(title).counts.get(kind)))));
        lines.add(line("**all**", title -> "**" + passed(sum(columns.get(title))) + "**"));
        return String.join("\n", lines) + "\n";
    }

    private Stream<String> kinds() {
        Stream<String> groups = Stream.of(Covers.Group.values()).map(Covers.Group::title);
        return Stream.concat(Stream.of("verbs that work"), groups)
                .filter(kind -> columns.values().stream().anyMatch(column -> column.counts.containsKey(kind)));
    }

    private String line(String head, Function<String, String> cell) {
        return columns.keySet().stream().map(cell).collect(Collectors.joining(" | ", "| " + head + " | ", " |"));
    }

    private static int[] sum(Column column) {
        int[] sum = new int[2];
        column.counts.values().forEach(counts -> {
            sum[0] += counts[0];
            sum[1] += counts[1];
        });
        return sum;
    }

    private static String passed(int[] counts) {
        if (counts == null) {
            return UNTRIED;
        }
        return counts[0] == counts[1] ? String.valueOf(counts[1]) : counts[0] + " of " + counts[1];
    }
}

package dev.trunkline.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a process spends its time: a flight recording of it, counted by package and by method. */
public final class Profile {
    private static final String NAME = "benchmark";
    private static final int MOST_LINES = 30;
    private static final int PACKAGE_WORDS = 4;
    /** What Java itself does is done for somebody: the first caller that is not Java. */
    private static final List<String> JAVA = List.of("java.", "jdk.", "sun.", "javax.", "com.sun.");

    private final Jcmd tool;
    private final Path recording;

    private Profile(Jcmd tool, Path recording) {
        this.tool = tool;
        this.recording = recording;
    }

    /** @param recording where it is written */
    public static Profile begin(long pid, Path recording) {
        Jcmd tool = new Jcmd(pid);
        tool.ask("JFR.start", "name=" + NAME, "settings=profile");
        return new Profile(tool, recording);
    }

    /** Ends it. @return the report, also written beside the recording */
    public Path end() {
        tool.ask("JFR.stop", "name=" + NAME, "filename=" + recording);
        Path report = recording.resolveSibling(recording.getFileName() + ".txt");
        try {
            return Files.write(report, report(stacks(recording)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of each sample the methods, innermost first. */
    private static List<List<String>> stacks(Path recording) throws IOException {
        List<List<String>> stacks = new ArrayList<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                    stacks.add(event.getStackTrace().getFrames().stream()
                            .map(Profile::name)
                            .toList());
                }
            }
        }
        return stacks;
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    static List<String> report(List<List<String>> stacks) {
        List<String> lines = new ArrayList<>();
        lines.add(stacks.size() + " samples");
        section(lines, "innermost package that is not Java's", stacks, stack -> Set.of(layer(stack)));
        section(lines, "innermost method", stacks, stack -> Set.of(stack.get(0)));
        section(lines, "innermost method that is not Java's", stacks, stack -> Set.of(foreign(stack)));
        section(lines, "anywhere in the stack", stacks, HashSet::new);
        return lines;
    }

    private static void section(
            List<String> lines, String title, List<List<String>> stacks, Function<List<String>, Set<String>> names) {
        Map<String, Integer> counts = new HashMap<>();
        stacks.stream()
                .filter(stack -> !stack.isEmpty())
                .flatMap(stack -> names.apply(stack).stream())
                .forEach(name -> counts.merge(name, 1, Integer::sum));
        lines.add("");
        lines.add(title + ":");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_LINES)
                .map(entry -> String.format("%6.1f %%  %s", 100.0 * entry.getValue() / stacks.size(), entry.getKey()))
                .forEach(lines::add);
    }

    private static String foreign(List<String> stack) {
        return stack.stream()
                .filter(method -> JAVA.stream().noneMatch(method::startsWith))
                .findFirst()
                .orElse("(Java alone) " + stack.get(stack.size() - 1));
    }

    private static String layer(List<String> stack) {
        String method = foreign(stack);
        String type = method.substring(0, method.lastIndexOf('.'));
        List<String> words = Stream.of(type.split("\\.")).toList();
        return String.join(".", words.subList(0, Math.min(PACKAGE_WORDS, Math.max(1, words.size() - 1))));
    }
}

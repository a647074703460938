package dev.trunkline.system.soak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what was dialled with the calls that the platform really created; each dial has a number of its own. */
final class DialChecks {
    private final Collection<Dial> dials;
    private final CommandBook commands;
    private final Map<String, List<PlatformCall>> created = new HashMap<>();

    DialChecks(Collection<Dial> dials, List<PlatformCall> platform, CommandBook commands) {
        this.dials = dials;
        this.commands = commands;
        platform.forEach(call -> created.computeIfAbsent(Fate.line(call.number()), number -> new ArrayList<>())
                .add(call));
    }

    private List<PlatformCall> callsOf(Dial dial) {
        return created.getOrDefault(dial.fate().line(), List.of());
    }

    List<String> doubles() {
        return created.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry ->
                        entry.getKey() + " was dialled " + entry.getValue().size() + " times: " + entry.getValue())
                .toList();
    }

    List<String> wrongAnswers() {
        return dials.stream().flatMap(dial -> dial.wrongAnswers().stream()).toList();
    }

    /** A dial that is done has its call; a call has its dial. */
    List<String> unmatched() {
        List<String> wrong = new ArrayList<>();
        Map<String, Dial> byLine = new HashMap<>();
        for (Dial dial : dials) {
            byLine.put(dial.fate().line(), dial);
            boolean done = dial.commandId()
                    .flatMap(commands::outcome)
                    .filter(end -> end.code().isEmpty())
                    .isPresent();
            if (done && callsOf(dial).isEmpty()) {
                wrong.add(dial.fate().number() + " is done, " + dial.commandId().orElse("") + ", and has no call");
            }
        }
        created.keySet().stream()
                .filter(number -> !byLine.containsKey(number)
                        || byLine.get(number).commandId().isEmpty())
                .forEach(number -> wrong.add("a call to " + number + " that nobody was told to be accepted"));
        return wrong;
    }

    long accepted() {
        return dials.stream().filter(dial -> dial.commandId().isPresent()).count();
    }

    /** Those whose call was created, and whose answer the platform did not give. */
    long lostAnswers() {
        return dials.stream()
                .filter(dial -> dial.fate().answerIsLost() && dial.commandId().isPresent())
                .count();
    }

    long repeated() {
        return dials.stream()
                .filter(dial -> dial.fate().repeat().isPresent() && dial.repeated())
                .count();
    }

    long unanswered() {
        return dials.stream().mapToLong(Dial::unansweredTimes).sum();
    }

    Map<String, Integer> refusals() {
        Map<String, Integer> counts = new TreeMap<>();
        dials.forEach(
                dial -> dial.refusals().forEach(code -> counts.merge(dial.channel() + " " + code, 1, Integer::sum)));
        return counts;
    }

    Map<String, Integer> failures() {
        Map<String, Integer> counts = new TreeMap<>();
        dials.forEach(dial -> dial.commandId()
                .flatMap(commands::outcome)
                .filter(end -> !end.code().isEmpty())
                .ifPresent(end -> counts.merge(dial.channel() + " " + end.code(), 1, Integer::sum)));
        return counts;
    }
}

package dev.trunkline.simulator;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One platform's part of the settings as text. A name that nobody reads is a mistake of whoever wrote it, so it is refused. */
public final class Settings {
    private static final Pattern CAPITAL = Pattern.compile("_(.)");

    private final String prefix;
    private final Map<String, String> values;
    private final Set<String> read = new HashSet<>();

    public Settings(String owner, Map<String, String> values) {
        this.prefix = owner + ".";
        this.values = values;
    }

    public String text(String name, String usual) {
        read.add(prefix + name);
        return values.getOrDefault(prefix + name, usual);
    }

    public boolean flag(String name, boolean usual) {
        String text = text(name, Boolean.toString(usual));
        if (!Set.of("true", "false").contains(text)) {
            throw wrong(name, text, "true or false");
        }
        return Boolean.parseBoolean(text);
    }

    public int number(String name, int usual) {
        String text = text(name, Integer.toString(usual));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(name, text, "a whole number");
        }
    }

    /** A duration such as {@code 200ms}, {@code 8s} or {@code 5m}. */
    public Duration duration(String name, Duration usual) {
        String text = text(name, usual.toMillis() + "ms").toLowerCase(Locale.ROOT);
        String digits = text.replaceAll("[^0-9].*", "");
        if (digits.isEmpty()) {
            throw wrong(name, text, "a duration such as 200ms, 8s or 5m");
        }
        long amount = Long.parseLong(digits);
        return switch (text.substring(digits.length())) {
            case "ms" -> Duration.ofMillis(amount);
            case "s", "" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> throw wrong(name, text, "a duration such as 200ms, 8s or 5m");
        };
    }

    public <E extends Enum<E>> E word(String name, E usual) {
        return word(name, usual, List.of(usual.getDeclaringClass().getEnumConstants()));
    }

    /** One of those that make sense here. */
    public <E extends Enum<E>> E word(String name, E usual, List<E> words) {
        String text = text(name, spelled(usual));
        return words.stream()
                .filter(word -> spelled(word).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        text,
                        "one of " + words.stream().map(Settings::spelled).toList()));
    }

    /** As settings spell their values, whatever platform they are of: {@code NOT_READY} is {@code notReady}. */
    static String spelled(Enum<?> word) {
        return CAPITAL.matcher(word.name().toLowerCase(Locale.ROOT))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** Called once all is read. */
    public void refuseUnread() {
        Set<String> unread = values.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
        unread.removeAll(read);
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nobody knows the settings " + unread + ". Known are " + new TreeSet<>(read) + ".");
        }
    }

    private IllegalArgumentException wrong(String name, String text, String wanted) {
        return new IllegalArgumentException(prefix + name + " is '" + text + "', it must be " + wanted + ".");
    }
}

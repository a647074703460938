package dev.trunkline.message;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which spelling of a channel means which channel (contract 8.2). Whether a channel is connected here is not its business. */
public final class ChannelNames {
    private static final String ALIAS = "trunkline.channel.alias.";
    private static final String NO_CONNECTOR = "-";

    private final Map<String, String> canonical;

    private ChannelNames(Map<String, String> canonical) {
        this.canonical = Collections.unmodifiableMap(canonical);
    }

    /** The names of the contract, from the table beside this class. */
    public static ChannelNames shipped() {
        Map<String, String> names = new LinkedHashMap<>();
        try (InputStream table = requireNonNull(
                        ChannelNames.class.getResourceAsStream("channels.properties"), "channels.properties");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] sides = line.split("=", 2);
                        Arrays.stream(sides[1].trim().split(" +")).forEach(word -> names.put(word, sides[0].trim()));
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ChannelNames(names);
    }

    /** With the names that a vendor brings; a word that meant "no connector" gets one, any other word keeps its meaning. */
    public ChannelNames with(Map<String, String> further) {
        Map<String, String> all = new LinkedHashMap<>(canonical);
        further.forEach((word, name) -> {
            String before = all.put(token(word), name);
            if (before != null && !before.equals(NO_CONNECTOR) && !before.equals(name)) {
                throw new IllegalArgumentException("channel word '" + word + "' means both " + before + " and " + name);
            }
        });
        return new ChannelNames(all);
    }

    /** With what the operator maps by {@code trunkline.channel.alias.<canonical lower case>}; an alias has no alias. */
    public ChannelNames aliased(Function<String, Optional<String>> setting) {
        Map<String, String> all = new LinkedHashMap<>(canonical);
        all.replaceAll((word, name) -> {
            String key = ALIAS + name.toLowerCase(Locale.ROOT);
            return setting.apply(key).map(alias -> aliasOf(key, alias)).orElse(name);
        });
        return new ChannelNames(all);
    }

    private String aliasOf(String key, String alias) {
        return canonical(alias)
                .orElseThrow(
                        () -> new IllegalArgumentException(key + " is '" + alias + "', which is not one of " + this));
    }

    /** The channel that this spelling means, if there is a connector for it. */
    public Optional<String> canonical(String sent) {
        return Optional.ofNullable(canonical.get(token(sent))).filter(name -> !name.equals(NO_CONNECTOR));
    }

    /** True for a word that we know but cannot serve. */
    public boolean withoutConnector(String sent) {
        return NO_CONNECTOR.equals(canonical.get(token(sent)));
    }

    private static String token(String sent) {
        return Words.token("-_.", sent);
    }

    /** The canonical names, in the order of the contract's table. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(canonical.values());
        names.remove(NO_CONNECTOR);
        return names;
    }

    /** For a refusal that lists them. */
    @Override
    public String toString() {
        return String.join(", ", names());
    }
}

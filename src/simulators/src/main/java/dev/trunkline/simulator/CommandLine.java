package dev.trunkline.simulator;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;

/** Reads what a person wrote behind the program's name, and system properties that begin with {@code simulators.}. */
final class CommandLine {
    private static final String HEAD =
            """
            Simulated contact-centre platforms; their control plane is on 8100.

              --port-offset N      moves every port by N
              --control-port N     port of the control plane
              --agents N           so many numbered agents (agent0001, ...) beside alice, bob, carol, dave, erin
              --certificate FILE   writes the certificate that clients have to trust to FILE, as PEM
              --NAME=VALUE         a setting, for example --finesse.wrapUp=5s (GET /platforms lists them)
              --help               this text
            """;
    private static final String TAIL =
            """

            Each setting may also be given as a system property: -Dsimulators.finesse.wrapUp=5s,
            -Dsimulators.portOffset=100, -Dsimulators.certificate=FILE, -Dsimulators.agents=100.
            """;
    private static final String PREFIX = "simulators.";

    private CommandLine() {}

    /** What there is to choose, of each platform in its own words. */
    static String help(Iterable<PlatformProvider> platforms) {
        StringBuilder help = new StringBuilder(HEAD);
        platforms.forEach(platform -> help.append('\n').append(platform.help()));
        return help.append(TAIL).toString();
    }

    static Options read(List<String> words, Properties properties) {
        Options options = fromProperties(properties);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            options = read(options, rest.next(), rest);
        }
        return options;
    }

    private static Options fromProperties(Properties properties) {
        Options options = Options.demo();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                options = fromProperty(options, name.substring(PREFIX.length()), properties.getProperty(name));
            }
        }
        return options;
    }

    private static Options fromProperty(Options options, String name, String value) {
        return switch (name) {
            case "portOffset" -> options.withPortOffset(number(name, value));
            case "agents" -> options.withAgents(number(name, value));
            case "certificate" -> options.withCertificateFile(Path.of(value));
            default -> options.with(name, value);
        };
    }

    private static Options read(Options options, String word, Iterator<String> rest) {
        return switch (word) {
            case "--port-offset" -> options.withPortOffset(number(word, value(word, rest)));
            case "--control-port" -> options.with("control.port", number(word, value(word, rest)));
            case "--agents" -> options.withAgents(number(word, value(word, rest)));
            case "--certificate" -> options.withCertificateFile(Path.of(value(word, rest)));
            default -> setting(options, word);
        };
    }

    private static Options setting(Options options, String word) {
        int equals = word.indexOf('=');
        if (!word.startsWith("--") || equals < 0) {
            throw new IllegalArgumentException("'" + word + "' is not an option; --help lists them.");
        }
        return options.with(word.substring(2, equals), word.substring(equals + 1));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value behind it.");
        }
        return rest.next();
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a whole number, not '" + text + "'.", e);
        }
    }
}

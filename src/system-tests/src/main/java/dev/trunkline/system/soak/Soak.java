package dev.trunkline.system.soak;

import dev.trunkline.system.GatewayDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * An installation under fire, in the foreground, until the table is printed. First argument: the root of the source tree. Properties:
 * {@code soak.minutes}, {@code soak.seed}, {@code soak.platforms} (names of vendors), {@code soak.database} ({@code h2} or {@code postgresql}).
 */
public final class Soak {
    private static final int SEEDS = 1_000_000;

    private Soak() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".")
                .toAbsolutePath()
                .normalize();
        int minutes = Integer.parseInt(property("soak.minutes", "10"));
        long seed = Long.parseLong(property("soak.seed", String.valueOf(new Random().nextInt(SEEDS))));
        String database = property("soak.database", GatewayDatabase.EMBEDDED);
        List<Platform> platforms = Platform.named(property("soak.platforms", ""));
        boolean passed = run(root, new Scale(minutes), platforms, seed, database);
        Runtime.getRuntime().exit(passed ? 0 : 1);
        new CountDownLatch(1).await();
    }

    /** Maven gives an empty one where nobody set it. */
    private static String property(String name, String usual) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? usual : value;
    }

    private static boolean run(Path root, Scale scale, List<Platform> platforms, long seed, String database) {
        Console.say(
                "soak of %d minutes on %s, again with -Dsoak.minutes=%d -Dsoak.seed=%d -Dsoak.platforms=%s -Dsoak.database=%s",
                scale.minutes(), platforms, scale.minutes(), seed, names(platforms), database);
        Path target = root.resolve("src/system-tests/target");
        House house = new House(
                root, target.resolve("soak"), scale.agents(), platforms, GatewayDatabase.named(database, root));
        Thread end = new Thread(house::close, "end of the soak");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            Run run = new Run(scale, seed, house);
            new Course(run).run();
            new Checks(run).judge();
            return told(run.verdict(), target, scale, platforms + ", " + database + ", seed " + seed);
        } catch (RuntimeException broken) {
            Console.say("it could not go on: %s", broken);
            throw broken;
        } finally {
            house.close();
        }
    }

    private static String names(List<Platform> platforms) {
        return platforms.stream().map(one -> one.vendor().platform()).collect(Collectors.joining(","));
    }

    private static boolean told(Verdict verdict, Path target, Scale scale, String how) {
        String head = Instant.now() + ", " + scale.minutes() + " minutes, " + how + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version();
        Console.line("\n" + head + "\n\n" + verdict.table());
        verdict.firstDetails().forEach(Console::line);
        try {
            Files.writeString(target.resolve("soak.md"), head + "\n\n" + verdict.table());
            Files.write(target.resolve("soak-details.txt"), verdict.details());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return verdict.passed();
    }
}

package dev.trunkline.system.soak;

import dev.trunkline.system.GatewayDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * An installation under fire, in the foreground, until the table is printed. First argument: the root of the source tree. Properties:
 * {@code soak.minutes}, {@code soak.seed}, {@code soak.database} ({@code h2} or {@code postgresql}).
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
        boolean passed = run(root, new Scale(minutes), seed, database);
        Runtime.getRuntime().exit(passed ? 0 : 1);
        new CountDownLatch(1).await();
    }

    /** Maven gives an empty one where nobody set it. */
    private static String property(String name, String usual) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? usual : value;
    }

    private static boolean run(Path root, Scale scale, long seed, String database) {
        Console.say(
                "soak of %d minutes, again with -Dsoak.minutes=%d -Dsoak.seed=%d -Dsoak.database=%s",
                scale.minutes(), scale.minutes(), seed, database);
        Path target = root.resolve("src/system-tests/target");
        House house = new House(root, target.resolve("soak"), scale.agents(), GatewayDatabase.named(database, root));
        Thread end = new Thread(house::close, "end of the soak");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            Run run = new Run(scale, seed, house);
            new Course(run).run();
            new Checks(run).judge();
            return told(run.verdict(), target, scale, database + ", seed " + seed);
        } catch (RuntimeException broken) {
            Console.say("it could not go on: %s", broken);
            throw broken;
        } finally {
            house.close();
        }
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

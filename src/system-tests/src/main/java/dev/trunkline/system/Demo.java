package dev.trunkline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Simulators and gateway in the foreground, until somebody ends it. First argument: the root of the source tree. */
public final class Demo {
    private static final double MILLIS = 1e3;

    private final Installation demo;
    private final Remains remains;
    private volatile Optional<Child> simulators = Optional.empty();
    private volatile Optional<Child> gateway = Optional.empty();
    private volatile boolean ending;

    private Demo(Installation demo) {
        this.demo = demo;
        this.remains = new Remains(demo.data().resolve("processes"));
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".")
                .toAbsolutePath()
                .normalize();
        new Demo(new Installation(root, root.resolve(".trunkline"), Ports.demo())).run();
    }

    private void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the demo"));
        try {
            start();
            hello();
            Child first = (Child) CompletableFuture.anyOf(
                            simulators.get().end(), gateway.get().end())
                    .join();
            if (!ending) {
                throw first.ended("ended, though nobody asked it to");
            }
        } catch (LaunchException failed) {
            if (!ending) {
                tell("\n" + failed.getMessage() + "\n");
                Runtime.getRuntime().exit(1);
            }
        }
        // The machine is going down; Maven need not say anything any more.
        new CountDownLatch(1).await();
    }

    /** Both at once: the gateway only asks for the platform when somebody signs in, or was signed in. */
    private void start() {
        portsMustBeFree();
        forget(demo.simulatorsLog());
        forget(demo.gatewayLog());
        say("starting the simulated platforms and the gateway on Payara Micro (logs in .trunkline/)");
        simulators = Optional.of(demo.launchSimulators());
        gateway = Optional.of(demo.launchGateway(Map.of()));
        remains.write(simulators.get(), gateway.get());
        demo.awaitSimulators(simulators.get());
        say("the simulators are up");
        demo.awaitGateway(gateway.get());
        say("the gateway is up");
    }

    private void portsMustBeFree() {
        try {
            demo.ports().mustBeFree();
        } catch (LaunchException taken) {
            throw new LaunchException(taken.getMessage() + remains.hint(), null);
        }
    }

    private static void forget(Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private void hello() {
        String url = demo.url();
        tell("");
        tell("Trunkline is ready: " + url);
        tell("");
        tell(String.format(
                "  Up after %.0f s, Maven's part included. Its people are the agents alice, bob, carol, dave",
                seconds()));
        tell("  and erin, the supervisor sue and the admin root; each password is the name. In another terminal:");
        tell("");
        tell("    curl -u alice:alice -X POST " + url + "api/v1/tokens");
        tell("    curl " + demo.controlUrl() + "/calls            # the simulators' books");
        tell("    README.md, 'A first call', goes on from there");
        tell("");
        tell("  Ctrl-C ends it all; the data stays in .trunkline/.");
    }

    /** The gateway first, so that it does not see its platform go. */
    private void end() {
        ending = true;
        if (simulators.isPresent()) {
            tell("\nEnding the gateway, then the simulators ...");
        }
        gateway.ifPresent(Child::close);
        simulators.ifPresent(Child::close);
        if (simulators.isPresent()) {
            remains.clear();
            tell("Ended.");
        }
    }

    private void say(String what) {
        tell(String.format("[%5.1f s] %s", seconds(), what));
    }

    /** Since this Java began, which is Maven's. */
    private static double seconds() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS;
    }

    private static void tell(String line) {
        // console program
        System.out.println(line);
        // end of console program
    }
}

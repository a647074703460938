package dev.trunkline.system;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Simulators and gateway in the foreground, until somebody ends it. First argument: the root of the source tree. */
public final class Demo {
    private static final double NANOS = 1e9;

    private final long begun = System.nanoTime();
    private volatile Optional<Child> simulators = Optional.empty();
    private volatile Optional<Child> gateway = Optional.empty();
    private volatile boolean ending;

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".")
                .toAbsolutePath()
                .normalize();
        new Demo().run(new Installation(root, root.resolve(".trunkline"), Ports.demo()));
    }

    private void run(Installation demo) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of the demo"));
        try {
            demo.ports().mustBeFree();
            say("starting the simulated Cisco Finesse");
            simulators = Optional.of(demo.startSimulators());
            say("starting the gateway on Payara Micro (log: .trunkline/gateway.log)");
            gateway = Optional.of(demo.startGateway(Map.of()));
            say("started");
            hello(demo);
            gateway.get().awaitEnd();
            if (!ending) {
                throw new LaunchException(
                        "The gateway ended by itself. Its last words:\n"
                                + gateway.get().lastLines(),
                        null);
            }
        } catch (LaunchException failed) {
            if (!ending) {
                tell("\n" + failed.getMessage() + "\n");
                Runtime.getRuntime().exit(1);
            }
        }
    }

    private void hello(Installation demo) {
        tell("Trunkline is ready: " + demo.url());
        tell("");
        tell("  Agents alice, bob, carol, dave, erin; supervisor sue; admin root; each password is the name.");
        tell("  A token:          curl -u alice:alice -X POST " + demo.url() + "api/v1/tokens");
        tell("  The first call:   README.md, 'A first call'");
        tell("  The simulators:   " + demo.controlUrl() + "/");
        tell("  Ctrl-C ends it all; the data stays in .trunkline/.");
    }

    /** The gateway first, so that it does not see its platform go. */
    private void end() {
        ending = true;
        if (simulators.isPresent()) {
            tell("\nEnding the gateway and the simulators ...");
        }
        gateway.ifPresent(Child::close);
        simulators.ifPresent(Child::close);
    }

    private void say(String what) {
        tell(String.format("[%5.1f s] %s", (System.nanoTime() - begun) / NANOS, what));
    }

    private static void tell(String line) {
        // console program
        System.out.println(line);
        // end of console program
    }
}

package dev.trunkline.simulator;

import dev.trunkline.simulator.finesse.Finesse;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** All simulated platforms and their control plane: a program of its own, or in a test's JVM with every port free. */
public final class Simulators implements AutoCloseable {
    private static final int CONTROL_PORT = 8100;

    private final Map<String, Platform> platforms = new LinkedHashMap<>();
    private final Identity identity;
    private WebServer control;

    private Simulators(Identity identity) {
        this.identity = identity;
    }

    /** Starts all that are on our class path; if one port cannot be opened, nothing stays open. */
    public static Simulators start(Options options) {
        return start(options, Simulators.class.getClassLoader());
    }

    /** @param where the platforms are looked for; further ones may be in a jar that we do not know */
    public static Simulators start(Options options, ClassLoader where) {
        Simulators simulators = new Simulators(options.identity().orElseGet(Identity::create));
        try {
            simulators.open(options, providers(where));
            options.certificateFile().ifPresent(simulators.identity::writeTo);
            return simulators;
        } catch (RuntimeException e) {
            simulators.close();
            throw e;
        }
    }

    private static Iterable<PlatformProvider> providers(ClassLoader where) {
        return ServiceLoader.load(PlatformProvider.class, where);
    }

    private void open(Options options, Iterable<PlatformProvider> providers) {
        Surroundings surroundings = new Surroundings(options, identity, People.demoAnd(options.agents()));
        for (PlatformProvider provider : providers) {
            Platform platform = provider.create(surroundings);
            platforms.put(platform.name(), platform);
        }
        Settings settings = options.settingsOf("control");
        int port = options.port(settings, "port", CONTROL_PORT);
        settings.refuseUnread();
        refuseUnknownOwners(options.settings().keySet());
        platforms.values().forEach(Platform::start);
        control = WebServer.plain("control plane", port, new ControlPlane(new ControlRoutes(platforms)));
        control.start();
    }

    private void refuseUnknownOwners(Collection<String> names) {
        Set<String> owners =
                names.stream().map(name -> name.replaceAll("\\..*", "")).collect(Collectors.toSet());
        owners.removeAll(platforms.keySet());
        owners.remove("control");
        if (!owners.isEmpty()) {
            throw new IllegalArgumentException("Settings of " + owners + " are for nobody here; there are control and "
                    + platforms.keySet() + ".");
        }
    }

    public String controlUrl() {
        return "http://localhost:" + control.port();
    }

    /** What a client has to trust. */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    public Identity identity() {
        return identity;
    }

    public Finesse finesse() {
        return platform(Finesse.class);
    }

    public <P extends Platform> P platform(Class<P> type) {
        return platforms.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + type.getSimpleName()));
    }

    /** Every call that a platform really created. */
    public List<BookEntry> books() {
        return platforms.values().stream()
                .flatMap(platform -> platform.books().stream())
                .toList();
    }

    public void reset() {
        platforms.values().forEach(Platform::reset);
    }

    @Override
    public void close() {
        if (control != null) {
            control.close();
        }
        platforms.values().forEach(Platform::close);
    }

    private String readyLine() {
        String addresses = platforms.values().stream()
                .map(platform -> platform.name() + " " + platform.description().get("addresses"))
                .collect(Collectors.joining(", "));
        return "Simulators are ready: control " + controlUrl() + ", " + addresses;
    }

    // console program
    public static void main(String[] words) throws InterruptedException {
        if (List.of(words).contains("--help")) {
            System.out.print(CommandLine.help(providers(Simulators.class.getClassLoader())));
            return;
        }
        try {
            Simulators simulators = start(CommandLine.read(List.of(words), System.getProperties()));
            Runtime.getRuntime().addShutdownHook(new Thread(simulators::close, "simulators-close"));
            System.out.println(simulators.readyLine());
        } catch (PortTakenException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }
    // end of console program
}

package dev.trunkline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's XMPP server as our child: a person's own process with a configuration and data of its own on ports of its own, never the service of
 * this machine. Finesse's agents are its users, the simulated Finesse its component {@code pubsub.localhost}.
 */
final class Prosody implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Prosody.class.getName());
    private static final Path PROGRAM = Path.of("/usr/bin/prosody");
    private static final String ABSENT = "SKIPPED: these tests need the XMPP server Prosody at " + PROGRAM
            + ". Install it with: apt-get install --no-install-recommends prosody (.ci/run does).";
    private static final List<String> AGENTS = List.of("alice", "bob", "carol", "dave", "erin");
    private static final String WEB_APPLICATION = "finesse";
    private static final String SECRET = "between-us";
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Path home;
    private final int xmppPort;
    private final int securePort;
    private final int componentPort = Ports.freePort();
    private final OwnCertificate certificate;
    private Child child;

    private Prosody(Path home, Ports ports) throws IOException {
        this.home = home;
        xmppPort = ports.xmpp();
        securePort = ports.xmppSecure();
        certificate = OwnCertificate.in(home);
        Files.writeString(home.resolve("prosody.cfg.lua"), configuration());
        Files.createDirectories(home.resolve("data/localhost/accounts"));
        Files.createDirectories(home.resolve("data/localhost/roster"));
        AGENTS.forEach(agent -> user(agent, List.of(WEB_APPLICATION)));
        user(WEB_APPLICATION, AGENTS);
    }

    /** Finesse's own user and each agent see each other's presence (sheet 9.2). */
    private void user(String name, List<String> contacts) {
        password(name, "secret");
        String items = contacts.stream()
                .map(contact -> "[\"" + contact + "@localhost\"] = { subscription = \"both\"; groups = {} };")
                .collect(Collectors.joining());
        write("roster", name, "{ [false] = { version = 1; pending = {} }; " + items + " }");
    }

    /** Skips the tests of a class, and says so where it is seen, if this machine has none. */
    static void mustBeInstalled() {
        if (!Files.isExecutable(PROGRAM)) {
            LOG.warning(ABSENT);
        }
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), ABSENT);
    }

    /** Clients come in at the ports where those of the simulated Finesse would be. */
    static Prosody started(Ports ports) {
        try {
            Prosody prosody = new Prosody(Files.createTempDirectory("prosody"), ports);
            prosody.giveAway();
            prosody.start();
            return prosody;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String configuration() {
        return String.join(
                "\n",
                "data_path = '" + home.resolve("data") + "'",
                "log = { debug = '" + log() + "' }",
                "interfaces = { '127.0.0.1' }",
                "component_interfaces = { '127.0.0.1' }",
                "modules_enabled = { 'roster', 'saslauth', 'tls', 'disco', 'ping', 'posix', 'offline',"
                        + " 'stanza_debug' }",
                "modules_disabled = { 's2s' }",
                "authentication = 'internal_plain'",
                "disable_sasl_mechanisms = { 'SCRAM-SHA-1', 'SCRAM-SHA-1-PLUS', 'SCRAM-SHA-256', 'SCRAM-SHA-256-PLUS',"
                        + " 'DIGEST-MD5' }",
                "ssl = { key = '" + certificate.key() + "', certificate = '" + certificate.file() + "' }",
                "c2s_ports = { " + xmppPort + " }",
                "c2s_direct_tls_ports = { " + securePort + " }",
                "component_ports = { " + componentPort + " }",
                "VirtualHost 'localhost'",
                "Component 'pubsub.localhost'",
                "component_secret = '" + SECRET + "'",
                "");
    }

    /** What this user must say from now on; he is made if there is none. */
    void password(String user, String password) {
        write("accounts", user, "{ password = \"" + password + "\" }");
    }

    private void write(String store, String user, String table) {
        try {
            Files.writeString(home.resolve("data/localhost/" + store + "/" + user + ".dat"), "return " + table + ";\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void start() {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // Prosody does not run as root, and needs not.
            command.addAll(List.of("setpriv", "--reuid=prosody", "--regid=prosody", "--clear-groups"));
        }
        command.addAll(List.of(
                PROGRAM.toString(),
                "-F",
                "--config",
                home.resolve("prosody.cfg.lua").toString()));
        child = Child.start("Prosody", home.resolve("console.log"), command);
        child.awaitReady(() -> Ports.isTaken(securePort) && Ports.isTaken(componentPort), LONGEST_START);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** To the user that Debian made for it. */
    private void giveAway() throws IOException {
        if (!isRoot()) {
            return;
        }
        UserPrincipal user =
                home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("prosody");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setOwner(file, user);
            }
        }
    }

    /** What the simulated Finesse must be told to be its component. */
    String[] componentOptions() {
        return new String[] {"--finesse.xmppServer=127.0.0.1:" + componentPort, "--finesse.componentSecret=" + SECRET};
    }

    OwnCertificate certificate() {
        return certificate;
    }

    private Path log() {
        return home.resolve("prosody.log");
    }

    /** In how many lines of its log so far all these words stand. */
    long lines(String... words) {
        try (Stream<String> lines = Files.lines(log())) {
            return lines.filter(line -> Stream.of(words).allMatch(line::contains))
                    .count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As a power cut. */
    void kill() {
        child.kill();
    }

    /** Stands still with all its connections open. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, String.valueOf(child.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + status);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        thaw();
        child.close();
        try {
            Files.walkFileTree(home, new Deletion());
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}

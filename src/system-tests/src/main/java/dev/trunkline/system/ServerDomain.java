package dev.trunkline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A domain of its own on Payara Server: created, started, stopped with the server's own command.
 *
 * @param home directory of the unpacked server
 * @param name of the domain
 */
public record ServerDomain(Path home, String name, int adminPort, int httpPort) implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final List<String> OTHER_PORTS = List.of(
            "http.ssl.port",
            "jms.port",
            "domain.jmxPort",
            "orb.listener.port",
            "orb.ssl.port",
            "orb.mutualauth.port",
            "osgi.shell.telnet.port",
            "java.debugger.port");
    /** An option that each domain has once in the configuration of its own server, where ours are put behind it. */
    private static final String KNOWN_OPTION = "<jvm-options>-Xmx512m</jvm-options>";

    /** Creates a domain on free ports. @param settings system properties of its server */
    public static ServerDomain create(Path home, String name, Map<String, String> settings) {
        ServerDomain domain = new ServerDomain(home, name, Ports.freePort(), Ports.freePort());
        List<String> ports = new ArrayList<>();
        OTHER_PORTS.forEach(port -> ports.add(port + "=" + Ports.freePort()));
        domain.delete();
        domain.asadmin(
                "create-domain",
                "--nopassword=true",
                "--adminport",
                String.valueOf(domain.adminPort),
                "--instanceport",
                String.valueOf(domain.httpPort),
                "--domainproperties",
                String.join(":", ports),
                name);
        domain.set(settings);
        return domain;
    }

    private Path directory() {
        return home.resolve("glassfish/domains").resolve(name);
    }

    private void delete() {
        if (Files.exists(directory())) {
            asadmin("delete-domain", name);
        }
    }

    private void set(Map<String, String> settings) {
        Path file = directory().resolve("config/domain.xml");
        try {
            StringBuilder options = new StringBuilder(KNOWN_OPTION);
            settings.forEach((key, value) -> options.append("\n        <jvm-options>-D")
                    .append(key)
                    .append('=')
                    .append(value)
                    .append("</jvm-options>"));
            String before = Files.readString(file);
            int at = before.indexOf(KNOWN_OPTION);
            if (at < 0) {
                throw new LaunchException(file + " has no option " + KNOWN_OPTION, null);
            }
            String after = before.substring(0, at) + options + before.substring(at + KNOWN_OPTION.length());
            Files.writeString(file, onLoopback(after));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A test's server is nobody else's: by default it listens everywhere, and its data grid looks for others in the network. */
    private static String onLoopback(String configuration) {
        return configuration
                .replace(" address=\"0.0.0.0\"", " address=\"127.0.0.1\"")
                .replaceAll("<network-listener (?![^>]*\\baddress=)", "<network-listener address=\"127.0.0.1\" ")
                .replace("<jmx-connector ", "<jmx-connector enabled=\"false\" ")
                .replaceAll(
                        "<hazelcast-config-specific-configuration(?![^>]*\\benabled=)",
                        "<hazelcast-config-specific-configuration enabled=\"false\"");
    }

    public void start() {
        asadmin("start-domain", name);
    }

    public void stop() {
        asadmin("stop-domain", name);
    }

    /** Stops it if it runs. */
    @Override
    public void close() {
        if (Ports.isTaken(adminPort)) {
            stop();
        }
    }

    public void deploy(Path archive) {
        asadmin("--port", String.valueOf(adminPort), "deploy", archive.toString());
    }

    /** Base address of the gateway in it. */
    public String gatewayUrl() {
        return "http://localhost:" + httpPort + "/trunkline/";
    }

    private void asadmin(String... words) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/asadmin").toString());
        command.addAll(List.of(words));
        try {
            Path log = Files.createDirectories(home.resolve("logs")).resolve(name + "-asadmin.log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new LaunchException("asadmin " + words[0] + " failed; see " + log, null);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LaunchException("stopped during asadmin " + words[0], stopped);
        }
    }
}

package dev.trunkline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Payara Micro unpacked once for many starts, beside an archive of the classes that a start loads: with both a start takes a third less of
 * the processors. For tests, which start dozens; whoever operates one starts the jar. Each start gets a directory of links of its own, since
 * Micro writes beside its libraries; the archive wants to be found by the same relative path each time.
 */
final class UnpackedMicro {
    private static final String MICRO = "micro";
    private static final String LAUNCHER = MICRO + "/launch-micro.jar";
    private static final Duration LONGEST = Duration.ofMinutes(3);
    /** What Micro writes to. */
    private static final String OWN = "config";

    private final Path root;
    private final Path home;

    private UnpackedMicro(Path root) {
        this.root = root;
        this.home = root.resolve("src/system-tests/target/payara/unpacked");
    }

    /** The next to be started; the first one of a build takes half a minute longer. @param root of the source tree */
    static Micro next(Path root) {
        return new UnpackedMicro(root).next();
    }

    private Micro next() {
        synchronized (UnpackedMicro.class) {
            if (!stamp().equals(read(home.resolve("stamp")))) {
                prepare();
            }
        }
        return linked("-XX:SharedArchiveFile=" + archive());
    }

    private Path archive() {
        return home.resolve("classes.jsa");
    }

    /** Which jar, for which Java. */
    private String stamp() {
        try {
            Path jar = Micro.jar(root);
            return System.getProperty("java.vm.version") + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void prepare() {
        Directories.delete(home);
        Path log = home.resolve("unpacking.log");
        List<String> command = List.of(
                Child.java(),
                "-jar",
                Micro.jar(root).toString(),
                "--nohazelcast",
                "--rootdir",
                home.resolve(MICRO).toString(),
                "--outputlauncher");
        Child unpacking = Child.start("Payara Micro", log, command);
        if (!unpacking.endsWithin(LONGEST)) {
            throw unpacking.ended("not unpacked");
        }
        Installation first = new Installation(root, home.resolve("first"), Ports.free());
        Child gateway = first.launchGateway(linked("-XX:ArchiveClassesAtExit=" + archive()), Map.of());
        first.awaitGateway(gateway);
        gateway.close(LONGEST); // it writes the archive meanwhile
        if (!Files.exists(archive())) {
            throw gateway.ended("no archive of its classes");
        }
        try {
            Files.writeString(home.resolve("stamp"), stamp());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Micro linked(String option) {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(home.resolve("started")), "");
            Path from = home.resolve(MICRO);
            try (Stream<Path> all = Files.walk(from)) {
                for (Path one : all.toList()) {
                    link(one, directory.resolve(MICRO).resolve(from.relativize(one)), from.resolve(OWN));
                }
            }
            return new Micro(List.of(option), LAUNCHER, Optional.of(directory));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void link(Path from, Path to, Path copied) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else if (from.startsWith(copied)) {
            Files.copy(from, to);
        } else {
            Files.createLink(to, from);
        }
    }
}

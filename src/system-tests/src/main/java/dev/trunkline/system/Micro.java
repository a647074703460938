package dev.trunkline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Payara Micro, unpacked once into a directory of ours. It starts sooner than the jar, which unpacks itself at each start, and a
 * killed one leaves nothing in the machine's directory for temporary files. (An archive of its classes would spare another two
 * seconds, but the start that makes it takes ten more.)
 *
 * @param jar as it comes from Maven
 * @param home where it is unpacked; one gateway at a time may run in it
 */
record Micro(Path jar, Path home) {
    private static final Duration LONGEST_UNPACKING = Duration.ofMinutes(1);
    private static final String LAUNCHER = "launch-micro.jar";
    private static final String CONFIG = "config";
    private static final String NEW_CONFIG = "config-as-unpacked";
    /** Says what was unpacked; written last. */
    private static final String STAMP = "unpacked-from";

    /** The command line up to and with the jar; options of Micro may follow. @param jvm options of the Java machine */
    List<String> command(List<String> jvm) {
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(jvm);
        if (unpacked()) {
            makeNew();
            command.addAll(openings());
            command.addAll(List.of("-jar", home.resolve(LAUNCHER).toString()));
        } else {
            command.addAll(List.of("-jar", jar.toString()));
        }
        return command;
    }

    private boolean unpacked() {
        try {
            Path stamp = home.resolve(STAMP);
            String wanted = Files.size(jar) + " " + Files.getLastModifiedTime(jar);
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                return true;
            }
            delete(home);
            Files.createDirectories(home);
            if (!unpack()) {
                return false;
            }
            copy(home.resolve(CONFIG), home.resolve(NEW_CONFIG));
            Files.writeString(stamp, wanted);
            return true;
        } catch (IOException unusable) {
            throw new UncheckedIOException("Payara Micro cannot be unpacked into " + home, unusable);
        }
    }

    /** Micro keeps in here what was deployed: it would load that first, be ready with it, then deploy it again. */
    private void makeNew() {
        try {
            for (String changed : List.of(CONFIG, "applications", "generated", "autodeploy")) {
                delete(home.resolve(changed));
            }
            copy(home.resolve(NEW_CONFIG), home.resolve(CONFIG));
        } catch (IOException unusable) {
            throw new UncheckedIOException("Payara Micro cannot be made new in " + home, unusable);
        }
    }

    private boolean unpack() {
        Child unpacking = Child.start(
                "Unpacking Payara Micro",
                home.resolve("unpacking.log"),
                List.of(
                        Child.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        jar.toString(),
                        "--rootdir",
                        home.toString(),
                        "--outputlauncher"));
        return unpacking.endsWithin(LONGEST_UNPACKING) && Files.exists(home.resolve(LAUNCHER));
    }

    /** What Java only reads from the manifest of the jar that it is given. */
    private List<String> openings() {
        try (JarFile micro = new JarFile(jar.toFile())) {
            Attributes manifest = micro.getManifest().getMainAttributes();
            return Stream.concat(
                            options("--add-opens=", manifest.getValue("Add-Opens")),
                            options("--add-exports=", manifest.getValue("Add-Exports")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> options(String option, String packages) {
        return packages == null
                ? Stream.of()
                : Stream.of(packages.strip().split("\\s+")).map(name -> option + name + "=ALL-UNNAMED");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

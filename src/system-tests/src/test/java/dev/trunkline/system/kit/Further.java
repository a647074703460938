package dev.trunkline.system.kit;

import dev.trunkline.system.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A platform that the product does not have, delivered as two jars of its own: the adapter beside the product's modules, the simulator
 * beside the simulators. Its classes are compiled with the tests of those modules, in the packages that a shipped one would have.
 *
 * @param vendor its name in packages and settings
 * @param provider class of its simulator, without the package
 */
public record Further(String vendor, String provider) {
    private static final String SERVICE = "META-INF/services/dev.trunkline.simulator.PlatformProvider";

    /** The same application with the adapter in it, as an operator would add it. @param war left as it is */
    Path into(Path war, Path directory) {
        try {
            Path adapter = directory.resolve(vendor + ".jar");
            pack(adapter, "ejb-module", "vendor", Map.of("META-INF/beans.xml", ""));
            Path with = Files.copy(war, directory.resolve(war.getFileName()));
            try (FileSystem archive = FileSystems.newFileSystem(with)) {
                Files.copy(adapter, archive.getPath("WEB-INF/lib", vendor + ".jar"));
            }
            return with;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Where all simulators are, this one too. */
    ClassLoader simulators(Path directory) {
        try {
            Path simulator = directory.resolve(vendor + "-simulator.jar");
            String name = "dev.trunkline.simulator." + vendor + "." + provider;
            pack(simulator, "src/simulators", "simulator", Map.of(SERVICE, name));
            return new URLClassLoader(new URL[] {simulator.toUri().toURL()}, Further.class.getClassLoader());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void pack(Path jar, String module, String part, Map<String, String> resources) throws IOException {
        Path classes = Site.root().resolve(module).resolve("target/test-classes");
        Path folder = classes.resolve("dev/trunkline").resolve(part).resolve(vendor);
        try (FileSystem archive =
                        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"));
                Stream<Path> compiled = Files.walk(folder)) {
            for (Path one : compiled.filter(Files::isRegularFile).toList()) {
                copy(one, archive.getPath(classes.relativize(one).toString()));
            }
            for (Map.Entry<String, String> resource : resources.entrySet()) {
                Path to = archive.getPath(resource.getKey());
                Files.createDirectories(to.getParent());
                Files.write(to, resource.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }
}

package dev.trunkline.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A Payara Micro that can be started.
 *
 * @param options of the virtual machine that belong to it
 * @param jar what {@code java -jar} is given
 * @param directory to start it in, where that matters; it is deleted after its end
 */
record Micro(List<String> options, String jar, Optional<Path> directory) {
    Micro {
        options = List.copyOf(options);
    }

    /** As an operator starts it. @param root of the source tree */
    static Micro packed(Path root) {
        return new Micro(List.of(), jar(root).toString(), Optional.empty());
    }

    static Path jar(Path root) {
        return root.resolve("src/system-tests/target/payara/payara-micro.jar");
    }
}

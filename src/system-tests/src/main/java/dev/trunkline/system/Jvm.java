package dev.trunkline.system;

import java.util.ArrayList;
import java.util.List;

/** How a Java of ours runs. @param options of the virtual machine */
public record Jvm(List<String> options) {
    public Jvm {
        options = List.copyOf(options);
    }

    /** Up soon and slow after that: for the demo and the tests, not for load. @param heap for example {@code 512m} */
    public static Jvm quickStart(String heap) {
        return new Jvm(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx" + heap));
    }

    /** With all that Java does for a server, and its heap from the beginning. @param more options, of a profiler for example */
    public static Jvm forLoad(String heap, String... more) {
        List<String> options = new ArrayList<>(List.of("-Xms" + heap, "-Xmx" + heap));
        options.addAll(List.of(more));
        return new Jvm(options);
    }
}

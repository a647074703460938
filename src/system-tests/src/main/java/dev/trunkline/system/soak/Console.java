package dev.trunkline.system.soak;

import java.util.Locale;

/** What whoever watches is told, with the time since the beginning. */
final class Console {
    private static final double NANOS = 1e9;
    private static final long BEGUN = System.nanoTime();

    private Console() {}

    static void say(String format, Object... values) {
        String what = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
        line(String.format(Locale.ROOT, "[%6.1f s] %s", (System.nanoTime() - BEGUN) / NANOS, what));
    }

    static void line(String line) {
        // console program
        System.out.println(line);
        // end of console program
    }
}

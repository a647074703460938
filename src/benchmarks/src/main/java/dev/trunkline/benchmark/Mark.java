package dev.trunkline.benchmark;

/**
 * The moment that stands in a frame: the simulated platform writes into each change when it made it, {@code change 17 1763722000123456}
 * (microseconds since 1970), and for the comparators we do the same.
 */
final class Mark {
    /** So many until the year 2286. */
    static final int DIGITS = 16;

    private Mark() {}

    /** Where its digits begin; -1 if there are none. */
    static int find(byte[] bytes, int from, int length) {
        int last = from + length - DIGITS;
        for (int i = from + 1; i <= last; i++) {
            if (bytes[i - 1] == ' ' && digits(bytes, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean digits(byte[] bytes, int at) {
        for (int i = at; i < at + DIGITS; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** Its microseconds; 0 if there is none. */
    static long read(byte[] bytes, int from, int length) {
        int at = find(bytes, from, length);
        long micros = 0;
        for (int i = at; at >= 0 && i < at + DIGITS; i++) {
            micros = micros * 10 + bytes[i] - '0';
        }
        return micros;
    }

    /** Puts another moment in its place. */
    static void write(byte[] bytes, int at, long micros) {
        long rest = micros;
        for (int i = at + DIGITS - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}

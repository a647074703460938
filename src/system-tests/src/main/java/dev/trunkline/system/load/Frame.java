package dev.trunkline.system.load;

import java.time.Instant;

/**
 * One message as it came, in profile extended. Nothing is parsed: what is asked for is looked up in the text, so that thousands a second
 * cost little. The block {@code gateway} is the message's last member and its names are the gateway's own.
 *
 * @param micros when it had come, in microseconds since 1970
 */
public record Frame(String text, long micros) {
    private static final String BLOCK = "\"gateway\":{";
    private static final long MILLION = 1_000_000;
    private static final int MICRO = 1_000;

    static Frame now(String text) {
        return new Frame(text, nowMicros());
    }

    /** The clock that simulators and harness share: they are on one machine. */
    public static long nowMicros() {
        Instant now = Instant.now();
        return now.getEpochSecond() * MILLION + now.getNano() / MICRO;
    }

    /** Its number; 0 if it has none. */
    public long seq() {
        return number("\"seq\":");
    }

    /** Its number within its call; 0 if it has none. */
    public long callSeq() {
        return number("\"callSeq\":");
    }

    public boolean isCall() {
        return text.contains("\"subtopic\":\"OutBoundCallStateChange\"");
    }

    /** A text of the block {@code gateway}; {@code ""} if it is not there. */
    public String gateway(String name) {
        int block = text.lastIndexOf(BLOCK);
        return block < 0 ? "" : after("\"" + name + "\":\"", block);
    }

    /** A text member, wherever it stands first. */
    public String first(String name) {
        return after("\"" + name + "\":\"", 0);
    }

    private String after(String opening, int from) {
        int at = text.indexOf(opening, from);
        if (at < 0) {
            return "";
        }
        int begin = at + opening.length();
        return text.substring(begin, text.indexOf('"', begin));
    }

    private long number(String opening) {
        int block = text.lastIndexOf(BLOCK);
        int at = block < 0 ? -1 : text.indexOf(opening, block);
        if (at < 0) {
            return 0;
        }
        long number = 0;
        for (int i = at + opening.length(); Character.isDigit(text.charAt(i)); i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}

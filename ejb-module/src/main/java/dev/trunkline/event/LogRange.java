package dev.trunkline.event;

/**
 * What of an agent's stream is kept.
 *
 * @param oldest seq of the oldest kept event; {@code last + 1} if none is
 * @param last seq of the last event ever, 0 if there was none
 */
public record LogRange(long oldest, long last) {
    /** Whether everything after this number is still there. */
    public boolean reaches(long after) {
        return after >= oldest - 1 && after <= last;
    }
}

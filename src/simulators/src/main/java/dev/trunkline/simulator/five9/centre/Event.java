package dev.trunkline.simulator.five9.centre;

/**
 * What is told to an agent (sheet 5.3, 5.4).
 *
 * @param payload anything that can be JSON, null too
 * @param disorderly as a call to such a number has it: twice, and not in order
 */
public record Event(int id, String reason, Object payload, boolean disorderly) {
    public static Event of(int id, String reason, Object payload) {
        return new Event(id, reason, payload, false);
    }
}

package dev.trunkline.simulator.webexcc.centre;

import dev.trunkline.simulator.Settings;
import java.time.Duration;

/**
 * How long things take; tests shrink these. Names of the settings are the names here, with {@code webexcc.} before them;
 * {@code webexcc.speed=10} has every step of a call take a tenth of its time.
 *
 * @param agentLeg until the agent has picked up his own telephone
 * @param rona how long it rings there if he does not
 * @param wrapUp after which a client is to wrap up by itself, if the profile says so
 */
public record Timing(
        Duration begin,
        Duration agentLeg,
        Duration rona,
        Duration ring,
        Duration busy,
        Duration noAnswer,
        Duration shortCall,
        Duration settle,
        Duration wrapUp,
        Duration slowAnswer,
        Duration streamCut,
        Duration disorder,
        Duration offer) {

    public static Timing from(Settings settings) {
        int speed = settings.number("speed", 1);
        if (speed < 1) {
            throw new IllegalArgumentException("webexcc.speed must be 1 or more.");
        }
        return new Timing(
                settings.duration("begin", Duration.ofMillis(20)).dividedBy(speed),
                settings.duration("agentLeg", Duration.ofMillis(300)).dividedBy(speed),
                settings.duration("rona", Duration.ofSeconds(18)).dividedBy(speed),
                settings.duration("ring", Duration.ofSeconds(1)).dividedBy(speed),
                settings.duration("busy", Duration.ofSeconds(1)).dividedBy(speed),
                settings.duration("noAnswer", Duration.ofSeconds(8)).dividedBy(speed),
                settings.duration("shortCall", Duration.ofSeconds(2)).dividedBy(speed),
                settings.duration("settle", Duration.ofMillis(50)).dividedBy(speed),
                settings.duration("wrapUp", Duration.ofSeconds(60)).dividedBy(speed),
                settings.duration("slowAnswer", Duration.ofSeconds(5)),
                settings.duration("streamCut", Duration.ofSeconds(3)),
                settings.duration("disorder", Duration.ofMillis(150)),
                settings.duration("offer", Duration.ofSeconds(600)).dividedBy(speed));
    }

    /** As a profile has it, whole seconds. */
    public long wrapUpSeconds() {
        return Math.max(1, wrapUp.toSeconds());
    }

    /** As a contact has it, whole seconds. */
    public long ronaSeconds() {
        return Math.max(1, rona.toSeconds());
    }
}

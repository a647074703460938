package dev.trunkline.simulator.genesys.centre;

import java.util.List;
import java.util.Locale;

/** A presence that the organisation knows: those of the system and one of its own (sheet 2.4). @param label in American English */
public record PresenceDefinition(String id, SystemPresence system, String label, boolean ofSystem) {
    static final PresenceDefinition OFFLINE = ofSystem(SystemPresence.OFFLINE);
    public static final List<PresenceDefinition> ALL = List.of(
            ofSystem(SystemPresence.AVAILABLE),
            ofSystem(SystemPresence.AWAY),
            ofSystem(SystemPresence.BUSY),
            OFFLINE,
            ofSystem(SystemPresence.IDLE),
            ofSystem(SystemPresence.ON_QUEUE),
            ofSystem(SystemPresence.MEAL),
            ofSystem(SystemPresence.TRAINING),
            ofSystem(SystemPresence.MEETING),
            ofSystem(SystemPresence.BREAK),
            new PresenceDefinition(Ids.of("presence", "Coffee"), SystemPresence.BREAK, "Coffee", false));

    /** The word is {@code ON_QUEUE} in events and {@code OnQueue} elsewhere. */
    public enum SystemPresence {
        AVAILABLE("Available"),
        AWAY("Away"),
        BUSY("Busy"),
        OFFLINE("Offline"),
        IDLE("Idle"),
        ON_QUEUE("OnQueue"),
        MEAL("Meal"),
        TRAINING("Training"),
        MEETING("Meeting"),
        BREAK("Break");

        private final String word;

        SystemPresence(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private static PresenceDefinition ofSystem(SystemPresence system) {
        String label = system.word().replace("OnQueue", "On Queue");
        return new PresenceDefinition(Ids.of("presence", system.name().toLowerCase(Locale.ROOT)), system, label, true);
    }
}

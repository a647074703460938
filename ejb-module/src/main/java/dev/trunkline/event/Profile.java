package dev.trunkline.event;

import java.util.Locale;
import java.util.Optional;

/** How much a listener is told (contract 3.2). */
public enum Profile {
    /** The messages of the contract and nothing else. */
    EXACT,
    /** The same, plus one last member {@code gateway}. */
    EXTENDED;

    /** {@code exact} or {@code extended}, in any case; anything else is none of them. */
    public static Optional<Profile> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "exact" -> Optional.of(EXACT);
            case "extended" -> Optional.of(EXTENDED);
            default -> Optional.empty();
        };
    }
}

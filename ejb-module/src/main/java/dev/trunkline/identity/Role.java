package dev.trunkline.identity;

import java.util.Locale;
import java.util.Optional;

/** What a caller may do (contract 14.1). */
public enum Role {
    /** Acts and listens for himself. */
    AGENT,
    /** Also listens to and reads others. */
    SUPERVISOR,
    /** Also acts for them. */
    ADMIN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}

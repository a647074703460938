package dev.trunkline.model;

import static java.util.Objects.requireNonNull;

/** A platform password or token in memory. It is never written by accident: it has no text form and no JSON form. */
public final class Credential {
    private final String secret;

    public Credential(String secret) {
        this.secret = requireNonNull(secret, "secret");
    }

    /** The secret itself, for the one place that sends it to the platform. */
    public String reveal() {
        return secret;
    }

    @Override
    public String toString() {
        return "***";
    }
}

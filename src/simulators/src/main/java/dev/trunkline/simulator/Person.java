package dev.trunkline.simulator;

import static java.util.Objects.requireNonNull;

/** Somebody whom every simulated platform knows as an agent, with one phone. */
public record Person(String userName, String firstName, String lastName, String password, String extension) {
    public Person {
        requireNonNull(userName, "userName");
        requireNonNull(password, "password");
        requireNonNull(extension, "extension");
    }

    @Override
    public String toString() {
        return userName + " (" + extension + ")";
    }
}

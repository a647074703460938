package dev.trunkline.simulator;

import java.io.IOException;

/** A port cannot be opened; the text says which one and what to do. */
public class PortTakenException extends RuntimeException {
    private PortTakenException(String message, IOException cause) {
        super(message, cause);
    }

    public static PortTakenException of(String purpose, int port, IOException cause) {
        return new PortTakenException(
                "Port " + port + " (" + purpose + ") cannot be opened on 127.0.0.1: " + reason(cause)
                        + ". End the program that uses it, or move all ports with --port-offset 1000.",
                cause);
    }

    private static String reason(IOException cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage();
    }
}

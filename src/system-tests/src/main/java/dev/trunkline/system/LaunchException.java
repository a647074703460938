package dev.trunkline.system;

/** Something could not be started; the message says what, and what to do. */
public class LaunchException extends RuntimeException {
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}

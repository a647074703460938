package dev.trunkline.simulator;

/** The control plane cannot do what was asked; the text says what to do instead. */
public class RefusedException extends RuntimeException {
    private final int status;

    public RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}

package dev.trunkline.model;

/** A request that is not taken: thrown by whoever finds out, turned into the contract's answer at the edge. */
public class RefusedException extends RuntimeException {
    private final Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    public RefusedException(Code code, String detail) {
        this(Refusal.of(code, detail));
    }

    public Refusal refusal() {
        return refusal;
    }
}

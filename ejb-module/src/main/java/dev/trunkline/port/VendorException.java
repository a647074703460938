package dev.trunkline.port;

import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import jakarta.ejb.ApplicationException;
import java.util.Map;
import java.util.Optional;

/**
 * The only exception that leaves a vendor package: a contract code, plus what the platform said. It never rolls a transaction
 * back: with that it would delete the stored command, and the same key would dial again.
 */
@ApplicationException(rollback = false, inherited = true)
public class VendorException extends RuntimeException {
    /** Whether the platform may have done what was asked all the same. */
    public enum Effect {
        /** It certainly did not. */
        NONE,
        /** Nobody knows: the answer was lost, or was an error that comes before or after the deed. */
        DOUBTFUL
    }

    private final Refusal refusal;
    private final Effect effect;

    public VendorException(Code code, String detail, Effect effect, Map<String, Object> platform, Throwable cause) {
        super(Refusal.of(code, detail).message(), cause);
        this.refusal = Refusal.of(code, detail).saidBy(platform);
        this.effect = effect;
    }

    public VendorException(Code code, String detail) {
        this(code, detail, Effect.NONE, Map.of(), null);
    }

    /** Refused for now: come back after that many milliseconds. */
    public VendorException(Code code, String detail, Map<String, Object> platform, Optional<Long> retryAfterMs) {
        super(Refusal.of(code, detail).message());
        Refusal said = Refusal.of(code, detail).saidBy(platform);
        this.refusal = retryAfterMs.map(said::retryAfter).orElse(said);
        this.effect = Effect.NONE;
    }

    public Code code() {
        return refusal.code();
    }

    public Refusal refusal() {
        return refusal;
    }

    public Effect effect() {
        return effect;
    }
}

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
        this(Refusal.of(code, detail).saidBy(platform), effect, cause);
    }

    public VendorException(Code code, String detail) {
        this(code, detail, Effect.NONE, Map.of(), null);
    }

    /** Refused for now: come back after that many milliseconds. */
    public VendorException(Code code, String detail, Map<String, Object> platform, Optional<Long> retryAfterMs) {
        this(retry(Refusal.of(code, detail).saidBy(platform), retryAfterMs), Effect.NONE, null);
    }

    private static Refusal retry(Refusal said, Optional<Long> afterMs) {
        return afterMs.map(said::retryAfter).orElse(said);
    }

    /** A reason for a state that the platform does not have (contract 5.4). */
    public static VendorException noSuchReason(String detail) {
        return new VendorException(
                Refusal.of(Code.INVALID_DATA, detail).as("AGENT_STATE_NOT_FOUND"), Effect.NONE, null);
    }

    private VendorException(Refusal refusal, Effect effect, Throwable cause) {
        super(refusal.message(), cause);
        this.refusal = refusal;
        this.effect = effect;
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

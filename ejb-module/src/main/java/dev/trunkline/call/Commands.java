package dev.trunkline.call;

import dev.trunkline.identity.Caller;
import dev.trunkline.model.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** The one way in: whatever the transport, a request becomes a stored command here, or is refused. */
@ApplicationScoped
public class Commands {
    /** Checks, stores, answers; the platform is called afterwards. Throws {@code RefusedException} and leaves nothing behind then. */
    public Accepted accept(Caller caller, Message message, Optional<String> idempotencyKey) {
        throw new IllegalStateException();
    }

    /** Waits until the platform's call id is known or the command has ended, but no longer than this. */
    public Accepted await(Caller caller, Accepted accepted, Duration longest) {
        throw new IllegalStateException();
    }

    /** A command of this caller. */
    public Optional<CommandRecord> find(Caller caller, String commandId) {
        throw new IllegalStateException();
    }
}

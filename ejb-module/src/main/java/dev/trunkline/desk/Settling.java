package dev.trunkline.desk;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.LedgerRows;
import dev.trunkline.callback.CallbackRows;
import dev.trunkline.event.Change;
import java.util.Optional;

/** What is written when a command has its effect: that it is done, and what it arranged. */
final class Settling {
    private Settling() {}

    /** @param callId the platform's call, if the command learns it by its effect */
    static Change.Alongside of(CommandRecord command, Optional<String> callId) {
        Change.Alongside done = LedgerRows.done(command, callId);
        return CallbackRows.kept(command)
                .<Change.Alongside>map(kept -> handle -> {
                    done.write(handle);
                    kept.write(handle);
                })
                .orElse(done);
    }
}

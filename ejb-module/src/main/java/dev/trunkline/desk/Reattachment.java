package dev.trunkline.desk;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.Ids;
import dev.trunkline.model.Verb;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A Login that nobody sent: a restart takes a stored sign-in up again, and the platform had put the agent out meanwhile. */
final class Reattachment {
    private Reattachment() {}

    static CommandRecord command(SignIn signIn) {
        return new CommandRecord(
                signIn.session().key(),
                Ids.command(),
                signIn.session().vendor(),
                signIn.channel(),
                Verb.LOGIN,
                Map.of(),
                CommandRecord.Status.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "trunkline",
                "",
                Instant.now(),
                Optional.empty(),
                Optional.empty());
    }
}

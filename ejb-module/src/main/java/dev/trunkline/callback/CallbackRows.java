package dev.trunkline.callback;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.event.Change;
import dev.trunkline.model.CallbackTime;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What is written of a callback in the same commit that says that its command is done. Written twice, it is the same. */
public final class CallbackRows {
    private static final String OF_THIS_CALL =
            " where tenant = :tenant and agent = :agent and vendor = :vendor and call_ref = :callRef";

    private CallbackRows() {}

    /** Empty for a command that is about no callback. */
    public static Optional<Change.Alongside> kept(CommandRecord command) {
        Instant when = Instant.now();
        return switch (command.verb()) {
            case SCHEDULE -> Optional.of(handle -> schedule(handle, command, when));
            case CANCEL_SCHEDULE -> Optional.of(handle -> cancel(handle, command, when));
            default -> Optional.empty();
        };
    }

    private static void schedule(Handle handle, CommandRecord command, Instant when) {
        int changed = bind(
                        handle.createUpdate("update callback set callback_at = :at, callback_until = :until,"
                                + " time_zone = :timeZone, callback_number = :number, queue_id = :queueId, customer_name = :customerName,"
                                + " note = :comment, cancelled = false, command_id = :commandId, changed_at = :when"
                                + OF_THIS_CALL),
                        command,
                        when)
                .execute();
        if (changed == 0) {
            bind(
                            handle.createUpdate(
                                    "insert into callback (tenant, id, agent, vendor, channel, call_ref, call_id,"
                                            + " callback_at, callback_until, time_zone, callback_number, queue_id, customer_name, note, cancelled,"
                                            + " command_id, created_at, changed_at) values (:tenant, :id, :agent, :vendor, :channel, :callRef,"
                                            + " :callId, :at, :until, :timeZone, :number, :queueId, :customerName, :comment, false,"
                                            + " :commandId, :when, :when)"),
                            command,
                            when)
                    .bind("id", command.id().replaceFirst("^m-", "b-"))
                    .bind("channel", command.channel())
                    .bind("callId", command.callId().orElse(""))
                    .execute();
        }
    }

    private static Update bind(Update update, CommandRecord command, Instant when) {
        return named(update, command, when)
                .bind("at", moment(command, "callbackTime").orElseThrow())
                .bind("until", moment(command, "callbackEndTime").orElse(null))
                .bind("timeZone", text(command, "timeZone").orElse(null))
                .bind("number", text(command, "callbackNumber").orElse(null))
                .bind("queueId", text(command, "queueId").orElse(null))
                .bind("customerName", text(command, "customerName").orElse(null))
                .bind("comment", text(command, "comment").orElse(null));
    }

    private static void cancel(Handle handle, CommandRecord command, Instant when) {
        named(
                        handle.createUpdate(
                                "update callback set cancelled = true, command_id = :commandId, changed_at = :when"
                                        + OF_THIS_CALL),
                        command,
                        when)
                .execute();
    }

    private static Update named(Update update, CommandRecord command, Instant when) {
        return update.bind("tenant", command.key().tenant())
                .bind("agent", command.key().agent())
                .bind("vendor", command.vendor())
                .bind("callRef", command.callRef().orElse(""))
                .bind("commandId", command.id())
                .bind("when", when.toEpochMilli());
    }

    private static Optional<Long> moment(CommandRecord command, String name) {
        return text(command, name).map(written -> CallbackTime.of(name, written, text(command, "timeZone"))
                .at()
                .toEpochMilli());
    }

    private static Optional<String> text(CommandRecord command, String name) {
        return Optional.ofNullable(command.data().get(name)).map(Object::toString);
    }
}

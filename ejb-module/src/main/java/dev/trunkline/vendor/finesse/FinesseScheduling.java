package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.CallbackTime;
import dev.trunkline.model.Code;
import dev.trunkline.model.Order;
import dev.trunkline.port.VendorException;
import dev.trunkline.vendor.finesse.wire.Dialog;
import dev.trunkline.vendor.finesse.wire.ScheduledCallback;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Callbacks. Time and number are two requests (sheet 4.3): the second waits until the first is seen done, and if it is refused, the
 * first is taken back. Finesse has no place for the other members of a Schedule.
 */
record FinesseScheduling(FinesseClient client, AgentSession agent, FinesseSeat seat) {
    private static final Logger LOG = Logger.getLogger(FinesseScheduling.class.getName());
    private static final String UPDATE = "UPDATE_SCHEDULED_CALLBACK";
    private static final String CANCEL = "CANCEL_SCHEDULED_CALLBACK";

    void schedule(Order order) {
        Dialog dialog = seat.dialog(order.callId())
                .or(() -> client.dialog(agent, order.callId()))
                .orElseThrow(() -> new VendorException(Code.CALL_NOT_FOUND, "Finesse no longer has the call"));
        String number = order.text("callbackNumber").map(FinesseDigits::number).orElse("");
        ScheduledCallback wanted = new ScheduledCallback(time(order, dialog), number);
        awaiting(order, wanted, () -> {
            update(order, "callbackTime", wanted.callbackTime());
            if (!number.isEmpty()) {
                alsoNumber(order, wanted, dialog.scheduledCallback());
            }
        });
    }

    void cancel(Order order) {
        ScheduledCallback none = new ScheduledCallback("", "");
        awaiting(order, none, () -> client.act(agent, order.commandId(), order.callId(), CANCEL));
    }

    private void awaiting(Order order, ScheduledCallback wanted, Runnable deed) {
        seat.arrangements()
                .during(
                        order.commandId(),
                        dialog -> dialog.id().equals(order.callId()) && holds(wanted, dialog.scheduledCallback()),
                        deed);
    }

    /** Whether what stands is what was wanted; without a time, that nothing is arranged; a number that was not named may be any. */
    static boolean holds(ScheduledCallback wanted, ScheduledCallback standing) {
        if (wanted.callbackTime().isEmpty()) {
            return standing.callbackTime().isEmpty();
        }
        return standing.callbackTime().startsWith(wanted.callbackTime())
                && (wanted.callbackNumber().isEmpty()
                        || standing.callbackNumber().equals(wanted.callbackNumber()));
    }

    private void alsoNumber(Order order, ScheduledCallback wanted, ScheduledCallback before) {
        try {
            seen(order, new ScheduledCallback(wanted.callbackTime(), ""));
            update(order, "callbackNumber", wanted.callbackNumber());
            seen(order, wanted);
        } catch (VendorException half) {
            takeBack(order, before);
            throw half;
        }
    }

    private void seen(Order order, ScheduledCallback wanted) {
        boolean so = seat.until(
                now -> now.dialog(order.callId())
                        .filter(dialog -> holds(wanted, dialog.scheduledCallback()))
                        .isPresent(),
                client.settings().stepTimeout());
        if (!so) {
            throw new VendorException(Code.NOT_EFFECTIVE, "Finesse did not show the callback in time");
        }
    }

    /** Nothing half done: as it stood before. What cannot be taken back is for the log; the command has failed. */
    private void takeBack(Order order, ScheduledCallback before) {
        try {
            if (before.callbackTime().isEmpty()) {
                client.act(agent, order.commandId(), order.callId(), CANCEL);
                return;
            }
            update(order, "callbackTime", before.callbackTime());
            if (!before.callbackNumber().isEmpty()) {
                update(order, "callbackNumber", before.callbackNumber());
            }
        } catch (VendorException stays) {
            LOG.log(Level.WARNING, stays, () -> "finesse " + agent.key() + ": a callback may stand half arranged");
        }
    }

    private void update(Order order, String parameter, String value) {
        client.actWith(agent, order.commandId(), order.callId(), UPDATE, parameter, value);
    }

    private String time(Order order, Dialog dialog) {
        String written = order.text("callbackTime").orElse("");
        Instant moment =
                CallbackTime.of("callbackTime", written, order.text("timeZone")).at();
        FinesseCallbackZone zone = client.settings().callbackZone();
        String local = zone.local(moment, dialog.mediaProperties().callvariables(), client.serverZone(agent));
        LOG.log(Level.INFO, "finesse {0}: callback of dialog {1} at {2}, told as {3} ({4})", new Object[] {
            agent.key(), order.callId(), moment, local, zone.rule()
        });
        return local;
    }
}

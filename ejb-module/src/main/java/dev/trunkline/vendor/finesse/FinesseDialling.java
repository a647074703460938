package dev.trunkline.vendor.finesse;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Dial;
import dev.trunkline.port.PlatformTime;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.vendor.finesse.wire.User;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A dial of one agent. Unified CCX, and CCE before 12.5, dial from Not Ready only: there a Ready is taken from the agent first and
 * given back after the call (contract 2.5), so that for clients the rule is the same everywhere.
 */
record FinesseDialling(FinesseClient client, AgentSession agent, FinesseSeat seat) {
    private static final Logger LOG = Logger.getLogger(FinesseDialling.class.getName());

    void place(Dial dial) {
        if (fromNotReady()) {
            takeReady(dial);
        }
        try {
            client.makeCall(agent, dial.commandId(), dial.toAddress(), dial.variables());
        } catch (VendorException e) {
            if (e.effect() == Effect.NONE) {
                giveReadyBack();
            }
            throw e;
        }
    }

    private boolean fromNotReady() {
        return switch (client.settings().dialFrom()) {
            case NOT_READY -> true;
            case ANY -> false;
            case AUTO -> client.ccx(agent);
        };
    }

    /** The dial must not overtake the change of state, which Finesse does after its 202. */
    private void takeReady(Dial dial) {
        User before = client.user(agent);
        if (!before.state().equals("READY")) {
            return;
        }
        String reason = FinesseReasons.notReady(client, agent, "");
        client.changeState(agent, seat.loan().take(dial.commandId()), "NOT_READY", reason);
        boolean seen = seat.until(
                now -> now.user().filter(user -> notReadySince(before, user)).isPresent(),
                client.settings().stepTimeout());
        if (!seen && !client.user(agent).state().equals("NOT_READY")) {
            giveReadyBack();
            throw new VendorException(
                    Code.PLATFORM_TIMEOUT, "Finesse dials from Not Ready only and did not set it in time");
        }
    }

    /** Not what was heard before he became Ready. */
    private static boolean notReadySince(User before, User now) {
        String ready = PlatformTime.normal(before.stateChangeTime());
        return now.state().equals("NOT_READY")
                && PlatformTime.normal(now.stateChangeTime()).compareTo(ready) > 0;
    }

    /** Blocks; does nothing if nothing is lent (any more). */
    void giveReadyBack() {
        seat.loan().end().ifPresent(this::setReady);
    }

    /** Blocks. A change of state that no command asked for: if it fails, the agent stays as he is. */
    void setReady(String mark) {
        try {
            client.changeState(agent, mark, "READY", "");
        } catch (VendorException e) {
            LOG.log(Level.WARNING, e, () -> "finesse " + agent.key() + ": stays Not Ready");
        }
    }
}

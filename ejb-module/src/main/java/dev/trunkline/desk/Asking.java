package dev.trunkline.desk;

import dev.trunkline.call.CommandRecord;
import dev.trunkline.call.Dispatch;
import dev.trunkline.call.LedgerRows;
import dev.trunkline.event.Intake;
import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.model.Refusal;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.VendorException.Effect;
import dev.trunkline.threads.Limited;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One command is asked of the platform, once: as whom, whether it is noted before, what its answer says. Blocks, without the desk's monitor. */
final class Asking {
    private static final Logger LOG = Logger.getLogger(Asking.class.getName());

    private final Desk desk;
    private final Errands errands;

    Asking(Desk desk, Errands errands) {
        this.desk = desk;
        this.errands = errands;
    }

    /** On the lane: what comes of it is told by the stream, or by nobody. */
    void ask(Waiting one) {
        if (session(one).isEmpty() || !noted(one.command)) {
            return;
        }
        Optional<AgentSession> session = asking(one);
        if (session.isEmpty()) {
            return;
        }
        try {
            Dispatch.perform(desk.platform(), session.get(), one.command);
            taken(one);
        } catch (VendorException refused) {
            refused(one, refused);
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.WARNING,
                    "Command " + one.command.id() + " failed in the adapter of " + one.command.vendor(),
                    fault);
            refused(one, new VendorException(Code.INTERNAL_ERROR, "", Effect.DOUBTFUL, Map.of(), fault));
        }
    }

    private Optional<AgentSession> asking(Waiting one) {
        synchronized (desk) {
            Optional<AgentSession> session = session(one);
            if (session.isPresent()) {
                ends(one.command).ifPresent(desk.ledger()::dropAsked);
                one.asked(Instant.now());
            }
            return session;
        }
    }

    /** As whom the platform is asked, if it still is to be asked. */
    private Optional<AgentSession> session(Waiting one) {
        synchronized (desk) {
            if (one.isOver()) {
                return Optional.empty();
            }
            Optional<AgentSession> session = desk.presence().session();
            if (session.isEmpty()) {
                errands.fail(one.command, Refusal.of(Code.NOT_LOGGED_IN, "the agent is not signed in any more"));
            }
            return session;
        }
    }

    /**
     * Notes that from now on the platform may have heard of it; without that a dial could after a restart be taken for one that never
     * went out. What ends or changes a call does not wait for a database that is away.
     */
    private boolean noted(CommandRecord command) {
        Intake intake = desk.around().log().intake();
        try {
            CompletableFuture<?> stored = desk.voice().write(LedgerRows.sent(command, Instant.now()));
            if (intake.closed().isEmpty()) {
                Limited.within(intake.patience(), stored);
                return true;
            }
        } catch (TimeoutException | RuntimeException away) {
            LOG.log(Level.FINE, "Command " + command.id() + " is not noted as sent", away);
        }
        if (command.dials()) {
            synchronized (desk) {
                errands.fail(
                        command, Refusal.of(Code.OVERLOADED, "the event log did not take it; nothing was dialled"));
            }
        }
        return !command.dials();
    }

    /** The call whose end the agent asks for, so that it can be explained when it comes. */
    private static Optional<String> ends(CommandRecord command) {
        return switch (command.verb()) {
            case DROP, DROP_CONSULT, REJECT, CLOSE, SKIP -> command.callId();
            case TRANSFER, CONFERENCE -> command.otherCallId();
            default -> Optional.empty();
        };
    }

    /** The platform took it. Where things are as wished already, no event will come to say so. */
    private void taken(Waiting one) {
        synchronized (desk) {
            one.taken();
            desk.presence().loginTaken(one.command);
            boolean soAlready = desk.presence().agent().map(one::effectIn).orElse(false);
            if (soAlready && !one.isOver()) {
                errands.done(one.command);
                desk.voice()
                        .tell(desk.platform().stateForms(desk.presence().agent().orElseThrow()), one.asker);
            }
        }
    }

    private void refused(Waiting one, VendorException why) {
        synchronized (desk) {
            if (why.effect() == Effect.NONE) {
                errands.fail(one.command, why.refusal());
            } else {
                LOG.log(Level.INFO, "Command {0} on {1}: {2}; looking whether it took effect", new Object[] {
                    one.command.id(), one.command.vendor(), why.code()
                });
                one.doubted(why);
            }
        }
    }
}

package dev.trunkline.simulator.finesse.xmpp;

import dev.trunkline.simulator.Fault;
import dev.trunkline.simulator.RefusedException;
import dev.trunkline.simulator.SessionEntry;
import dev.trunkline.simulator.finesse.centre.Notifier;
import java.time.Duration;
import java.util.List;

/** The XMPP server that the agents' event streams go to: our own, or another one of which we are a component. Only ours can be made to fail. */
public interface EventServer extends Notifier, AutoCloseable {
    void open(int xmppPort, int xmppSecurePort);

    /** Where clients come in with STARTTLS. */
    int port();

    /** Where clients come in with TLS from the first byte. */
    int securePort();

    /** Whether somebody takes the agent's notifications here. */
    boolean hears(String agent);

    boolean isPresent(String agent);

    boolean isConnected(String agent);

    /** Tells everybody who is there. */
    void tellAll(String node, String update);

    List<SessionEntry> entries();

    /** Drops what was kept for agents who were not there. */
    default void forgetKept() {}

    /** Breaks streams without a word and lets nobody in for a time. */
    default void cut(Fault fault, Duration usual) {
        throw notOurs(fault);
    }

    default void refuse(Fault fault, Duration usual) {
        throw notOurs(fault);
    }

    default void freeze(Fault fault, Duration usual) {
        throw notOurs(fault);
    }

    default void endWithError(Fault fault, String condition) {
        throw notOurs(fault);
    }

    /** Sends text that no Finesse should send, framed as a notification or right into the stream. */
    default void sendGarbage(Fault fault, String text, boolean raw) {
        throw notOurs(fault);
    }

    /** The presence of the user finesse, to everybody who is there. */
    default void finesseIs(boolean there) {
        throw notOurs(Fault.of("web-down"));
    }

    /** As if the machine were off: nobody is let in, who is there is cut off. */
    default void down() {
        throw notOurs(Fault.of("node-down"));
    }

    /** Open again at the same ports. */
    default void up() {
        throw notOurs(Fault.of("node-down"));
    }

    private static RefusedException notOurs(Fault fault) {
        return new RefusedException(
                501, "The XMPP server is not the simulator's own, so it cannot be made to " + fault.kind() + ".");
    }

    @Override
    void close();
}

package dev.trunkline.vendor.five9;

import dev.trunkline.model.AgentSession;
import dev.trunkline.model.Code;
import dev.trunkline.port.VendorException;
import dev.trunkline.port.stream.TextSocket;
import dev.trunkline.port.stream.Timers;
import dev.trunkline.vendor.five9.Five9Settings.Mode;
import dev.trunkline.vendor.five9.wire.Frame;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the platform says of itself (sheet 5.4, 5.6): that the organisation moves to another data centre, or that this one cannot go on. Then the
 * connection is of no use, however well it answers pings. Used on the lane only.
 */
final class Five9Moves {
    private static final Logger LOG = Logger.getLogger(Five9Moves.class.getName());
    private static final int NO_EVENTS = 1003;

    private final AgentSession agent;
    private final Five9Seat seat;
    private final Five9Settings settings;
    private final Timers timers;
    private final Consumer<Runnable> lane;
    private final Consumer<VendorException> lost;
    private boolean moving;

    /** @param lost ends the connection, after which another one is looked for */
    Five9Moves(
            AgentSession agent,
            Five9Seat seat,
            Five9Settings settings,
            Timers timers,
            Consumer<Runnable> lane,
            Consumer<VendorException> lost) {
        this.agent = agent;
        this.seat = seat;
        this.settings = settings;
        this.timers = timers;
        this.lane = lane;
        this.lost = lost;
    }

    /** @return whether it was about that */
    boolean hear(Frame frame, Five9Client client) {
        switch (frame.eventId()) {
            case "37", "70", "84" -> say(frame, "announces");
            // To where it says itself; but metadata, which we ask, is the platform's last word.
            case "1001" -> say(frame, "will move");
            case "1002", "1004", "71", "72" -> ordered(frame);
            case "73" -> moved(frame);
            case "1000", "1003" -> {
                say(frame, "cannot go on");
                restarts(client);
                lost.accept(new VendorException(Code.LINK_DOWN, "Five9 cannot go on with this connection"));
            }
            case "1010", "1202" -> {
                return true; // signs of life
            }
            case "1020" -> say(frame, "has another connection with this key");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void say(Frame frame, String what) {
        LOG.log(Level.INFO, "five9 {0}: the platform {1}: event {2} {3}", new Object[] {
            agent.key(), what, frame.eventId(), frame.eventReason()
        });
    }

    /** The word that it is done may come soon, or never. */
    private void ordered(Frame frame) {
        say(frame, "moves the organisation");
        if (!moving) {
            moving = true;
            timers.once(settings.moveAfter(), () -> lane.accept(this::goIfMoving));
        }
    }

    private void moved(Frame frame) {
        say(frame, "has moved the organisation");
        go();
    }

    private void goIfMoving() {
        if (moving) {
            go();
        }
    }

    /** A request was refused here, because another data centre serves the organisation. */
    void refusedHere() {
        go();
    }

    private void go() {
        noticed();
        lost.accept(new VendorException(Code.LINK_DOWN, "the organisation is served by another data centre"));
    }

    /** The platform, not the agent, ends his session. May be called on any thread. */
    void noticed() {
        seat.moved(settings.mode() == Mode.OWN);
    }

    /** With that number it says the same as the event. */
    void closed(Exception why, Five9Client client) {
        if (why instanceof TextSocket.Closed closed && closed.status() == NO_EVENTS) {
            restarts(client);
        }
    }

    private void restarts(Five9Client client) {
        noticed();
        client.endLogIn(agent);
    }

    /** The connection has ended. */
    void over() {
        moving = false;
    }
}
